import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { multipleText, sharpest, tightest } from "./findings.js";
import { cellText } from "./format.js";
import { byClaim, countVerdicts } from "./summary.js";
import type { Texts } from "./texts.js";

/** One statement on one line: what its rows came to, and the cell where its bound is tightest. */
export interface LedgerLine {
  readonly claim: string;
  readonly anchor: string;
  /** Texts under the titles of `ledgerTitles`. */
  readonly cells: readonly string[];
}

export const ledgerTitles = [
  "supported",
  "vacuous",
  "refuted",
  "inconclusive",
  "not applicable",
  "would be refuted",
  "least slack",
  "where",
] as const;

/** The titles before this one stand over numbers. */
export const NUMERIC_TITLES = ledgerTitles.indexOf("where");

/** The rows' claims at a glance: `sharpest` and `tightest`. Least slack is among rows whose bound is not vacuous; zeros are left blank. */
export function ledgerTable(rows: readonly Row[], texts: Texts): LedgerLine[] {
  return byClaim(rows).map(({ claim, anchor, rows: own }) => {
    const counts = countVerdicts(own);
    const numbers = [counts.supported, counts.vacuous, counts.refuted, counts.inconclusive, counts.notApplicable];
    const [tight, sharp] = [tightest(own), sharpest(own)];
    return {
      claim,
      anchor,
      cells: [
        ...numbers.map((count) => (count === 0 ? "" : String(count))),
        sharp ? `× ${multipleText(sharp.refutedMultiple ?? 1)}` : "",
        tight ? formatNumber(tight.slack) : "",
        tight ? cellText(tight, texts) : "",
      ],
    };
  });
}
