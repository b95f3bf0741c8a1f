import erfc from "@stdlib/math-base-special-erfc";
import { binomial } from "../../chance/binomial.js";
import { type Bits, uniform } from "../../chance/bits.js";
import { normal } from "../../chance/normal.js";
import { normalBeyond } from "../../chance/normal-beyond.js";
import { type FarSum, farShare, farSum } from "./far-sum.js";
import { farSumError } from "./far-sum-error.js";
import { halfNormalBetween } from "./half-normals-between.js";
import { pairGivenTotal } from "./pair-given-total.js";

/** Independent N(0, 1) variables W with |W| > beyond, given ΣW², or ΣW. */
export interface GivenTotal {
  /** At least 3 for `allGivenTotal`. */
  readonly count: number;
  readonly beyond: number;
  readonly total: number;
  /** Whether the total is of squares; if not, of the variables themselves. */
  readonly squares: boolean;
}

/** Sums of fewer are not left to `farSum`, nor those of which the density may be off by more. */
const FEW = 2 ** 13;
const KNOWN_TO = 1e-8;
/** The shape of a sum's density is to be below 1 + PEAK/n everywhere: 1 + 1.5/n bounds it for χ²₁ variables. */
const PEAK = 4;

const part = (w: number, squares: boolean) => (squares ? w * w : w);

/** E W² given |W| > beyond: 1 + 2·beyond·φ(beyond)/P(|W| > beyond). */
const squareBeyond = (beyond: number) =>
  1 + (beyond * Math.sqrt(2 / Math.PI) * Math.exp(-0.5 * beyond * beyond)) / farShare(beyond, 0);

/** Beyond so many deviations their share underflows. */
const FARTHEST = 37;

/**
 * Standard deviations in units of which variables given that their squares have that total are about N(0, 1): s with
 * s²·E[W² given |W| > beyond/s] = squares/count, by halving, as the left side grows with s. A proposal that is off by a
 * deviation of the sum still has its chance; one that is off by ten has none.
 */
export function scaleGivenSquares(count: number, beyond: number, squares: number): number {
  let [low, high] = [beyond / FARTHEST, Math.sqrt(squares / count)];
  if (beyond === 0) return high;
  for (let round = 0; round < 48; round++) {
    const middle = (low + high) / 2;
    if (middle * middle * squareBeyond(beyond / middle) < squares / count) low = middle;
    else high = middle;
  }
  return high;
}

/** A shift by which the total is about what is expected; the law given the total does not depend on it. */
function shiftOf({ count, beyond, total, squares }: GivenTotal): number {
  return squares ? 0 : total / count / farSum({ beyond, shift: 0, squares: true }).mean;
}

/** True with the probability that a sum of n has, at that total, beside the most that one of `least` may have. */
function agrees({ mean, variance, shape }: FarSum, n: number, least: number, total: number, bits: Bits): boolean {
  const x = (total - n * mean) / Math.sqrt(n * variance);
  const ratio = (shape(n, x) * Math.sqrt(least / n)) / (1 + PEAK / least);
  if (ratio > 1) throw new Error(`a sum of ${n} variables is more likely than its bound`);
  return uniform(bits) < ratio;
}

/** One N(shift, 1) variable with low < |W| < high. */
function drawBetween(low: number, high: number, shift: number, bits: Bits): number {
  for (;;) {
    const size = halfNormalBetween(low, high, bits);
    // e^(shift·w) of either sign; on average over both it is cosh(shift·|w|).
    if (shift === 0 || uniform(bits) * Math.cosh(shift * high) < Math.cosh(shift * size))
      return uniform(bits) * (1 + Math.exp(-2 * shift * size)) < 1 ? size : -size;
  }
}

/** How many near ones may be drawn; null where so few would be left that their sum is not known well. */
function mostNear(
  { count, beyond }: GivenTotal,
  high: number,
  shift: number,
): { readonly p: number; readonly most: number } | null {
  const p = 1 - farShare(high, shift) / farShare(beyond, shift);
  const most = Math.ceil(count * p + 12 * Math.sqrt(count * p) + 100);
  return count - most < FEW ? null : { p, most };
}

/** What was drawn, and what is left of the total. */
export interface DrawnNear {
  readonly near: Float64Array;
  readonly left: number;
}

/**
 * Those of some variables, given their total, that are below `high`, without drawing the others: number and values are
 * proposed as if there were no total, and kept with a probability that is proportional to the density of the sum of the
 * others at what is left of it (`farSum`). As that depends little on the near ones, nearly all proposals are kept. The law is
 * that of the definition but for what the density may be off by (`farSumError`): 1e-12 in total variation or so where MANY neurons are
 * active, 1e-8 at most. More than 12 deviations too many near ones, a probability below 1e-30, are left out.
 *
 * @returns null where so few would be left that their sum is not known well: `allGivenTotal` draws all then.
 */
export function nearGivenTotal(given: GivenTotal, high: number, bits: Bits): DrawnNear | null {
  const { count, beyond, total, squares } = given;
  const shift = shiftOf(given);
  const limits = mostNear(given, high, shift);
  if (!limits) return null;
  const law = { beyond: high, shift, squares };
  const sum = farSum(law);
  const least = count - limits.most;
  // What holds for the fewest holds for more: a peak does not rise when more is added, and the error falls with their number.
  const even = 2 * Math.floor(least / 2);
  const { error, peak } = farSumError(law, sum, even);
  if (!(error <= KNOWN_TO && peak * Math.sqrt(least / even) <= 1 + PEAK / least)) return null;
  for (;;) {
    const found = binomial(count, limits.p, bits);
    if (found > limits.most) continue;
    const near = new Float64Array(found);
    let left = total;
    for (let i = 0; i < found; i++) {
      near[i] = drawBetween(beyond, high, shift, bits);
      left -= part(near[i], squares);
    }
    if (agrees(sum, count - found, least, left, bits)) return { near, left };
  }
}

/** Where fewer are beyond, they are drawn from their tails. */
const SHARE = 0.25;

/** Fills `out` with independent N(shift, 1) variables beyond; returns their total. */
function fillBeyond(out: Float64Array, { beyond, squares }: GivenTotal, shift: number, bits: Bits): number {
  const share = farShare(beyond, shift);
  const right = (0.5 * erfc((beyond - shift) * Math.SQRT1_2)) / share;
  let sum = 0;
  for (let i = 0; i < out.length; i++) {
    let w = 0;
    if (share >= SHARE)
      do w = shift + normal(bits);
      while (Math.abs(w) <= beyond);
    else if (uniform(bits) < right) w = shift + normalBeyond(beyond - shift, bits);
    else w = shift - normalBeyond(beyond + shift, bits);
    out[i] = w;
    sum += part(w, squares);
  }
  return sum;
}

/**
 * All of the variables given their total, whatever that is: half of them as if there were none, kept in proportion to the
 * density of the sum of the other half, and so on; of the last few, all but two, and these with what is left.
 */
export function allGivenTotal(given: GivenTotal, bits: Bits): Float64Array {
  const shift = shiftOf(given);
  const out = new Float64Array(given.count);
  let { total } = given;
  let at = 0;
  const sum = farSum({ ...given, shift });
  while (out.length - at > 2 * FEW) {
    const half = (out.length - at) >> 1;
    const others = out.length - at - half;
    for (;;) {
      const left = total - fillBeyond(out.subarray(at, at + half), given, shift, bits);
      if (!agrees(sum, others, others, left, bits)) continue;
      [total, at] = [left, at + half];
      break;
    }
  }
  const last = out.subarray(at);
  for (;;) {
    const rest = total - fillBeyond(last.subarray(2), given, shift, bits);
    const pair = pairGivenTotal(rest, { ...given, shift }, bits);
    if (!pair) continue;
    last.set(pair);
    return out;
  }
}
