import { chiSquareTails } from "../numbers/chi-square-tail.js";
import { multiple, polynomial, power, product, sum } from "../numbers/integrand.js";
import { isNought } from "../numbers/is-nought.js";
import { kept } from "../numbers/kept.js";
import { lazily } from "../numbers/lazily.js";
import { log1mexp } from "../numbers/log-space.js";
import { binomialMixture } from "../numbers/sums/binomial-mixture.js";
import { chiSquareMixture } from "../numbers/sums/chi-square-mixture.js";
import { gaussianCumulants } from "../numbers/sums/gaussian-cumulants.js";
import { variableOf } from "../numbers/sums/gaussian-variable.js";
import { type LogEnclosure, NEVER, SURE } from "../numbers/sums/log-enclosure.js";
import { chernoffBound, saddle } from "../numbers/sums/saddle.js";
import { sumTail } from "../numbers/sums/sum-tail.js";
import type { Activation } from "./activation.js";
import { integrandOf } from "./activation-integrand.js";
import { shareOf, slopesOf } from "./slopes.js";

/** b ↦ log P(‖∇f(x)‖ < b). */
type GradientTail = (bound: number) => LogEnclosure;

/** Below these sizes the enclosure for a general ψ says too little, or costs too much: draws do better. */
const LEAST_DIMENSION = 64;
const LEAST_WIDTH = 32;
/** The part along x is allowed e^−this of the probability. */
const ROOM = 3;

/** log P(‖G‖ < b) for b > 0 and G ~ N(0, v·I_d/d), v known to 6 roundings: of d(b² − v)/v, b² and v have 8 together. */
export function shortNormal(d: number, b: number, v: number): LogEnclosure {
  if (v === 0) return SURE;
  const ratio = (b * b) / v;
  if (ratio > 1e290) return { logLower: -1e-290, logUpper: 0 };
  return chiSquareTails(d, d * ((b * b - v) / v), 2 ** -50 * d * (ratio + 1)).lower;
}

/** ∇f(x) ~ N(0, v·I_d/d) given the number of neurons on the steeper side (slopes.ts). */
function mixtureTail(d: number, k: number, flat: number, steep: number): GradientTail {
  if (flat === steep) return (b) => shortNormal(d, b / steep, 1);
  return (b) => binomialMixture(k, (n) => shortNormal(d, b / steep, shareOf(flat / steep, n, k)));
}

/** t ↦ an upper bound on log P(|u·s| ≥ t) for u·s = Σ a_ℓu_ℓψ'(u_ℓ)/√k: Chernoff's, on both sides. */
function alongBound(psi: Activation, k: number) {
  const [identity, slope, bend] = [polynomial([0, 1]), integrandOf(psi, 1), integrandOf(psi, 2)];
  const along = product(identity, slope);
  // For its reach alone: |zψ'(z)| ≤ ℓ|z|.
  const rest = { lipschitz: psi.lipschitz, supremum: Infinity, signed: true };
  const law = gaussianCumulants(variableOf(along, sum(slope, product(identity, bend)), rest), 0, 0);
  return (t: number) => {
    const T = t * Math.sqrt(k);
    return Math.LN2 + chernoffBound(law, k, T, saddle(law, k, T));
  };
}

/** The t at which a decreasing bound comes below `log`, by doubling and halving. */
function belowFrom(bound: (t: number) => number, log: number): number {
  let [low, high] = [0, 1];
  while (bound(high) > log && high < Number.MAX_VALUE) [low, high] = [high, 2 * high];
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    if (bound(middle) > log) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * ‖∇f‖² = h² + (u·s)²/d with h² = ‖s‖²χ²_{d−1}/d, χ² independent of u and a. Hence P(‖∇f‖² < y) ≤ P(h² < y), and for
 * every t > 0 it is at least P(h² < y − t²/d) − P(|u·s| ≥ t).
 */
function generalTail(psi: Activation, d: number, k: number): GradientTail | null {
  const { secondDerivative, lipschitz, smoothness, derivativeMoments } = psi;
  if (d < LEAST_DIMENSION || k < LEAST_WIDTH || !secondDerivative || !derivativeMoments || !psi.proof) return null;
  const [slope, bend] = [integrandOf(psi, 1), integrandOf(psi, 2)];
  const tail = sumTail(
    variableOf(multiple(-1, power(slope, 2)), multiple(-2, product(slope, bend)), {
      signed: false,
      lipschitz: 2 * lipschitz * smoothness,
      supremum: lipschitz ** 2,
    }),
    k,
  );
  if (tail === null) return null;
  const along = alongBound(psi, k);
  const mean = psi.gaussian.derivativeSecondMoment.value;
  const deviation = Math.sqrt(Math.max(derivativeMoments.sigma ** 2 - mean ** 2, 1e-6 * mean ** 2) / k);
  const lowerTail = (q: number): LogEnclosure => (q > lipschitz ** 2 ? { logLower: 0, logUpper: 0 } : tail(-q * k));
  const across = (y: number) =>
    y > 0 ? chiSquareMixture({ lowerTail, mean, deviation }, d - 1, (y * d) / (d - 1)) : NEVER;
  return (b) => {
    if (b * b === Infinity) return { logLower: -Infinity, logUpper: 0 };
    const { logUpper } = across(b * b);
    if (logUpper === -Infinity) return NEVER;
    const logLower = lazily(() => {
      // P(|u·s| ≥ t) ≤ e^(logUpper − ROOM).
      const t = belowFrom(along, logUpper - ROOM);
      const below = across(b * b - (t * t) / d).logLower;
      return below > logUpper - ROOM ? below + log1mexp(logUpper - ROOM - below) : -Infinity;
    });
    return {
      // Not computed where only the upper bound is asked for.
      get logLower() {
        return logLower();
      },
      logUpper,
    };
  };
}

const lawOf = kept((psi: Activation, d: number, k: number) => {
  if (isNought(psi.gaussian.derivativeSecondMoment)) return () => SURE;
  const slopes = slopesOf(psi);
  return slopes ? mixtureTail(d, k, slopes.flat, slopes.steep) : generalTail(psi, d, k);
});

/**
 * The law of ‖∇f(x)‖ for a network of one hidden layer and ‖x‖ = √d: b ↦ log P(‖∇f(x)‖ < b); null where it is not
 * computed. For activations linear on both sides of 0 a mixture of χ²_d laws; for smooth ones enclosed between the part
 * across x and an allowance for the part along x.
 *
 * @param d and k integers from 1 to 2^53.
 */
export function gradientTail(psi: Activation, d: number, k: number): GradientTail | null {
  const tail = lawOf(psi, d, k);
  return tail && ((b) => (b <= 0 ? NEVER : tail(b)));
}
