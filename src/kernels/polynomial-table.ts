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
/** Where errors are measured, in half steps from the middle of an interval. */
const PROBES = [-1, -0.62, 0.31, 0.99];
/** Steps tried, longest first, and the arguments that a table should cover at least: |N(0,1)| > 4 is rare. */
const LONGEST_STEP = 4;
const SHORTEST_STEP = 2 ** -9;
const LEAST_REACH = 3.99;
const USUAL_REACH = 16;
const LEAST_ENTRIES = 513;

export interface PolynomialTable {
  readonly step: number;
  /** The table holds for |t| ≤ reach. */
  readonly reach: number;
  readonly table: Float64Array;
  readonly valueError: number;
  readonly slopeError: number;
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
  return powers.map((c, power) => c / half ** power);
}

/** ψ(centre + x) and ψ'(centre + x) by the eight coefficients at `at`. */
export function evaluated(table: Float64Array, at: number, x: number): readonly [number, number] {
  let value = 0;
  let slope = 0;
  for (let i = DEGREE + 1; i >= 0; i--) {
    slope = slope * x + value;
    value = value * x + table[at + i];
  }
  return [value, slope];
}

/**
 * The table with that step, or null if it is less accurate than 2⁻⁵⁰·(|ψ| + sup|ψ'|/2) for ψ and
 * 2⁻⁴⁸·sup|ψ'| for ψ' at a probe. The polynomial for ψ is the integral of that for ψ', which keeps all
 * digits of both: the other way round, differences of ψ would be divided by the step.
 */
function tableWithStep(value: Real, derivative: Real, step: number): PolynomialTable | null {
  const entries = Math.min(MOST_ENTRIES - 1, Math.max(LEAST_ENTRIES, (2 * USUAL_REACH) / step + 1));
  const centre = (entries - 1) / 2;
  const table = new Float64Array(8 * entries);
  const half = step / 2;
  let [valueError, slopeError] = [0, 0];
  let steepest = 0;
  for (let j = -centre; j <= centre; j++) steepest = Math.max(steepest, Math.abs(derivative(j * step)));
  for (let distance = 0; distance <= centre; distance++)
    for (const j of distance === 0 ? [0] : [distance, -distance]) {
      const at = 8 * (j + centre);
      const middle = j * step;
      table[at] = value(middle);
      interpolated(derivative, middle, half).forEach((c, power) => {
        table[at + power + 1] = c / (power + 1);
      });
      for (const probe of PROBES) {
        const t = middle + probe * half;
        const [psi, slope] = evaluated(table, at, t - middle);
        const [exact, exactSlope] = [value(t), derivative(t)];
        const missed = Math.abs(psi - exact);
        const missedSlope = Math.abs(slope - exactSlope);
        if (!(missed <= 2 ** -50 * (Math.abs(exact) + steepest / 2))) return null;
        if (!(missedSlope <= 2 ** -48 * steepest)) return null;
        valueError = Math.max(valueError, missed);
        slopeError = Math.max(slopeError, missedSlope);
      }
    }
  return { step, reach: centre * step, table, valueError, slopeError };
}

/** Piecewise polynomials for ψ and ψ' with the longest step, a power of 2, that is accurate enough; null if none is. */
export function polynomialTable(value: Real, derivative: Real): PolynomialTable | null {
  for (let step = LONGEST_STEP; step >= SHORTEST_STEP; step /= 2) {
    const made = tableWithStep(value, derivative, step);
    if (made) return made.reach >= LEAST_REACH ? made : null;
  }
  return null;
}
