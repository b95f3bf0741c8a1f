import { binomial } from "../random/binomial.js";
import { chiSquare } from "../random/chi-square.js";
import { normal } from "../random/normal.js";
import type { Streams } from "../random/streams.js";
import { checkRadius, deepShape } from "./deep-shape.js";
import type { RayParameters } from "./ray-draw.js";

/** f(x) and ‖∇f(x)‖ of a random network at one x. */
export interface ReluDraw {
  /** f(x) */
  readonly value: number;
  /** ‖∇f(x)‖ */
  readonly gradientNorm: number;
}

/**
 * f(x) and ‖∇f(x)‖ of a random ReLU network, jointly as they are for that of `drawDenseNetwork` at any one x with
 * ‖x‖ = radius, from 3L + 1 random numbers at any k, d up to 2^53. With σ² the variance of the weights of layers
 * 2 … L (1/k or 2/k):
 *
 *   n_l ~ Bin(k, ½);  τ_1² = ‖x‖²/d,  ‖h_l‖² = τ_l²χ²_{n_l},  τ_{l+1}² = σ²‖h_l‖²;
 *   A = n_L (a = ±1) or χ²_{n_L} (Gaussian a);  f = τ_L√(A/k)·N(0, 1);
 *   ‖b_L‖² = A/k,  ‖b_l‖² = f²/‖h_l‖² + σ²‖b_{l+1}‖²χ²_{n_l−1};  ‖∇f‖² = f²/‖x‖² + ‖b_1‖²χ²_{d−1}/d.
 *
 * Given layer l − 1, z_l ~ N(0, τ_l² I): its n_l positive entries are independent of their sizes. An active neuron's
 * a·z is sign(a)z, N(0, τ_L²), times |a|, independent of it: f is normal with variance τ_L²Σ_active a²/k, and that sum
 * over k is ‖b_L‖². By homogeneity z_l·b_l = f in every layer, so W_{l+1}^T b_{l+1} = h_l f/‖h_l‖² +
 * σ‖b_{l+1}‖(I − P)ζ with P the projection on h_l and ζ fresh; b_l is its part on the n_l active neurons, where h_l
 * lives, so (I − P)ζ leaves χ²_{n_l−1} of it. All of it is exact and independent where the formulas have independent
 * letters: what is drawn of W_{l+1} for z_{l+1} is its action on h_l, and for b_l that across h_l. If some n_l = 0,
 * both are 0.
 *
 * Draws layer by layer in the sub-streams `n`, `a`, `h`, `f` and `b`.
 *
 * @throws RangeError if d or k is no integer in [1, 2^53], depth none in [1, 2^20], the radius is not finite and > 0,
 * or the law of the coefficients or the initialisation is none of those known.
 */
export function drawReluShortcut(parameters: Omit<RayParameters, "activation">, random: Streams): ReluDraw {
  const { d, k, depth, coefficients, gain } = deepShape(parameters, { d: 2 ** 53, k: 2 ** 53 });
  const { radius = Math.sqrt(d) } = parameters;
  checkRadius(radius);
  const [nBits, hBits, bBits] = [random("n"), random("h"), random("b")];
  const active = Array.from({ length: depth }, () => binomial(k, 0.5, nBits));
  if (active.includes(0)) return { value: 0, gradientNorm: 0 };

  /** ‖h_l‖² for l = 1, …, L−1. */
  const hSquared: number[] = [];
  let tauSquared = (radius / d) * radius;
  for (const n of active.slice(0, -1)) {
    hSquared.push(tauSquared * chiSquare(n, hBits));
    tauSquared = (gain / k) * hSquared[hSquared.length - 1];
  }
  const last = active[depth - 1];
  let bSquared = (coefficients === "gaussian" ? chiSquare(last, random("a")) : last) / k;
  const value = Math.sqrt(tauSquared * bSquared) * normal(random("f"));
  for (let l = depth - 2; l >= 0; l--) {
    const across = (gain / k) * bSquared * chiSquare(active[l] - 1, bBits);
    // Below 1e-308, a thousand layers down with variance 1/fan-in, ‖h_l‖² is 0, and f beside it.
    bSquared = across + (hSquared[l] > 0 ? (value / hSquared[l]) * value : 0);
  }
  const across = (bSquared / d) * chiSquare(d - 1, bBits);
  return { value, gradientNorm: Math.sqrt((value / radius) ** 2 + across) };
}
