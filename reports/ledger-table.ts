import type { Row } from "lemmacheck";
import { cellText, formatNumber } from "./format.js";
import { byClaim, countVerdicts } from "./summary.js";

/** One statement on one line: what its rows came to, and the cell where its bound is tightest. */
export interface LedgerLine {
  readonly claim: string;
  /** Texts under the titles of `ledgerTitles`. */
  readonly cells: readonly string[];
}

export const ledgerTitles = [
  "supported",
  "vacuous",
  "refuted",
  "inconclusive",
  "not applicable",
  "least slack",
  "where",
] as const;

/** The rows' claims at a glance. Least slack is among rows whose bound is not vacuous; zeros are left blank. */
export function ledgerTable(rows: readonly Row[]): LedgerLine[] {
  return [...byClaim(rows)].map(([claim, own]) => {
    const counts = countVerdicts(own);
    const numbers = [counts.supported, counts.vacuous, counts.refuted, counts.inconclusive, counts.notApplicable];
    const tightest = own
      .filter((row) => row.slack !== null)
      .toSorted((a, b) => (a.slack ?? 0) - (b.slack ?? 0))
      .at(0);
    return {
      claim,
      cells: [
        ...numbers.map((count) => (count === 0 ? "" : String(count))),
        tightest ? formatNumber(tightest.slack) : "",
        tightest ? cellText(tightest) : "",
      ],
    };
  });
}
