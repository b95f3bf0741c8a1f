import type { Streams } from "../../chance/streams.js";
import { lazily } from "../../numbers/lazily.js";
import { compensatedSum } from "../compensated-sum.js";
import { completeSetting, ONE_LAYER, type Setting } from "../setting.js";
import { lineOnRay, type RayLine } from "./line-on-ray.js";
import { drawLayer, gradientWeights, normals } from "./one-step-layer.js";
import { onRay } from "./ray.js";
import { stepLaw } from "./step-law.js";

/** A random two-layer network with a bias unit seen from x, along x + ηP∇f(x), P the projection off the bias unit. */
export interface BiasLine extends RayLine {
  /** ‖P∇f(x)‖; `gradientNorm` has the derivative in β too. */
  readonly projectedGradientNorm: number;
}

/**
 * The joint law of f(x), ‖∇f(x)‖, ‖P∇f(x)‖ and f(x + ηP∇f(x)) for all η, in O(k) whatever d.
 *
 * Let W = (W', b), b of length k the weights of the bias unit, t = ‖x'‖ and r² = t² + β². In the plane of
 * e' = (x', 0)/t and the bias axis e_d, x is rcos θ·e' + rsin θ·e_d with cos θ = t/r, sin θ = β/r. √dW takes x/r and
 * the unit vector across it, sin θ·e' − cos θ·e_d, to independent z, ζ ~ N(0, I_k), so turning back by θ
 *
 *   u = Wx = (r/√d)z;  y = √dWe' = cos θ·z + sin θ·ζ;  √d·b = √dWe_d = sin θ·z − cos θ·ζ,
 *
 * and W' across x' (d − 2 directions) is independent of both. (p = W'x' = ty/√d = (t²/r²)u + (βt/(r√d))ζ.) As
 * ∇f = Wᵀs with s = a∘ψ'(u)/√k a function of a and z, its parts are P∇f = W'ᵀs and the derivative in β, b·s. `stepLaw`
 * with this y and d − 2 degrees of freedom has the law of P∇f and v = WP∇f given y, s:
 *
 *   ‖P∇f‖² = (y·s)²/d + h²,  h² = ‖s‖²·χ²_{d−2}/d,  ‖∇f‖² = ‖P∇f‖² + (b·s)²,
 *   v = ((y·s)/d)y + s·h²/‖s‖² + (h/√d)(I − ssᵀ/‖s‖²)ξ,  f(x + ηP∇f) = Σ aψ(u + ηv)/√k.
 *
 * For x' = 0, e' is any direction off the bias unit; for x = 0, θ is any angle. β = 0 leaves y = z and b = −ζ/√d. With
 * d = 2 there is nothing across x', h = 0; with d = 1 nothing at all to move, and P∇f = 0.
 *
 * Reads the sub-streams `a` and `u`, then `zeta` and `chi` for the norms and `xi` for the ray. The neurons are in memory.
 *
 * @throws RangeError if the setting is none (see `Setting`) or has no bias unit, it has more layers, or k is above 2^31.
 */
export function drawBiasStep(setting: Setting, random: Streams): BiasLine {
  const { psi, d, k, coefficients, norm, bias } = completeSetting(setting, { ...ONE_LAYER, bias: true });
  if (bias === null) throw new RangeError("bias is null; it must be finite");
  const r = Math.hypot(norm, bias);
  const [cos, sin] = r === 0 ? [1, 0] : [norm / r, bias / r];
  // r² = d exactly.
  const usual = norm === Math.sqrt(d - 1) && Math.abs(bias) === 1;
  const scale = usual ? 1 : r / Math.sqrt(d);
  const layer = lazily(() => ({ activation: psi, ...drawLayer({ k, coefficients, scale }, random) }));
  const step = lazily(() => {
    const { z } = layer();
    const s = gradientWeights(psi, layer());
    const zeta = normals(k, random("zeta"));
    const y = z.map((t, i) => cos * t + sin * zeta[i]);
    // ∂f/∂β = b·s
    const slope = compensatedSum(k, (i) => (sin * z[i] - cos * zeta[i]) * s[i]) / Math.sqrt(d);
    if (d === 1) return { norm: 0, slope, v: () => new Float64Array(k) };
    return { ...stepLaw({ d, y: [y], s, degrees: d - 2 }, random), slope };
  });
  const profile = onRay(layer, () => step().v());
  const gradientNorm = () => Math.hypot(step().norm, step().slope);
  const line = lineOnRay(profile, gradientNorm, () => step().norm);
  return {
    get value() {
      return line.value;
    },
    get gradientNorm() {
      return gradientNorm();
    },
    get projectedGradientNorm() {
      return step().norm;
    },
    at: line.at,
    slopes: line.slopes,
    ray: line.ray,
    smallestFlip: line.smallestFlip,
  };
}
