import { encloseBox } from "../../activations/expressions/enclosures.js";
import type { Form } from "../../activations/expressions/form.js";
import { longSeries } from "../../activations/expressions/long-series.js";
import {
  add,
  divide,
  type Interval,
  integerPower,
  interval,
  magnitude,
  multiply,
  ONE,
  point,
  subtract,
  ZERO,
} from "../../numbers/intervals/interval.js";
import { pow } from "../../numbers/pow.js";
import type { PolynomialTable } from "./polynomial-table.js";

/** Coefficients of an entry of the table. */
const DEGREE = 8;
/**
 * A bound on the rounding error of the term of power i, relative to its size, in the even and odd halves that the kernel
 * evaluates (twin-activation.ts): at most 3 + 3i/2 operations, products with y = x² counted twice, touch it for ψ, and at
 * most 4 + 2i for ψ'.
 */
const ROUNDING = [(i: number) => 1.01 * (3 + 1.5 * i) * 2 ** -53, (i: number) => 1.01 * (4 + 2 * i) * 2 ** -53];

const BINOMIAL = Array.from({ length: DEGREE }, (_, j) => {
  const row = [1];
  for (let i = 1; i <= j; i++) row.push((row[i - 1] * (j - i + 1)) / i);
  return row;
});

/** The coefficients of an entry around a point `shift` from its middle. */
function shifted(coefficients: readonly number[], shift: number): Interval[] {
  return coefficients.map((_, i) => {
    let total = ZERO;
    for (let j = i; j < DEGREE; j++)
      total = add(total, multiply(point(coefficients[j] * BINOMIAL[j][i]), point(pow(shift, j - i))));
    return total;
  });
}

export interface TableErrors {
  readonly valueError: number;
  readonly slopeError: number;
}

/** The sides a form takes on a box, and a width at its ends where it may take others; null if it changes them within. */
function sidesOn(form: Form, { lo, hi }: Interval) {
  const end = 2 ** -50 * (1 + Math.max(Math.abs(lo), Math.abs(hi)));
  for (const width of [0, end]) {
    const { smooth, sides } = encloseBox(form, interval(lo + width, hi - width), 0);
    if (smooth) return { sides, width };
  }
  return null;
}

/**
 * Bounds on |ψ − p| and |ψ' − p'| over all of a table, with the rounding of its evaluation, for ψ as a form; null where
 * none is found. On each half of an entry, b its middle and r its half width, with Taylor coefficients c_i of ψ at b,
 * C_8 of ψ over the half, and q_i of p at b, all in the table's own variable factor·t + offset:
 *
 *   |ψ − p| ≤ Σ_{i<8} |c_i − q_i|·r^i + |C_8|·r^8,   |ψ' − p'| ≤ Σ_{i<8} i·|c_i − q_i|·r^(i−1) + 8·|C_8|·r^7.
 *
 * Enclosures throughout (long-series.ts). Beside a kink ψ is the function that takes the same sides of |u|, max and the
 * like up to the border; at most 2⁻⁵⁰(1 + |t|) from there it may take others, where |ψ − p| grows by twice the Lipschitz
 * constant times that at most, and ψ' is that of either side.
 */
export function tableErrors(
  form: Form,
  { step, factor, offset, table }: Omit<PolynomialTable, "valueError" | "slopeError" | "reach">,
  lipschitz: number,
): TableErrors | null {
  const entries = table.length / DEGREE;
  const centre = (entries - 1) / 2;
  const r = step / 4;
  const half = step / 2;
  const placed = factor !== 1 || offset !== 0;
  const argument = (p: Interval) => (placed ? divide(subtract(p, point(offset)), point(factor)) : p);
  const scales = Array.from({ length: DEGREE + 1 }, (_, i) => integerPower(divide(ONE, point(factor)), i));
  /** The series of ψ in the table's variable. */
  const series = (p: Interval, order: number, sides: ReadonlyMap<number, boolean>) => {
    const inT = longSeries(form, argument(p), order, sides);
    return inT && factor !== 1 ? inT.map((c, i) => multiply(c, scales[i])) : inT;
  };
  let [valueError, slopeError] = [0, 0];
  for (let entry = 0; entry < entries; entry++) {
    const coefficients = [...table.subarray(DEGREE * entry, DEGREE * (entry + 1))];
    const middle = (entry - centre) * step;
    const sizes = coefficients.map((a, i) => Math.abs(a) * pow(half, i));
    // factor·t + offset has two roundings, and the slope one more.
    const moved = placed ? 1.01 * 2 ** -53 * (2 * (Math.abs(middle) + half) + Math.abs(offset)) : 0;
    const last = placed ? 1.01 * 2 ** -53 : 0;
    const value = sizes.reduce((total, size, i) => total + (ROUNDING[0](i) + (moved * i) / half) * size, 0);
    const slope = sizes.reduce(
      (total, size, i) => total + ((ROUNDING[1](i) + last + (moved * (i - 1)) / half) * i * size) / half,
      0,
    );
    for (const side of [-r, r]) {
      const b = middle + side;
      const box = interval(b - r, b + r);
      const chosen = sidesOn(form, argument(box));
      if (!chosen) return null;
      const there = series(point(b), DEGREE - 1, chosen.sides);
      const remainder = series(box, DEGREE, chosen.sides);
      if (!there || !remainder) return null;
      let [missed, missedSlope] = [
        magnitude(remainder[DEGREE]) * pow(r, DEGREE) + (chosen.width > 0 ? 2 * lipschitz * chosen.width : 0),
        DEGREE * magnitude(remainder[DEGREE]) * pow(r, DEGREE - 1),
      ];
      shifted(coefficients, side).forEach((q, i) => {
        const apart = magnitude(subtract(there[i], q));
        missed += apart * pow(r, i);
        missedSlope += i === 0 ? 0 : i * apart * pow(r, i - 1);
      });
      // r is a power of 2, so that only the sums round: 20 of them, upwards at most by 2^-48 of each.
      valueError = Math.max(valueError, (missed + value) * (1 + 2 ** -45));
      slopeError = Math.max(slopeError, factor * (missedSlope + slope) * (1 + 2 ** -45));
    }
  }
  return valueError < Infinity && slopeError < Infinity ? { valueError, slopeError } : null;
}
