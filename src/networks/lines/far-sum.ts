import erfc from "@stdlib/math-base-special-erfc";
import { pow } from "../../numbers/pow.js";

/** Far neurons: N(shift, 1) variables W with |W| > beyond, of which the sum of the W, or of the W², counts. */
export interface FarLaw {
  readonly beyond: number;
  /** 0 where squares count. */
  readonly shift: number;
  readonly squares: boolean;
}

/** What is known of one such variable. */
export interface FarSum {
  readonly mean: number;
  readonly variance: number;
  /** Of the logarithm of the characteristic function, in units of the deviation: Σ coefficients[j]·(iv)^j, from j = 2 to 8. */
  readonly coefficients: readonly number[];
  /** The density of a sum of n at mean·n + x·√(variance·n), times √(2π·variance·n): near exp(−x²/2). */
  readonly shape: (n: number, x: number) => number;
}

/** Cumulants that count. */
export const ORDER = 8;
const density = (t: number) => Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);

/** P(|N(shift, 1)| > beyond). */
export function farShare(beyond: number, shift: number): number {
  return 0.5 * (erfc((beyond - shift) * Math.SQRT1_2) + erfc((beyond + shift) * Math.SQRT1_2));
}

/** E W^j given |W| > beyond for j up to `order`: by parts, E W^j = δE W^(j−1) + (j − 1)E W^(j−2) + what the ends give. */
function moments({ beyond, shift }: FarLaw, order: number): number[] {
  const share = farShare(beyond, shift);
  const [right, left] = [density(beyond - shift) / share, density(beyond + shift) / share];
  const found = [1];
  for (let j = 1, [up, down] = [1, 1]; j <= order; j++) {
    const before = j > 1 ? (j - 1) * found[j - 2] : 0;
    found.push(shift * found[j - 1] + before + up * right - down * left);
    [up, down] = [up * beyond, -down * beyond];
  }
  return found;
}

/** Cumulants from moments, both from order 0 on: κ_n = m_n − Σ C(n − 1, i − 1) κ_i m_(n−i). */
function cumulants(m: readonly number[]): number[] {
  const found = [0];
  for (let n = 1; n <= ORDER; n++) {
    let kappa = m[n];
    for (let i = 1, choose = 1; i < n; i++) {
      kappa -= choose * found[i] * m[n - i];
      choose = (choose * (n - i)) / i;
    }
    found.push(kappa);
  }
  return found;
}

/** Steps and end of the trapezoid rule: what is beyond is below e^−50, and an alias of the density is 25 deviations away. */
export const [STEP, END] = [0.25, 10];

/**
 * The sum of n far variables. Its density is (1/2π)∫ φ(u)^n e^(−iuy) du, φ their characteristic function; in units of its
 * deviation the exponent is −u²/2 − iux + Σ_{j≥3} κ_j(iu)^j/(j!·n^(j/2−1)·κ_2^(j/2)). The series is cut off after κ_8:
 * `farSumError` bounds what that costs, 1e-9 for n = 2^13 and 1e-12 from 2^16 on.
 */
export function farSum(law: FarLaw): FarSum {
  const all = moments(law, law.squares ? 2 * ORDER : ORDER);
  const kappa = cumulants(law.squares ? all.filter((_, j) => j % 2 === 0) : all);
  const [mean, variance] = [kappa[1], kappa[2]];
  const coefficients = kappa.map((value, j) => (j < 2 ? 0 : value / pow(variance, j / 2)));
  for (let j = 2, factorial = 1; j <= ORDER; j++) {
    factorial *= j;
    coefficients[j] /= factorial;
  }
  return {
    mean,
    variance,
    coefficients,
    shape(n, x) {
      const root = Math.sqrt(n);
      let sum = 0.5;
      for (let u = STEP; u <= END; u += STEP) {
        let [modulus, phase] = [-0.5 * u * u, -u * x];
        let power = u * u;
        for (let j = 3; j <= ORDER; j++) {
          power *= u / root;
          const term = coefficients[j] * power;
          // i³ = −i, i⁴ = 1, i⁵ = i, i⁶ = −1, …
          if (j % 2 === 0) modulus += j % 4 === 0 ? term : -term;
          else phase += j % 4 === 1 ? term : -term;
        }
        sum += Math.exp(modulus) * Math.cos(phase);
      }
      // (1/√(2π))·2·STEP·sum
      return Math.sqrt(2 / Math.PI) * STEP * sum;
    },
  };
}
