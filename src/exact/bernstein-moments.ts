import gammaln from "@stdlib/math-base-special-gammaln";
import { gaussianExpectation } from "./gaussian-expectation.js";

/** Numbers for which E|Y|^q ≤ (q!/2)·sigma²·c^(q−2) for every integer q ≥ 2, and how that is known. */
export interface BernsteinMoments {
  readonly sigma: number;
  readonly c: number;
  readonly because: string;
}

/** |g(t)| ≤ constant + slope·|t| for all t. */
export interface Growth {
  readonly constant: number;
  readonly slope: number;
}

const LAST_CHECKED = 40;

/** log E|X|^q for X ~ N(0, 1): E|X|^q = 2^(q/2)·Γ((q+1)/2)/√π. */
function logAbsoluteMoment(q: number): number {
  return (q / 2) * Math.LN2 + gammaln((q + 1) / 2) - 0.5 * Math.log(Math.PI);
}

/** The smallest c that (2·moment/(q!·variance))^(1/(q−2)) asks for, all in logs. */
function leastLogC(q: number, logMoment: number, logVariance: number): number {
  return (Math.LN2 + logMoment - gammaln(q + 1) - logVariance) / (q - 2);
}

/**
 * Moment parameters (σ, c) of Bernstein's condition for Y = g(X), X ~ N(0, 1): the smallest σ possible, σ² = E g(X)²,
 * which q = 2 forces and which leads the bound as k grows; then the smallest c that goes with it.
 *
 * For 3 ≤ q ≤ 40 the condition is computed. Beyond, with Q = 40 and |g(t)| ≤ A + ℓ|t|, Minkowski gives
 * E|g|^q ≤ m^q·E|X|^q for m = ℓ + A/‖X‖_Q and q ≥ Q, and E|X|^(q+1)/(q+1)! ≤ E|X|^q/q! · 1/√(q+1) (Gautschi's
 * inequality), so the condition at Q for this majorant and m/√(Q+1) ≤ c carry it to every q ≥ Q by induction.
 * For ℓ = 0 the same with A^q and A/(Q+1).
 *
 * @returns null when g grows faster than linearly (an infinite constant or slope) or E g² = 0.
 */
export function bernsteinMoments(
  g: (t: number) => number,
  { constant, slope }: Growth,
  kinks: readonly number[] = [],
): BernsteinMoments | null {
  if (!Number.isFinite(constant) || !Number.isFinite(slope)) return null;
  const variance = gaussianExpectation((t) => g(t) ** 2, kinks);
  // Rounded up by its error: σ² must not be below E g², and c is computed for that σ².
  const sigmaSquared = variance.value + variance.error;
  if (!(sigmaSquared > 0)) return null;
  const logVariance = Math.log(sigmaSquared);
  let logC = -Infinity;
  for (let q = 3; q <= LAST_CHECKED; q++) {
    const moment = gaussianExpectation((t) => Math.abs(g(t)) ** q, kinks);
    logC = Math.max(logC, leastLogC(q, Math.log(moment.value + moment.error), logVariance));
  }
  const normLast = logAbsoluteMoment(LAST_CHECKED);
  const m = slope + constant / Math.exp(normLast / LAST_CHECKED);
  const logMajorant = slope === 0 ? LAST_CHECKED * Math.log(constant) : LAST_CHECKED * Math.log(m) + normLast;
  const ratio = slope === 0 ? constant / (LAST_CHECKED + 1) : m / Math.sqrt(LAST_CHECKED + 1);
  const c = Math.exp(Math.max(logC, leastLogC(LAST_CHECKED, logMajorant, logVariance), Math.log(ratio)));
  return {
    sigma: Math.sqrt(sigmaSquared) * (1 + 2 ** -52),
    c: c * (1 + 1e-12),
    because: `sigma² is E g² rounded up, the least that q = 2 allows; c is the least for that sigma: q = 3..${LAST_CHECKED} computed, larger q by induction from |g(t)| ≤ ${constant} + ${slope}|t|`,
  };
}
