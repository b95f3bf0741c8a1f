import { type Growth, logAbsoluteMoments } from "./absolute-moments.js";
import { gaussianExpectation } from "./gaussian-expectation.js";
import { type Integrand, multiple, onItsWord, power } from "./integrand.js";
import { isNought } from "./is-nought.js";
import { logGamma } from "./log-gamma.js";

/** Numbers for which E|Y|^q ≤ (q!/2)·sigma²·c^(q−2) for every integer q ≥ 2, and how that is known. */
export interface BernsteinMoments {
  readonly sigma: number;
  readonly c: number;
  readonly because: string;
  /** Whether that is proved, or rests on quadratures whose errors are estimates. */
  readonly proven: boolean;
}

/** Orders up to here are computed; more only while the tail would ask for a larger c than they do. */
const LAST_ORDERS = [40, 80, 160];
const HALF_LOG_PI = 0.5723649429247001;
/** What a log, a product of two numbers or, but for 2e-14, a log-gamma may be off by, relative to itself: 4 ulp. */
const ROUNDING = 2 ** -50;
/** Moments below are not told to their own size. */
const LEAST = 1e-300;

/** Where g is 0 but for a null set, the condition holds for every sigma, c > 0. */
const NOUGHT: BernsteinMoments = {
  sigma: 0,
  c: 0,
  because: "g = 0 almost everywhere: all sigma, c > 0 are pairs, and these are what they come down to",
  proven: true,
};

/** log E|X|^q for X ~ N(0, 1): E|X|^q = 2^(q/2)·Γ((q+1)/2)/√π. */
function logNormalMoment(q: number): number {
  return (q / 2) * Math.LN2 + logGamma((q + 1) / 2) - HALF_LOG_PI;
}

/** log of the least c with e^logMoment ≤ (q!/2)·c^(q−2), rounded up by the rounding of each term. */
function leastLogC(q: number, logMoment: number): number {
  const logFactorial = logGamma(q + 1);
  const rounding = ROUNDING * (48 + Math.abs(logMoment) + logFactorial);
  return (Math.LN2 + logMoment - logFactorial + rounding) / (q - 2);
}

/** log of a c at which the condition at orders up to Q carries on to all larger ones, given this majorant; rounded up. */
function tailLogC(Q: number, { constant, slope }: Growth): number {
  const upward = 1 + 16 * ROUNDING;
  if (slope === 0) return Math.log((upward * constant) / (Q + 1));
  const logNorm = logNormalMoment(Q) / Q;
  const m = upward * (slope + constant * Math.exp(-logNorm));
  return Math.max(leastLogC(Q, Q * (Math.log(m) + logNorm)), Math.log(m / Math.sqrt(Q + 1)));
}

function tailText({ constant, slope }: Growth): string {
  if (slope === 0) return `|g| ≤ ${constant}`;
  return `|g(t)| ≤ ${constant === 0 ? "" : `${constant} + `}${slope === 1 ? "" : slope}|t|`;
}

/**
 * Moment parameters (σ, c) of Bernstein's condition for Y = g(X), X ~ N(0, 1): the smallest σ possible, σ² = E g(X)²,
 * which q = 2 forces and which leads the bound as k grows; then the smallest c that goes with it, to about 1e-11
 * relative and never below.
 *
 * For 3 ≤ q ≤ Q the condition is computed. Beyond, any one of the majorants of g in `growth` carries it on:
 * - |g| ≤ A: E|g|^(q+1) ≤ A·E|g|^q, so A ≤ (Q+1)·c will do, by induction from q = Q.
 * - |g(t)| ≤ A + ℓ|t|: Minkowski gives E|g|^q ≤ m^q·E|X|^q for m = ℓ + A/‖X‖_Q and q ≥ Q, as ‖X‖_q increases with q;
 *   and E|X|^(q+1) ≤ √(q+1)·E|X|^q (Wendel's inequality for Γ(q/2+1)/Γ((q+1)/2)). So the condition at Q for this
 *   majorant and m ≤ √(Q+1)·c will do, by induction.
 * Q is 40, or up to 160 if the tail would otherwise ask for a larger c than the orders computed. If it still does, c is
 * what the tail asks for: valid, though perhaps not the smallest.
 *
 * @param g with majorants, for a pair that is proved; or a function right to 16 ulp, for one that rests on estimates.
 * @param growth majorants of g; those with an infinite entry are passed over.
 * @param kinks of a plain function.
 * @param scale the length over which a plain function changes near 0, where that is far below 1.
 * @returns null when no majorant is finite, E g² is below 1e-300 and not proved to be 0, or g is not finite somewhere.
 */
export function bernsteinMoments(
  g: Integrand | ((t: number) => number),
  growth: readonly Growth[],
  kinks: readonly number[] = [],
  scale = 1,
): BernsteinMoments | null {
  const integrand = typeof g === "function" ? onItsWord(g, kinks, scale) : g;
  const variance = gaussianExpectation(power(integrand, 2), [], { relativeError: 2 ** -47 });
  if (isNought(variance)) return NOUGHT;
  if (variance.value < LEAST) return null;
  const majorants = growth.filter(({ constant, slope }) => Number.isFinite(constant) && Number.isFinite(slope));
  // Rounded up by its error: σ² must not be below E g², and c is computed for that σ².
  const sigma = Math.sqrt(variance.value + variance.error) * (1 + 2 ** -52);
  if (majorants.length === 0 || !(sigma > 0 && sigma < Infinity)) return null;
  // In units of σ the condition reads E|g/σ|^q ≤ (q!/2)·(c/σ)^(q−2).
  const scaled = majorants.map(({ constant, slope }) => ({ constant: constant / sigma, slope: slope / sigma }));
  const inUnits = multiple(1 / sigma, integrand);
  let [logC, first, lead, Q, best] = [-Infinity, 3, 3, 0, 0];
  let tail = Infinity;
  for (const last of LAST_ORDERS) {
    const orders = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const logMoments = logAbsoluteMoments(inUnits, orders, scaled);
    if (!logMoments.every(Number.isFinite)) return null;
    logMoments.forEach((logMoment, i) => {
      const needed = leastLogC(orders[i], logMoment);
      if (needed > logC) [logC, lead] = [needed, orders[i]];
    });
    const tails = scaled.map((majorant) => tailLogC(last, majorant));
    tail = Math.min(...tails);
    [Q, best, first] = [last, tails.indexOf(tail), last + 1];
    if (tail <= logC) break;
  }
  const c = sigma * Math.exp(Math.max(logC, tail)) * (1 + 2 ** -49);
  const least = tail <= logC ? `c is the least for that σ, forced at q = ${lead}` : "c is what the tail asks for";
  return {
    sigma,
    c,
    because: `σ² is E g² rounded up, the least that q = 2 allows; ${least}: q = 3 to ${Q} computed, larger q by induction from ${tailText(majorants[best])}`,
    proven: variance.proven,
  };
}
