import { powerOfTen } from "../../numbers/power-of-ten.js";

const rounded = (x: number, digits: number) => Number(x.toPrecision(digits));

/** The significant decimal digits of a number as it is written: 1 for 1e-4, 3 for 1.37e-4. */
function digitsOf(x: number): number {
  const [mantissa] = Math.abs(x).toExponential().split("e");
  return mantissa.replace(".", "").replace(/0+$/, "").length || 1;
}

/** Powers of ten before 5, 5 before 2, these before other digits. */
function mantissaRank(x: number): number {
  const [mantissa] = Math.abs(x).toExponential().split("e");
  return { "1": 0, "5": 1, "2": 2 }[mantissa] ?? 3;
}

/** How complicated a positive number is to read: digits first, then how far it is from 1. 0 is the simplest. */
function complexity(x: number): readonly [number, number, number] {
  if (x === 0) return [0, 0, 0];
  const digits = digitsOf(x);
  const rank = digits === 1 ? mantissaRank(x) : 4;
  return [digits, rank, Math.abs(Math.log10(Math.abs(x)))];
}

/** Whether the first list of numbers comes before the second, in the order of a dictionary. */
function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const i = one.findIndex((x, at) => x !== other[at]);
  return i >= 0 && one[i] < other[i];
}

/** Whether one positive number is simpler than another: 1e-4 than 1.37e-4, 0.1 than 0.05. */
export const isSimpler = (a: number, b: number): boolean => isBefore(complexity(a), complexity(b));

/** The distance of a share of 1 from the nearer end, as it is read: 0.999 as 1 − 1e-3. To the digits that 1 − s has. */
function distance(s: number): number {
  if (s <= 0.5) return s;
  const digits = Math.max(1, Math.min(12, Math.floor(15.5 + Math.log10(1 - s))));
  return rounded(1 - s, digits);
}

/** A half first, then by the distance from the nearer end, the lower end first. */
const shareComplexity = (s: number): readonly number[] =>
  s === 0.5 ? [0] : [...complexity(distance(s)), s > 0.5 ? 1 : 0];

/** Whether one share of an interval, in (0, 1), is simpler than another: 0.5 than 0.1, 0.1 than 0.9, 0.999 than 0.37. */
export const isSimplerShare = (a: number, b: number): boolean => isBefore(shareComplexity(a), shareComplexity(b));

/** A number cut to so many digits, towards 0, and one in the last digit further. */
function around(x: number, digits: number): number[] {
  const unit = powerOfTen(Math.floor(Math.log10(x)) - digits + 1);
  return [Math.floor(x / unit) * unit, Math.ceil(x / unit) * unit].map((y) => rounded(y, digits));
}

/**
 * Positive numbers that are simpler than x, the simplest first: 1, 5 and 2 times the powers of ten between 1 and x, then x
 * to one, two, three … digits, either way.
 */
export function simplerNumbers(x: number): number[] {
  const power = Math.log10(x);
  const powers = Array.from({ length: Math.min(40, Math.abs(Math.trunc(power)) + 2) }, (_, i) => i * Math.sign(power));
  const steps = powers.flatMap((at) => [1, 5, 2].map((m) => Number(`${m}e${at}`)));
  const near = [1, 2, 3, 4, 6, 8].flatMap((digits) => around(x, digits));
  const all = [...new Set([...steps, ...near])].filter((y) => y > 0 && y < Infinity && isSimpler(y, x));
  return all.toSorted((a, b) => (isSimpler(a, b) ? -1 : isSimpler(b, a) ? 1 : 0));
}

/** Shares that are simpler than one, the simplest first, next to either end. */
export function simplerShares(s: number): number[] {
  const near = [s, s > 0.5 ? distance(s) : 1 - s].flatMap((x) => [x, ...simplerNumbers(x)]);
  const all = [0.5, ...near, ...near.map((x) => Number((1 - x).toPrecision(15)))].filter(
    (x) => x > 0 && x < 1 && isSimplerShare(x, s),
  );
  return [...new Set(all)].toSorted((a, b) => (isSimplerShare(a, b) ? -1 : isSimplerShare(b, a) ? 1 : 0));
}
