import type { ToldLog } from "./tail-integral.js";

const U = 2 ** -53;
const MOST_STEPS = 512;
/** The relative width that is good enough. */
const ENOUGH = 2 ** -50;

/**
 * log of I_x(a, b) over its kernel x^a·y^b/B(a, b), y = 1 − x, for λ = a − (a+b)·x ≥ 0 and an integer b ≥ 1 (Didonato and Morris
 * 1992, eq. 9); null where 512 steps are not enough, as they are up to (a+b)xy = 2·10⁴ or so. All elements of the fraction
 * are positive, so that it lies between its values with nothing and with ∞ in place of what is left out; from the inside out
 * each step adds at most 16 roundings. Takes about √((a+b)xy) steps, at most b.
 */
export function betaFraction(x: number, y: number, a: number, b: number, lambda: number): ToldLog | null {
  const first = (a / (a + 1)) * (lambda + 1);
  for (let steps = 16; steps <= MOST_STEPS; steps *= 2) {
    let [low, high] = [0, Infinity];
    for (let m = Math.min(steps, b); m >= 1; m--) {
      const t = a + 2 * m - 1;
      const numerator = ((((a + m - 1) / t) * (a + b + m - 1)) / t) * m * (b - m) * x * x;
      const denominator = m + (m * (b - m) * x) / t + ((a + m) / (t + 2)) * (lambda + 1 + m * (1 + y));
      [low, high] = [numerator / (denominator + high), numerator / (denominator + low)];
    }
    const width = (high - low) / (first + low);
    if (width <= ENOUGH) return { log: -Math.log(first + low), error: width + 16 * (Math.min(steps, b) + 2) * U };
  }
  return null;
}
