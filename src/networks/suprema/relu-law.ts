import { logAddExp } from "../../numbers/log-space.js";
import { logBinomialTail, logChiSquareTail, logSubsets } from "./law-tails.js";

/** The sizes that decide how many activations can flip over a ball, and what that does to the gradient. */
export interface ReluBall {
  readonly d: number;
  readonly k: number;
  /** R, in (0, ∞). */
  readonly radius: number;
}

/** The ratio of successive numbers of flips, and the number of parts of the threshold, at which sums are cut. */
const RATIO = 1.15;
const PARTS = 16;

/**
 * log P(‖Σ_T a_ℓw_ℓ‖² > r·m/d) from above, for m neurons that flip between x and a fixed point. Across the plane of x and
 * that point their sum is N(0, (m/d)I_{d−2}); in it each is a random sign times a vector q of Rayleigh length in a random
 * direction, in units of 1/√d, with E exp(±b·q) ≤ E cosh(|b||q|) = Σ |b|^{2j}2^j j!/(2j)! ≤ exp(|b|²). So
 * E exp(td‖Σ‖²/m) ≤ (1 − 2t)^{−(d−2)/2}(1 − 4t)^{−1} for t < 1/4. With c = 1 − 2t the best t has 2rc² − (r + 2d)c + d − 2 = 0.
 */
function logSumTail(d: number, r: number): number {
  if (r <= d + 2) return 0;
  const b = r + 2 * d;
  const c = (b + Math.sqrt(b * b - 8 * r * (d - 2))) / (4 * r);
  // Any t below 1/4 gives a bound; rounding may not take it there.
  const t = Math.min((1 - c) / 2, 0.25 * (1 - 2 ** -40));
  return Math.min(0, -t * r - ((d - 2) / 2) * Math.log1p(-2 * t) - Math.log1p(-4 * t));
}

/** Up to `most` of the neurons, with the log of the probability that so many or fewer, but more than the entry before, flip. */
interface Flipping {
  readonly most: number;
  readonly log: number;
}

/** The numbers of neurons that flip at a fixed point at distance R across: p = arcsin(R/√d)/π is the angle over π. */
function flipping({ d, k, radius }: ReluBall): Flipping[] {
  const p = Math.asin(radius / Math.sqrt(d)) / Math.PI;
  const parts: Flipping[] = [];
  for (let before = -1; before < k; ) {
    const from = before + 1;
    const most = Math.min(k, Math.max(from, Math.ceil(Math.max(k * p, from) * RATIO)));
    parts.push({ most, log: logBinomialTail(k, p, from) });
    before = most;
  }
  return parts;
}

/**
 * log P(sup > y) from above, for k ≫ d.
 *
 * Patterns of flips belong to directions of x + δ, so to δ across x, in R^n with n = d − 1: the cells into which k
 * hyperplanes cut the ball. The point of a cell nearest to 0 is the point nearest to 0 of the intersection V of some j ≤ n
 * of the hyperplanes, and its cell is that one only (on each of them the multiplier's sign says on which side). Given
 * the weights of V that point is fixed, and the other neurons are independent of it: each flips there with
 * probability at most p. Those of V that flip add at most max ‖Σ_{V'} aw‖ over V' ⊂ V, where the sum is N(0, (|V'|/d)I_d).
 * There are at most (ek/n)^n choices of V: a net without a microscopic scale, since its points are those at which
 * patterns begin.
 */
function logVariationByVertices({ d, k }: ReluBall, parts: readonly Flipping[], y: number): number {
  const n = Math.min(d - 1, k);
  let log = -Infinity;
  for (let i = 0; i < PARTS; i++) {
    const from = (y * i) / PARTS;
    const rest = y - (y * (i + 1)) / PARTS;
    const corner = Math.min(0, n * Math.LN2 + logChiSquareTail(d, (from * from * k) / n));
    let others = i === PARTS - 1 ? 0 : -Infinity;
    if (i < PARTS - 1)
      for (const part of parts)
        others = logAddExp(
          others,
          part.most === 0 ? -Infinity : part.log + logSumTail(d, (d * rest * rest * k) / part.most),
        );
    log = logAddExp(log, corner + Math.min(0, others));
  }
  return log + logSubsets(k, n);
}

/**
 * log P(some δ flips m activations or more) from above, for small balls: by a union over the sets T of m neurons. If δ
 * across x flips T, Σ_T u² ≤ δ·Σ_T |u|p ≤ R'‖Σ_T |u|p‖ with R' = R/√(1 − R²/d) and p the part of ±w across x, so that
 * Σ_T u² ≤ R'²χ²_n/d, where χ²_n is independent of u. By Chernoff that has probability at most
 * (1 + 2td/R'²)^{−m/2}(1 − 2t)^{−n/2}, least at t = (m − nR'²/d)/(2(m + n)).
 */
function logFlipsBySets({ d, k, radius }: ReluBall, m: number): number {
  const n = d - 1;
  const room = radius ** 2 / (d - radius ** 2);
  const t = (m - n * room) / (2 * (m + n));
  if (t <= 0) return 0;
  return logSubsets(k, m) - (m / 2) * Math.log1p((2 * t) / room) - (n / 2) * Math.log1p(-2 * t);
}

/** log of an upper bound on P(some δ, ‖δ‖ ≤ R, flips m activations or more), m an integer. */
export function logFlipsTail(ball: ReluBall, m: number): number {
  const { d, k, radius } = ball;
  if (m > k) return -Infinity;
  if (!(radius < Math.sqrt(d)) || m <= 0) return 0;
  if (d === 1) return -Infinity;
  const n = Math.min(d - 1, k);
  const p = Math.asin(radius / Math.sqrt(d)) / Math.PI;
  return Math.min(0, logFlipsBySets(ball, m), logSubsets(k, n) + logBinomialTail(k, p, m - n));
}

/**
 * y ↦ log of an upper bound on P(sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ > y) for the ReLU with signs a_ℓ = ±1, at any d and k up
 * to 2^53: nothing need be drawn. The best of three:
 *
 * - by vertices, see above;
 * - by sets: fewer than m neurons flip, and then ‖Σ_T aw‖² is at most (m/d)χ²_d for each of at most (ek/m)^m sets T;
 * - the supremum is at most ‖W‖ ≤ 1 + √(k/d) + √(2 log(1/p)/d) (Davidson and Szarek 2001).
 *
 * From R = √d on, or with d = 1 below, it is 0 or −∞ where nothing better is known.
 */
export function variationTail(ball: ReluBall): (y: number) => number {
  const { d, k, radius } = ball;
  const byNorm = (y: number) => -(d / 2) * Math.max(0, y - 1 - Math.sqrt(k / d)) ** 2;
  if (!(radius < Math.sqrt(d))) return byNorm;
  if (d === 1) return () => -Infinity;
  const parts = flipping(ball);
  const sets = [0, ...parts.map(({ most }) => most)].map((most) => ({ most, log: logFlipsBySets(ball, most + 1) }));
  return (y) => {
    let log = Math.min(0, byNorm(y), logVariationByVertices(ball, parts, y));
    for (const { most, log: more } of sets)
      if (more < log)
        log = Math.min(
          log,
          most === 0 ? more : logAddExp(more, logSubsets(k, most) + logChiSquareTail(d, (k * y * y) / most)),
        );
    return log;
  };
}

/** The least y, up to a 500th of itself, at which a falling `tail` is at most `log`; `most` if it is not, even there. */
export function leastBelow(tail: (y: number) => number, log: number, most: number): number {
  if (!(tail(most) <= log)) return most;
  let high = most;
  while (high > 1e-12 * most && tail(high / 2) <= log) high /= 2;
  for (let low = high / 2; high - low > high / 500; ) {
    const middle = (low + high) / 2;
    if (tail(middle) <= log) high = middle;
    else low = middle;
  }
  return high;
}
