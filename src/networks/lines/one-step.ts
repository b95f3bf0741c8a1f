import type { Streams } from "../../chance/streams.js";
import { lazily } from "../../numbers/lazily.js";
import { completeSetting, ONE_LAYER, type Setting } from "../setting.js";
import { lineOnRay, type RayLine } from "./line-on-ray.js";
import { drawLayer, gradientWeights } from "./one-step-layer.js";
import { onRay } from "./ray.js";
import { stepLaw } from "./step-law.js";

/**
 * The joint law of f(x), ‖∇f(x)‖ and f(x + η∇f(x)) for all η, ‖x‖ = r, in O(k) whatever d: with W the k × d matrix of
 * weights, u = Wx ~ N(0, (r²/d) I_k) and ∇f = Wᵀs for s = a∘ψ'(u)/√k. s depends on W through z = √d·Wx/r alone, so
 * `stepLaw` applies with y = z on all d − 1 directions across x. In terms of u, as αu = (z·s/d)z:
 *
 *   α = (u·s)/r²;  h² = ‖s‖²·χ²_{d−1}/d;  v = W∇f = αu + s·h²/‖s‖² + (h/√d)(I − ssᵀ/‖s‖²)ξ,  ξ ~ N(0, I_k);
 *   f(x) = Σ aψ(u)/√k,  ‖∇f‖² = α²r² + h²,  f(x + η∇f) = Σ aψ(u + ηv)/√k,  its slope Σ aψ'(u + ηv)v/√k.
 *
 * Nothing is asked of a, so Gaussian coefficients obey the same law. At x = 0 the direction of x is any.
 *
 * `value` reads the sub-streams `a` and `u` only; the gradient adds `chi` and the ray `xi`. Where ψ is linear between
 * its kinks the smallest flip is exact.
 *
 * @throws RangeError if the setting is none (`completeSetting`), it has more layers, or k is above 2^31.
 */
export function drawOneStep(setting: Setting, random: Streams): RayLine {
  const { psi, d, k, coefficients, norm } = completeSetting(setting, ONE_LAYER);
  const layer = lazily(() => ({
    activation: psi,
    ...drawLayer({ k, coefficients, scale: norm / Math.sqrt(d) }, random),
  }));
  const step = lazily(() => stepLaw({ d, y: [layer().z], s: gradientWeights(psi, layer()), degrees: d - 1 }, random));
  return lineOnRay(
    onRay(layer, () => step().v()),
    () => step().norm,
  );
}
