import { cellText } from "../../reports/format.js";
import type { Texts } from "../../reports/texts.js";
import type { Row } from "../auditor/row-fields.js";
import type { SearchQuestion, SearchResult } from "../auditor/search/searching.js";
import { unicodeMath } from "../auditor/unicode-math.js";
import { counted } from "../numbers/counted.js";
import { formatNumber } from "../numbers/format-number.js";
import { describeRow } from "./describe-row.js";
import { oneLine } from "./printable.js";

/** A row that stands for a cell in texts. */
const at = (cell: Row["cell"], paper: string | null): Row =>
  // Only what texts of cells read.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  ({ cell, paper, resolved: {} }) as unknown as Row;

/** The ratio of the two sides of a row, where both are known: what a step of a proof falls short by. */
function sidesText({ kind, bound, observedQuantile }: Row): string[] {
  if (kind !== "step" || bound === null || observedQuantile === null) return [];
  const ratio = bound === 0 ? "" : `, ratio ${formatNumber(observedQuantile / bound)}`;
  return [`left side ${formatNumber(observedQuantile)}, right side ${formatNumber(bound)}${ratio}`];
}

/** What ended the making simpler. */
const UNFINISHED = {
  time: "the time was over",
  cells: "as many cells as may be were judged",
  budget: "the error budget was spent",
} as const;

function foundText(row: Row, { first, effort }: SearchResult, texts: Texts): string[] {
  const { candidates, shrinks, unfinished, decisions } = effort;
  const facts = [
    `refuted after ${counted(candidates, "cell")}`,
    ...(first && JSON.stringify(first) !== JSON.stringify(row.cell)
      ? [`first at ${cellText(at(first, row.paper), texts)}`]
      : []),
    `${formatNumber(shrinks)} more judged to make it simpler`,
    ...(unfinished ? [`not made simpler to the end: ${UNFINISHED[unfinished]}`] : []),
    ...(decisions > 0 ? [`${counted(decisions, "decision")} by fresh draws`] : []),
    ...sidesText(row),
  ];
  return [describeRow(row, texts), `  ${facts.join("; ")}`];
}

function nothingText(
  { claim, form, paper = null }: SearchQuestion,
  { nearest, effort }: SearchResult,
  texts: Texts,
  seconds: number,
): string[] {
  const { candidates, judged, failed, failure, overlong, exhausted, unlisted, unmet, decisions } = effort;
  const facts = [
    `not refuted: ${counted(candidates, "cell")}, ${formatNumber(judged)} of them judged`,
    ...(exhausted ? ["there are no others"] : []),
    ...(unlisted.length > 0 ? [`no others are known, but ${unlisted.join(", ")} may be anything else`] : []),
    ...(decisions > 0 ? [`${counted(decisions, "decision")} by fresh draws`] : []),
    ...(failed > 0 ? [`${counted(failed, "cell")} where the claim itself failed, such as: ${failure ?? ""}`] : []),
    ...(overlong > 0 ? [`${counted(overlong, "cell")} not judged: each took over ${formatNumber(seconds)} s`] : []),
    ...(nearest ? [`nearest ${cellText(at(nearest.cell, paper), texts)}`] : []),
    ...(judged === 0 ? ["no cell was found at which it says something"] : []),
    ...(unmet.length > 0 ? [`held at none of them: ${unmet.map(unicodeMath).join(" and ")}`] : []),
  ];
  return [`${`${claim.id} ${form}`.padEnd(20)} ${facts.join("; ")}`];
}

/** What came of a search, for a person; `seconds` is what one look might take. */
export const searchText = (question: SearchQuestion, result: SearchResult, texts: Texts, seconds: number): string[] =>
  (result.row ? foundText(result.row, result, texts) : nothingText(question, result, texts, seconds)).map(oneLine);
