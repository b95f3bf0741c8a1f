import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { tightest, worst } from "./findings.js";
import { cellText, failureText } from "./format.js";
import { isYesOrNo } from "./is-yes-or-no.js";
import { type FormVerdict, type Standing, standingText } from "./standing.js";
import { paperOf, type Texts } from "./texts.js";

/** One statement on one line of the ledger. */
export interface LedgerLine {
  readonly standing: Standing;
  readonly section: string;
  /** How it stands, in words. */
  readonly status: string;
  readonly printed: string;
  readonly repaired: string;
  readonly worst: Row | undefined;
  /** The cell of that row, and how it was decided. */
  readonly where: string;
  readonly slack: number | null;
  readonly failure: string;
  readonly method: string;
  /** How many rows it has. */
  readonly rows: number;
}

const WORDS: Readonly<Record<FormVerdict, string>> = {
  refuted: "refuted",
  supported: "supported",
  vacuous: "vacuous",
  inconclusive: "inconclusive",
  "not-applicable": "not applicable",
};

const verdictWord = (verdict: FormVerdict | null) => (verdict === null ? "" : WORDS[verdict]);

/** The titles of the sections that claims stand in, by paper and claim. */
export function sectionTitles(texts: Texts): (standing: Pick<Standing, "paper" | "claim">) => string {
  const titles = new Map<string, string>();
  for (const { id: paper, sections, statements } of texts.values()) {
    let title = "";
    for (const id of statements.keys()) {
      title = sections.find(({ from }) => from === id)?.title ?? title;
      titles.set(JSON.stringify([paper, id]), title);
    }
  }
  return ({ paper, claim }) => titles.get(JSON.stringify([paper, claim])) ?? "";
}

/** How often the worst row's bound failed, beside what is allowed. */
function failureOf(row: Row | undefined): string {
  if (!row || (row.failureRate === null && row.failureUpper === null)) return "";
  return row.allowed === null ? failureText(row) : `${failureText(row)}, allowed ${formatNumber(row.allowed)}`;
}

/** The ledger: what each statement's rows come to, with the cell where it fares worst. */
export function ledgerLines(all: readonly Standing[], texts: Texts): readonly LedgerLine[] {
  const sectionOf = sectionTitles(texts);
  return all.map((standing) => {
    const own = standing.rows.filter(({ mutant }) => mutant === null);
    const row = worst(own);
    const methods = new Set(own.flatMap(({ method }) => method ?? []));
    return {
      standing,
      section: sectionOf(standing),
      status: standingText(standing),
      printed: verdictWord(standing.printed),
      repaired: verdictWord(standing.repaired),
      worst: row,
      where: row
        ? `${cellText(row, texts)}${row.form === "repaired" && standing.printed !== null ? " (repaired)" : ""}`
        : "",
      slack: isYesOrNo(own.filter(({ verdict }) => verdict !== "not-applicable"))
        ? null
        : ((row?.verdict === "refuted" ? row.slack : tightest(own)?.slack) ?? null),
      failure: failureOf(row),
      method: [...methods].join(", "),
      rows: own.length,
    };
  });
}

/** The values of a paper's panels that a statement's rows have: what a reader filters by. */
export function panelValues(standing: Standing, texts: Texts): string[] {
  const panels = paperOf(standing.rows[0], texts)?.panels ?? [];
  return [
    ...new Set(
      standing.rows.flatMap(({ cell }) =>
        panels.flatMap((name) => (Object.hasOwn(cell, name) ? [String(cell[name])] : [])),
      ),
    ),
  ];
}
