import type { Form } from "../expressions/form.js";
import { longSeries } from "../expressions/long-series.js";
import { add, type Interval, interval, magnitude, multiply, point, subtract, ZERO } from "../intervals/interval.js";
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
      total = add(total, multiply(point(coefficients[j] * BINOMIAL[j][i]), point(shift ** (j - i))));
    return total;
  });
}

export interface TableErrors {
  readonly valueError: number;
  readonly slopeError: number;
}

/**
 * Bounds on |ψ − p| and |ψ' − p'| over all of a table, with the rounding of its evaluation, for ψ as a form; null where
 * none is found. On each half of an entry, b its middle and r its half width, with Taylor coefficients c_i of ψ at b,
 * C_8 of ψ over the half, and q_i of p at b:
 *
 *   |ψ − p| ≤ Σ_{i<8} |c_i − q_i|·r^i + |C_8|·r^8,   |ψ' − p'| ≤ Σ_{i<8} i·|c_i − q_i|·r^(i−1) + 8·|C_8|·r^7.
 *
 * Enclosures throughout (long-series.ts).
 */
export function tableErrors(form: Form, { step, table }: PolynomialTable): TableErrors | null {
  const entries = table.length / DEGREE;
  const centre = (entries - 1) / 2;
  const r = step / 4;
  let [valueError, slopeError] = [0, 0];
  for (let entry = 0; entry < entries; entry++) {
    const coefficients = [...table.subarray(DEGREE * entry, DEGREE * (entry + 1))];
    const middle = (entry - centre) * step;
    const half = step / 2;
    const value = coefficients.reduce((total, a, i) => total + ROUNDING[0](i) * Math.abs(a) * half ** i, 0);
    const slope = coefficients
      .slice(1)
      .reduce((total, a, i) => total + ROUNDING[1](i + 1) * (i + 1) * Math.abs(a) * half ** i, 0);
    for (const side of [-r, r]) {
      const b = middle + side;
      const [there, remainder] = [
        longSeries(form, point(b), DEGREE - 1),
        longSeries(form, interval(b - r, b + r), DEGREE),
      ];
      if (!there || !remainder) return null;
      let [missed, missedSlope] = [
        magnitude(remainder[DEGREE]) * r ** DEGREE,
        DEGREE * magnitude(remainder[DEGREE]) * r ** (DEGREE - 1),
      ];
      shifted(coefficients, side).forEach((q, i) => {
        const apart = magnitude(subtract(there[i], q));
        missed += apart * r ** i;
        missedSlope += i === 0 ? 0 : i * apart * r ** (i - 1);
      });
      // r is a power of 2, so that only the sums round: 20 of them, upwards at most by 2^-48 of each.
      valueError = Math.max(valueError, (missed + value) * (1 + 2 ** -45));
      slopeError = Math.max(slopeError, (missedSlope + slope) * (1 + 2 ** -45));
    }
  }
  return valueError < Infinity && slopeError < Infinity ? { valueError, slopeError } : null;
}
