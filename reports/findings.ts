import type { Row } from "lemmacheck";
import { cellText, formatNumber } from "./format.js";

/** One thing that a statement's rows say together. */
export interface Finding {
  readonly title: string;
  readonly text: string;
}

/** The least of the rows by some number; none where all lack it. */
function leastBy(rows: readonly Row[], numberOf: (row: Row) => number | null): Row | undefined {
  return rows
    .filter((row) => numberOf(row) !== null)
    .toSorted((a, b) => (numberOf(a) ?? 0) - (numberOf(b) ?? 0))
    .at(0);
}

/** How far from 1 a multiple is, either way. */
const distance = (multiple: number | null) => (multiple === null ? null : Math.abs(Math.log(multiple)));

/** The row with the least slack: where the bound is nearest to failing. Vacuous rows have none. */
export function tightest(rows: readonly Row[]): Row | undefined {
  return leastBy(rows, ({ slack }) => slack);
}

/**
 * The row whose draws would refute the multiple of its bound nearest 1: how sharply the audit looked. Rows that refute
 * the bound itself, or where it is vacuous, do not count.
 */
export function sharpest(rows: readonly Row[]): Row | undefined {
  return leastBy(rows, ({ refutedMultiple, vacuous, verdict }) =>
    vacuous || verdict === "refuted" ? null : distance(refutedMultiple),
  );
}

/** What the rows of a statement say together, for a person. Mutants are left out. */
export function findings(rows: readonly Row[]): Finding[] {
  const own = rows.filter((row) => row.mutant === null);
  const refuted = own.filter(({ verdict }) => verdict === "refuted");
  const [tight, sharp] = [tightest(own), sharpest(own)];
  const methods = [...new Set(own.flatMap(({ method }) => (method === null ? [] : [method])))];
  return [
    ...(refuted.length > 0
      ? [{ title: "Refuted", text: refuted.map((row) => `${row.form} at ${cellText(row)}`).join("; ") }]
      : []),
    ...(tight
      ? [{ title: "Least slack", text: `${formatNumber(tight.slack)} (${tight.form}, ${cellText(tight)})` }]
      : []),
    ...(sharp
      ? [
          {
            title: "Would be refuted",
            text: `${formatNumber(sharp.refutedMultiple)} times the bound (${sharp.form}, ${cellText(sharp)})`,
          },
        ]
      : []),
    ...(methods.length > 0 ? [{ title: "Decided by", text: methods.join(", ") }] : []),
  ];
}
