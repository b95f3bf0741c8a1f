import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { cellText } from "./format.js";
import type { Texts } from "./texts.js";

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
 * the bound itself do not count, and vacuous ones only where there are no others.
 */
export function sharpest(rows: readonly Row[]): Row | undefined {
  const open = rows.filter(({ verdict }) => verdict !== "refuted");
  const nearest = (own: readonly Row[]) => leastBy(own, ({ refutedMultiple }) => distance(refutedMultiple));
  return nearest(open.filter(({ vacuous }) => !vacuous)) ?? nearest(open);
}

/** "0.74", or "1 + 3e-11" where four digits would say 1. */
export function multipleText(multiple: number): string {
  const off = multiple - 1;
  if (off === 0 || Math.abs(off) >= 1e-3) return formatNumber(multiple);
  return `1 ${off < 0 ? "−" : "+"} ${formatNumber(Math.abs(off))}`;
}

/** The exponents that the draws of a trend would refute, as a text: those outside its narrowest limits. */
function refutedExponent(rows: readonly Row[], texts: Texts): string | null {
  const own = rows.filter(({ exponentLower, exponentUpper }) => exponentLower !== null && exponentUpper !== null);
  const narrowest = leastBy(own, ({ exponentLower, exponentUpper }) => (exponentUpper ?? 0) - (exponentLower ?? 0));
  if (!narrowest) return null;
  const { exponentLower, exponentUpper, printedExponent } = narrowest;
  return `exponents below ${formatNumber(exponentLower)} and above ${formatNumber(exponentUpper)}; printed ${formatNumber(printedExponent)} (${narrowest.form}, ${cellText(narrowest, texts)})`;
}

/** What the rows of a statement say together, for a person. Mutants are left out. */
export function findings(rows: readonly Row[], texts: Texts): Finding[] {
  const own = rows.filter((row) => row.mutant === null);
  const refuted = own.filter(({ verdict }) => verdict === "refuted");
  const [tight, sharp] = [tightest(own), sharpest(own)];
  const exponents = refutedExponent(own, texts);
  const methods = [...new Set(own.flatMap(({ method }) => (method === null ? [] : [method])))];
  return [
    ...(refuted.length > 0
      ? [{ title: "Refuted", text: refuted.map((row) => `${row.form} at ${cellText(row, texts)}`).join("; ") }]
      : []),
    ...(tight
      ? [{ title: "Least slack", text: `${formatNumber(tight.slack)} (${tight.form}, ${cellText(tight, texts)})` }]
      : []),
    ...(sharp
      ? [
          {
            title: "Would be refuted",
            text: `${multipleText(sharp.refutedMultiple ?? 1)} times the bound (${sharp.form}, ${cellText(sharp, texts)}${sharp.vacuous ? ", where it is vacuous" : ""})`,
          },
        ]
      : []),
    ...(exponents === null ? [] : [{ title: "Would be refuted", text: exponents }]),
    ...(methods.length > 0 ? [{ title: "Decided by", text: methods.join(", ") }] : []),
  ];
}
