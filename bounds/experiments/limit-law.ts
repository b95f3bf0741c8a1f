import type { Activation } from "lemmacheck/activations";
import { gaussianExpectation, logNormalUpperTail } from "lemmacheck/probability";
import { SEARCHED } from "./switching.js";

/** What the figures tend to as d and k grow. */
export interface LimitLaw {
  /** P(a flip with |η| < 20). */
  readonly fraction: number;
  /** E of the smallest |η| given that. */
  readonly eta: number;
  /** ‖∇f(x)‖ */
  readonly gradientNorm: number;
  /** The standard deviation of f(x). */
  readonly valueDeviation: number;
}

/** φ */
const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/**
 * The limit as d, then k, grow, for ‖x‖ = √d: with g the gain of the initialisation and Z ~ N(0, 1),
 *
 *   τ_1 = 1, τ_{l+1}² = g·E ψ(τ_l Z)²;  Var f = E ψ(τ_L Z)²;  β_L = E ψ'(τ_L Z)², β_l = g·β_{l+1}·E ψ'(τ_l Z)²;
 *
 * f → N(0, Var f) and ‖∇f‖² → β_1, as ‖h_l‖² and ‖b_l‖² are sums over k neurons of which a share of 1/k is along any fixed
 * direction. A step of length O(1) moves x by a share of 1/√d, so that f is linear along it and the smallest |η| tends to
 * |f|/‖∇f‖². For the ReLU both are s² = ½(g/2)^(L−1), and |η| → |N|/s. Expectations by quadrature, which is an estimate.
 */
export function limitLaw(
  psi: Activation,
  { depth, gain }: { readonly depth: number; readonly gain: number },
): LimitLaw | null {
  const square = (f: (t: number) => number, tau: number) =>
    gaussianExpectation(
      (z) => f(tau * z) ** 2,
      psi.kinks.map((kink) => kink / tau),
    ).value;
  const taus = [1];
  while (taus.length < depth) taus.push(Math.sqrt(gain * square(psi.value, taus[taus.length - 1])));
  const spread = Math.sqrt(square(psi.value, taus[depth - 1]));
  let steepness = square(psi.derivative, taus[depth - 1]);
  for (let l = depth - 2; l >= 0; l--) steepness *= gain * square(psi.derivative, taus[l]);
  if (!(steepness > 0 && spread > 0 && Number.isFinite(steepness) && Number.isFinite(spread))) return null;
  // |η| = c|N|, cut off at 20: P = 2Φ(20/c) − 1, and E|N|1{|N| < t} = 2(φ(0) − φ(t)).
  const c = spread / steepness;
  const t = SEARCHED / c;
  const fraction = 1 - 2 * Math.exp(logNormalUpperTail(t));
  return {
    fraction,
    eta: (2 * c * (density(0) - density(t))) / fraction,
    gradientNorm: Math.sqrt(steepness),
    valueDeviation: spread,
  };
}

/**
 * |η|·‖∇f(x)‖² of the least step that flips the sign with probability 1 − γ in that limit: f is linear along it, so that it
 * must exceed |f(x)|, and P(|N| > t) = γ for t = |η|‖∇f‖²/√Var f.
 */
export function leastStep({ valueDeviation }: Pick<LimitLaw, "valueDeviation">, gamma: number): number {
  const target = Math.log(gamma / 2);
  let [low, high] = [0, 40];
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (logNormalUpperTail(middle) > target) low = middle;
    else high = middle;
  }
  return valueDeviation * high;
}
