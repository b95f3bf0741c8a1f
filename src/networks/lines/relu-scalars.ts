import { binomial } from "../../chance/binomial.js";
import { chiSquare } from "../../chance/chi-square.js";
import { normal } from "../../chance/normal.js";
import type { Streams } from "../../chance/streams.js";
import { type CompleteSetting, checkPositive } from "../setting.js";

/** What a few random numbers say of one hidden layer of a ReLU network at x. */
export interface ReluLayerScalars {
  /** The number of active neurons, ≥ 1. */
  readonly active: number;
  /** τ: each pre-activation is N(0, τ²) given the layer below. */
  readonly tau: number;
  /** ‖h‖² = Σ z² over the active neurons; null for the last layer if a = ±1, where nothing depends on it. */
  readonly hSquared: number | null;
  /** ‖b‖² for the backward vector b of the layer. */
  readonly bSquared: number;
  /** The part of ‖b‖² across h; 0 where `hSquared` is null. */
  readonly bAcross: number;
  /** The standard deviation of the entries of W^T b on inactive neurons, W the layer above; 1/√k for the last layer. */
  readonly above: number;
}

/** f(x), ∇f(x) = αx + e with e ⊥ x, and the layers, from the first to the last. */
export interface ReluScalars {
  readonly value: number;
  readonly alpha: number;
  readonly eSquared: number;
  readonly gradientNorm: number;
  readonly layers: readonly ReluLayerScalars[];
}

/**
 * The joint law of those for a random ReLU network at one x with ‖x‖ = norm, in O(L) at any k, d up to 2^53. σ_l² is
 * the variance of the weights of layer l + 1 (1/k_l or 2/k_l), and k the width of the last:
 *
 *   n_l ~ Bin(k_l, ½);  τ_1² = ‖x‖²/d,  ‖h_l‖² = τ_l²χ²_{n_l},  τ_{l+1}² = σ_l²‖h_l‖²;
 *   a = ±1: f = τ_L√(n_L/k)·N(0, 1), ‖b_L‖² = n_L/k;  Gaussian a: f = ‖h_L‖N(0, 1)/√k, ‖b_L‖² = f²/‖h_L‖² + χ²_{n_L−1}/k;
 *   ‖b_l‖² = f²/‖h_l‖² + σ_l²‖b_{l+1}‖²χ²_{n_l−1};  ‖∇f‖² = f²/‖x‖² + ‖b_1‖²χ²_{d−1}/d.
 *
 * Given layer l − 1, z_l ~ N(0, τ_l² I): its n_l positive entries are independent of their sizes. For a = ±1 an active
 * neuron's a·z is N(0, τ_L²) whatever the sign; Gaussian a are one more row of weights. By homogeneity z_l·b_l = f in
 * every layer, so W_{l+1}^T b_{l+1} = h_l f/‖h_l‖² + σ_l‖b_{l+1}‖(I − P)ζ with P the projection on h_l and ζ fresh; b_l
 * is its part on the n_l active neurons, where h_l lives, so (I − P)ζ leaves χ²_{n_l−1} of it. All of it is exact and
 * independent where the formulas have independent letters: what is drawn of W_{l+1} for z_{l+1} is its action on h_l,
 * and for b_l that across h_l.
 *
 * Draws layer by layer in the sub-streams `n`, `h`, `f` and `b`.
 *
 * @returns null if a layer has no active neuron: then f and ∇f are 0.
 * @throws RangeError if the norm is 0.
 */
export function drawReluScalars(setting: CompleteSetting, random: Streams): ReluScalars | null {
  checkPositive(setting);
  const { d, widths, depth, coefficients, gain, norm } = setting;
  const k = widths[depth - 1];
  const [nBits, hBits, bBits] = [random("n"), random("h"), random("b")];
  const active = widths.map((width) => binomial(width, 0.5, nBits));
  if (active.includes(0)) return null;

  const signs = coefficients === "rademacher";
  const forward: { readonly tau: number; readonly hSquared: number | null }[] = [];
  let tauSquared = (norm / d) * norm;
  for (const [l, n] of active.entries()) {
    const hSquared = signs && l === depth - 1 ? null : tauSquared * chiSquare(n, hBits);
    forward.push({ tau: Math.sqrt(tauSquared), hSquared });
    tauSquared = (gain / widths[l]) * (hSquared ?? 0);
  }
  const last = forward[depth - 1];
  const size = last.hSquared === null ? last.tau * Math.sqrt(active[depth - 1]) : Math.sqrt(last.hSquared);
  const value = (size / Math.sqrt(k)) * normal(random("f"));

  const layers: ReluLayerScalars[] = [];
  let above = 1 / Math.sqrt(k);
  for (let l = depth - 1; l >= 0; l--) {
    const n = active[l];
    const { tau, hSquared } = forward[l];
    const bAcross = hSquared === null ? 0 : above * above * chiSquare(n - 1, bBits);
    // Below 1e-308, a thousand layers down with variance 1/fan-in, ‖h_l‖² is 0, and f beside it.
    const bAlong = hSquared === null ? n / k : hSquared > 0 ? (value / hSquared) * value : 0;
    const bSquared = bAlong + bAcross;
    layers.unshift({ active: n, tau, hSquared, bSquared, bAcross, above });
    if (l > 0) above = Math.sqrt((gain / widths[l - 1]) * bSquared);
  }
  const eSquared = (layers[0].bSquared / d) * chiSquare(d - 1, bBits);
  const gradientNorm = Math.sqrt((value / norm) ** 2 + eSquared);
  return { value, alpha: value / norm / norm, eSquared, gradientNorm, layers };
}
