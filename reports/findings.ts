import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { cellText } from "./format.js";
import { isYesOrNo } from "./is-yes-or-no.js";
import type { Texts } from "./texts.js";

/** One thing that a statement's rows say together. */
export interface Finding {
  readonly title: string;
  readonly text: string;
}

/** The least of the rows by some number; none where all lack it. */
function leastBy(rows: readonly Row[], numberOf: (row: Row) => number | null): Row | undefined {
  return rows.reduce<{ readonly row: Row; readonly least: number } | undefined>((best, row) => {
    const own = numberOf(row);
    return own !== null && (best === undefined || own < best.least) ? { row, least: own } : best;
  }, undefined)?.row;
}

/** The largest of some numbers, −∞ if there are none: any number of them. */
const largest = (numbers: readonly number[]) => numbers.reduce((most, x) => Math.max(most, x), -Infinity);

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
function sharpest(rows: readonly Row[]): Row | undefined {
  const open = rows.filter(({ verdict }) => verdict !== "refuted");
  const nearest = (own: readonly Row[]) => leastBy(own, ({ refutedMultiple }) => distance(refutedMultiple));
  return nearest(open.filter(({ vacuous }) => !vacuous)) ?? nearest(open);
}

/** "0.74", or "1 + 3e-11" where four digits would say 1. */
function multipleText(multiple: number): string {
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

/**
 * The constant by which a form's bound could be multiplied and just hold at all cells where it says something: an estimate, from the
 * largest quantile against its bound, with the largest constant that is refuted below it and, where the bound itself is supported, 1 above.
 * Of lower bounds the largest constant, the other way round. Null where no cell has a slack.
 */
function extremeConstant(rows: readonly Row[], form: Row["form"]): Finding | null {
  const own = rows.filter(
    ({ form: its, slack, verdict }) =>
      its === form && slack !== null && (verdict === "supported" || verdict === "refuted"),
  );
  const tight = tightest(own);
  if (!tight?.slack || !tight.bound || !tight.observedQuantile) return null;
  const upper = tight.slack === tight.bound / tight.observedQuantile;
  const multiples = own.flatMap(({ refutedMultiple }) => refutedMultiple ?? []);
  const refuted = upper ? largest(multiples) : -largest(multiples.map((multiple) => -multiple));
  const broken = own.filter(({ verdict }) => verdict === "refuted").length;
  const known = Number.isFinite(refuted) ? `${multipleText(refuted)} (refuted)` : null;
  const limits =
    broken === 0
      ? known
        ? `, between ${upper ? `${known} and 1 (supported)` : `1 (supported) and ${known}`}`
        : `, at ${upper ? "most" : "least"} 1 (supported)`
      : known
        ? `, ${upper ? "above" : "below"} ${known}`
        : "";
  const cells = `over ${own.length} ${own.length === 1 ? "cell" : "cells"}`;
  return {
    title: `${upper ? "Smallest" : "Largest"} constant`,
    text: `${multipleText(upper ? 1 / tight.slack : tight.slack)} times the one ${form === "printed" ? "printed" : "of the repaired form"}${limits}, ${cells}`,
  };
}

/** Refuted cells that are named at most. */
const NAMED = 6;

function refutedText(refuted: readonly Row[], texts: Texts): string {
  const named = refuted.slice(0, NAMED).map((row) => `${row.form} at ${cellText(row, texts)}`);
  return `${named.join("; ")}${refuted.length > NAMED ? `; and ${refuted.length - NAMED} cells more` : ""}`;
}

/**
 * The row that shows best how a statement fares: where it is refuted by the most, else where its slack is least, else one at which it
 * is decided at all.
 */
export function worst(rows: readonly Row[]): Row | undefined {
  const own = rows.filter(({ mutant }) => mutant === null);
  const refuted = own.filter(({ verdict }) => verdict === "refuted");
  const excess = ({ failureLower, failureRate, allowed }: Row) =>
    -Math.log((failureRate ?? failureLower ?? 1) / (allowed || 1));
  return (
    leastBy(refuted, (row) => (row.allowed === null ? null : excess(row))) ??
    leastBy(refuted, ({ slack }) => slack) ??
    refuted.at(0) ??
    tightest(own) ??
    own.find(({ verdict }) => verdict === "inconclusive") ??
    own.find(({ verdict }) => verdict === "supported") ??
    own.at(0)
  );
}

/** What the rows of a statement say together, for a person. Mutants are left out. */
export function findings(rows: readonly Row[], texts: Texts): Finding[] {
  const own = rows.filter((row) => row.mutant === null);
  const refuted = own.filter(({ verdict }) => verdict === "refuted");
  const plain = isYesOrNo(own.filter(({ verdict }) => verdict !== "not-applicable"));
  const [tight, sharp] = plain ? [] : [tightest(own), sharpest(own)];
  const exponents = refutedExponent(own, texts);
  const methods = [...new Set(own.flatMap(({ method }) => (method === null ? [] : [method])))];
  return [
    ...(refuted.length > 0 ? [{ title: "Refuted", text: refutedText(refuted, texts) }] : []),
    ...(tight
      ? [{ title: "Least slack", text: `${formatNumber(tight.slack)} (${tight.form}, ${cellText(tight, texts)})` }]
      : []),
    ...(["printed", "repaired"] as const).flatMap((form) => (plain ? [] : (extremeConstant(own, form) ?? []))),
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
