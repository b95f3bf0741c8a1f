import { logBinomialTails } from "../binomial-tails.js";
import { exactProduct } from "../exact-product.js";
import { tailEnclosure } from "../tail-error.js";
import type { LogEnclosure } from "./log-enclosure.js";

/** Equality within this part of the threshold is no excess, as for draws. */
const EQUALITY = 2 ** -40;
/** What a threshold that was computed, a root times a bound, may be off by: it decides on both sides of a count. */
const ROUNDING = 2 ** -50;

/** The threshold as it is meant, moved up by what counts as equal, and what rounding leaves open of it. */
function ends(threshold: number): readonly [number, number] {
  if (!Number.isFinite(threshold)) return [threshold, threshold];
  const size = Math.abs(threshold);
  const meant = threshold + EQUALITY * size;
  return [meant - ROUNDING * size, meant + ROUNDING * size];
}

/** Both tails where the count is not settled. */
function between(least: number, most: number): LogEnclosure {
  return { logLower: least === 0 ? 0 : tailEnclosure(least).logLower, logUpper: tailEnclosure(most).logUpper };
}

/** ⌊(k − j)/2⌋ without rounding, for integers up to 2^53 in size. */
function halfOf(k: number, j: number): number {
  const [odd, other] = [Math.abs(k % 2), Math.abs(j % 2)];
  return (k - odd) / 2 - (j - other) / 2 + Math.floor((odd - other) / 2);
}

/**
 * log P(X_1 + … + X_k > s) for independent fair signs X: the sum is 2n − k, which exceeds s just if at most (k − j)/2 of
 * them are −1, j the least integer above s. Counts are exact however large; where s cannot be told from an integer, the
 * tails from both sides of it are enclosed.
 *
 * @param k an integer from 1 to 2^53.
 */
export function signSumTail(k: number, s: number): LogEnclosure {
  const [most, least] = ends(s).map((end) => {
    const j = Math.floor(end) + 1;
    if (j > k) return -Infinity;
    return j <= -k ? 0 : logBinomialTails(halfOf(k, j), k, 0.5).logAtMost;
  });
  return between(least, most);
}

/**
 * log P(n − kp > t) for n ~ Bin(k, p), p as the double that it is: the least such n, from the exact product kp.
 *
 * @param k an integer from 1 to 2^53.
 */
export function centredCountTail(k: number, p: number, t: number): LogEnclosure {
  const { product, rest } = exactProduct(k, p);
  const whole = Math.floor(product);
  const [most, least] = ends(t).map((end) => {
    const count = whole + Math.floor(product - whole + rest + end) + 1;
    return logBinomialTails(count, k, p).logAtLeast;
  });
  return between(least, most);
}
