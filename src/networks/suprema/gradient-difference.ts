import { applied } from "../deep-apply.js";
import { dot } from "../dense-products.js";
import { largestOf } from "./largest-of.js";
import type { Neighbourhood } from "./neighbourhood.js";
import { roundings } from "./positive-definite.js";

/** ψ'(u_ℓ) for every neuron, at x itself. */
export function slopesAt({ activation, preActivations }: Neighbourhood): Float64Array {
  return applied(activation.derivative, preActivations);
}

/**
 * ∇f(x) − ∇f(x + δ) = (1/√k) Σ_ℓ a_ℓ (ψ'(u_ℓ) − ψ'(u_ℓ + t_ℓ)) w_ℓ, as long as x.
 *
 * @param slopes from `slopesAt`.
 * @param t Wδ.
 */
export function gradientDifference(
  { activation: { derivative }, k, coefficients, preActivations, transposedProduct }: Neighbourhood,
  slopes: Float64Array,
  t: Float64Array,
): Float64Array {
  const s = new Float64Array(k);
  const share = 1 / Math.sqrt(k);
  for (let i = 0; i < k; i++) s[i] = share * coefficients[i] * (slopes[i] - derivative(preActivations[i] + t[i]));
  return transposedProduct(s);
}

/**
 * How far a computed ‖∇f(x) − ∇f(x + δ)‖ can be from the truth for any ‖δ‖ ≤ R. Pre-activations are off by ε with
 * ‖ε‖ ≤ rounding·size·‖v‖ each, and ψ' moves by at most L times that; ψ' itself is right to 8 ulp; the weighted sum of
 * rows adds rounding·size·‖s‖.
 *
 * @throws RangeError unless L is finite.
 */
export function differenceRounding(around: Neighbourhood, radius: number): number {
  const { activation, k, coefficients, x, preActivations: u, rounding, size } = around;
  const { smoothness: L, lipschitz } = activation;
  if (!(L < Infinity)) throw new RangeError(`activation is ${activation.id}; it must have a finite L`);
  const moved = size * radius;
  const slopeSize = Math.min(lipschitz, largestOf(slopesAt(around)) + L * moved);
  const shift =
    rounding * size * (2 * Math.sqrt(dot(x, x)) + radius) + 2 ** -52 * Math.min(moved + Math.sqrt(dot(u, u)), 1e308);
  const summandError = Math.min(L * shift, 2 * slopeSize * Math.sqrt(k)) + 2 ** -48 * slopeSize * Math.sqrt(k);
  const summands = Math.min(L * moved, 2 * slopeSize * Math.sqrt(k)) + summandError;
  const share = (largestOf(coefficients) / Math.sqrt(k)) * size;
  return share * (summandError + (rounding + roundings(x.length + 16)) * summands) * (1 + 2 ** -40);
}
