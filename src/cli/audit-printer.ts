import { worst } from "../../reports/findings.js";
import { cellText, failureText, reasonText } from "../../reports/format.js";
import { isYesOrNo } from "../../reports/is-yes-or-no.js";
import { verdictLine } from "../../reports/summary.js";
import type { Texts } from "../../reports/texts.js";
import { jsonText } from "../auditor/json-text.js";
import type { Question } from "../auditor/question.js";
import type { Row } from "../auditor/row-fields.js";
import { formatNumber } from "../numbers/format-number.js";
import { describeRow } from "./describe-row.js";
import type { Tint } from "./output.js";
import { oneLine } from "./printable.js";

/** How results are printed: rows as JSON, a line a row, or a line a claim with what people must look at by name. */
export interface PrinterOptions {
  readonly texts: Texts;
  readonly style: "json" | "rows" | "claims";
  print(line: string, tint?: Tint): void;
}

/** Cells that are named at the end at most, of each verdict. */
const NAMED = 30;

/** How a row is coloured. */
const tintOf = ({ verdict, vacuous }: Row): Tint | undefined =>
  verdict === "refuted"
    ? "bad"
    : verdict === "inconclusive"
      ? "unsure"
      : vacuous || verdict === "not-applicable"
        ? "faint"
        : undefined;

/** Where a claim's rows fare worst, and by how much: "worst printed tanh d=4 γ=0.05, slack 1.28". */
function worstText(rows: readonly Row[], texts: Texts): string {
  const row = worst(rows);
  if (!row || row.verdict === "not-applicable") return "";
  const fact =
    row.slack !== null && !isYesOrNo(rows.filter(({ verdict }) => verdict !== "not-applicable"))
      ? `slack ${formatNumber(row.slack)}`
      : row.failureUpper !== null
        ? `fails ${failureText(row)}`
        : row.verdict === "supported" && row.vacuous
          ? "vacuous"
          : "";
  return `; worst ${row.form} ${cellText(row, texts)}${fact === "" ? "" : `, ${fact}`}`;
}

/** The rows of a verdict, by name. */
function named(title: string, rows: readonly Row[], texts: Texts): string[] {
  if (rows.length === 0) return [];
  const lines = rows
    .slice(0, NAMED)
    .map((row) => oneLine(`  ${row.claim} ${row.form}  ${cellText(row, texts)}: ${reasonText(row, texts)}`));
  const more = rows.length > NAMED ? [`  and ${rows.length - NAMED} more: --rows prints a line for each row`] : [];
  return ["", title, ...lines, ...more];
}

/**
 * Prints rows as they settle, in the order of the questions, each as soon as those before it are there. With a line a
 * claim, its line comes when its last row does, and the refuted and inconclusive rows are named at the end.
 */
export function auditPrinter(
  questions: readonly Question[],
  { texts, style, print }: PrinterOptions,
): (row: Row, index: number) => void {
  const settled: Row[] = [];
  const open = new Map<string, number>();
  for (const { claim } of questions) open.set(claim.id, (open.get(claim.id) ?? 0) + 1);
  let [printed, count] = [0, 0];

  function inOrder(): void {
    for (let next = settled[printed]; next; next = settled[++printed])
      if (style === "json") print(jsonText(next));
      else print(describeRow(next, texts), tintOf(next));
  }

  function claimLine(id: string): void {
    const own = settled.filter((row) => row?.claim === id);
    const label = texts.get(own[0].paper ?? "")?.statements.get(id)?.label ?? "";
    const line = `${id.padEnd(27)} ${label.padEnd(22)} ${verdictLine(own)}${worstText(own, texts)}`;
    const tint = own.some(({ verdict }) => verdict === "refuted")
      ? "bad"
      : own.some(({ verdict }) => verdict === "inconclusive")
        ? "unsure"
        : undefined;
    print(oneLine(line), tint);
  }

  function byName(): void {
    const refuted = settled.filter(({ verdict }) => verdict === "refuted");
    const inconclusive = settled.filter(({ verdict }) => verdict === "inconclusive");
    for (const line of named("Refuted", refuted, texts)) print(line, "bad");
    for (const line of named("Inconclusive", inconclusive, texts)) print(line, "unsure");
  }

  return (row, index) => {
    settled[index] = row;
    count++;
    if (style !== "claims") {
      inOrder();
      return;
    }
    const left = (open.get(row.claim) ?? 0) - 1;
    open.set(row.claim, left);
    if (left === 0) claimLine(row.claim);
    if (count === questions.length) byName();
  };
}
