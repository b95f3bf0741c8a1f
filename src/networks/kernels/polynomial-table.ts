import { pow } from "../../numbers/pow.js";
import { type Grid, gridsFor, misplacement } from "./grid.js";
import { MOST_ENTRIES } from "./layout.js";

/** Degree of the polynomial for ψ', interpolated at DEGREE + 1 Chebyshev nodes; ψ's is one higher. */
const DEGREE = 6;
/** Chebyshev polynomials T_0 … T_6 as coefficients of powers. */
const CHEBYSHEV = [
  [1],
  [0, 1],
  [-1, 0, 2],
  [0, -3, 0, 4],
  [1, 0, -8, 0, 8],
  [0, 5, 0, -20, 0, 16],
  [-1, 0, 18, 0, -48, 0, 32],
];
/** Where errors are measured, in half steps from the middle of a cell; within it where its border may be a kink. */
const PROBES = [-1, -0.62, 0.31, 0.99];
const INNER_PROBES = [-0.99, -0.62, 0.31, 0.99];
/** The arguments that a table should cover at least: |N(0,1)| > 4 is rare. */
const LEAST_REACH = 3.99;
const USUAL_REACH = 16;
const LEAST_ENTRIES = 513;

/** On cell j, |p − j·step| ≤ step/2 for p = factor·t + offset, ψ(t) is a polynomial in p − j·step. */
export interface PolynomialTable extends Grid {
  /** The table holds for |t| ≤ reach. */
  readonly reach: number;
  readonly table: Float64Array;
  readonly valueError: number;
  readonly slopeError: number;
  /** What rounding of arguments near kinks may add to the error of ψ, and the polynomials differ by there. */
  readonly atKinks: number;
}

type Real = (t: number) => number;

/** Coefficients of powers of x = t − centre, |x| ≤ half, of the polynomial that interpolates the derivative there. */
function interpolated(derivative: Real, centre: number, half: number): number[] {
  const angles = Array.from({ length: DEGREE + 1 }, (_, i) => ((2 * i + 1) * Math.PI) / (2 * DEGREE + 2));
  const values = angles.map((angle) => derivative(centre + half * Math.cos(angle)));
  const powers = Array<number>(DEGREE + 1).fill(0);
  CHEBYSHEV.forEach((chebyshev, n) => {
    const sum = values.reduce((s, value, i) => s + value * Math.cos(n * angles[i]), 0);
    const coefficient = ((n === 0 ? 1 : 2) * sum) / (DEGREE + 1);
    chebyshev.forEach((c, power) => {
      powers[power] += c * coefficient;
    });
  });
  return powers.map((c, power) => c / pow(half, power));
}

/** The polynomial of the eight coefficients at `at`, and its derivative, at x from the middle of its cell. */
export function evaluated(table: Float64Array, at: number, x: number): readonly [number, number] {
  let value = 0;
  let slope = 0;
  for (let i = DEGREE + 1; i >= 0; i--) {
    slope = slope * x + value;
    value = value * x + table[at + i];
  }
  return [value, slope];
}

/** By how much the polynomials on both sides of a kink differ there, and their slopes: more than rounding where ψ jumps. */
function jumpsAt(kink: number, { step, factor, offset }: Grid, table: Float64Array): readonly [number, number] {
  const centre = (table.length / 8 - 1) / 2;
  const right = Math.round((factor * kink + offset) / step + 0.5) + centre;
  const [value, slope] = evaluated(table, 8 * right, -step / 2);
  const [before, slopeBefore] = evaluated(table, 8 * (right - 1), step / 2);
  return [Math.abs(value - before), factor * Math.abs(slope - slopeBefore)];
}

/**
 * The table on that grid, or null if it is less accurate than 2⁻⁵⁰·(|ψ| + sup|ψ'|/2) for ψ and 2⁻⁴⁸·sup|ψ'| for ψ' at a
 * probe, times 1 + |t| + |offset/factor| where there are kinks, for the rounding of p; or if ψ jumps at a kink. The
 * polynomial for ψ is the integral of that for ψ', which keeps all digits of both: the other way round, differences of ψ
 * would be divided by the step.
 *
 * An argument within rounding of a kink may be taken for one on its other side, where the other polynomial is off by the
 * jump of ψ' times that rounding, which `atKinks` is, twice over. That of ψ' does not: there it is the slope of
 * one side.
 */
function tableOn(grid: Grid, value: Real, derivative: Real, kinks: readonly number[]): PolynomialTable | null {
  const { step, factor, offset } = grid;
  // p rounds more, the further out it is.
  const least = kinks.length > 0 ? 0 : LEAST_ENTRIES >> 1;
  const centre = Math.min((MOST_ENTRIES >> 1) - 1, Math.max(least, Math.ceil((USUAL_REACH * factor) / step)));
  const entries = 2 * centre + 1;
  const table = new Float64Array(8 * entries);
  const half = step / 2;
  const argument = (p: number) => (p - offset) / factor;
  const slopeInP = (p: number) => derivative(argument(p)) / factor;
  const probes = kinks.length > 0 ? INNER_PROBES : PROBES;
  let [valueError, slopeError] = [0, 0];
  let steepest = 0;
  for (let j = -centre; j <= centre; j++) steepest = Math.max(steepest, Math.abs(derivative(argument(j * step))));
  for (let distance = 0; distance <= centre; distance++)
    for (const j of distance === 0 ? [0] : [distance, -distance]) {
      const at = 8 * (j + centre);
      const middle = j * step;
      table[at] = value(argument(middle));
      // Beside kinks ψ is often linear; its slope less that of the middle then is 0 without rounding.
      const base = kinks.length > 0 ? slopeInP(middle) : 0;
      interpolated((p) => slopeInP(p) - base, middle, half).forEach((c, power) => {
        table[at + power + 1] = c / (power + 1);
      });
      table[at + 1] += base;
      for (const probe of probes) {
        const t = argument(middle + probe * half);
        const [psi, slope] = evaluated(table, at, factor * t + offset - middle);
        const [exact, exactSlope] = [value(t), derivative(t)];
        const missed = Math.abs(psi - exact);
        const missedSlope = Math.abs(slope * factor - exactSlope);
        const rounding = kinks.length > 0 ? 1 + Math.abs(t) + Math.abs(offset / factor) : 1;
        if (!(missed <= 2 ** -50 * (Math.abs(exact) + (steepest / 2) * rounding))) return null;
        if (!(missedSlope <= 2 ** -48 * steepest * rounding)) return null;
        valueError = Math.max(valueError, missed);
        slopeError = Math.max(slopeError, missedSlope);
      }
    }
  const reach = (centre * step - Math.abs(offset)) / factor;
  let atKinks = 0;
  for (const kink of kinks.filter((t) => Math.abs(t) < reach)) {
    const [gap, bend] = jumpsAt(kink, grid, table);
    if (!(gap <= 2 ** -46 * (Math.abs(value(kink)) + steepest * (1 + Math.abs(kink))))) return null;
    atKinks = Math.max(atKinks, gap + 2 * bend * misplacement(grid, kink));
  }
  return { ...grid, reach, table, valueError, slopeError, atKinks };
}

/**
 * Piecewise polynomials for ψ and ψ' on the grid with the longest step that is accurate enough, each kink between two
 * cells; null if none is, for incommensurate kinks, and where ψ jumps.
 */
export function polynomialTable(value: Real, derivative: Real, kinks: readonly number[] = []): PolynomialTable | null {
  for (const grid of gridsFor(kinks)) {
    const made = tableOn(grid, value, derivative, kinks);
    if (made) return made.reach >= LEAST_REACH ? made : null;
  }
  return null;
}
