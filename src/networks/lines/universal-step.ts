import type { Streams } from "../../chance/streams.js";
import { lazily } from "../../numbers/lazily.js";
import { completeSetting, ONE_LAYER, type Setting } from "../setting.js";
import { drawLayer } from "./one-step-layer.js";
import { onRay, type RayProfile } from "./ray.js";
import { stepLaw } from "./step-law.js";

/** A random two-layer network seen from x, along the universal direction g = Σ_ℓ a_ℓw_ℓ/√k, the same for every x. */
export interface UniversalStepDraw extends RayProfile {
  /** ‖Σ_ℓ a_ℓw_ℓ/√k‖ */
  readonly directionNorm: number;
}

/**
 * The joint law of f(x), ‖g‖ and f(x + ηg) for all η with g = Wᵀa/√k: that of `drawOneStep` with s = a/√k in place of
 * a∘ψ'(u)/√k, since a is independent of W. ψ need have no derivative.
 *
 * `value` reads the sub-streams `a` and `u` only; the norm adds `chi` and the ray `xi`.
 *
 * @throws RangeError if the setting is none (see `Setting`), it has more layers, or k is above 2^31.
 */
export function drawUniversalStep(setting: Setting, random: Streams): UniversalStepDraw {
  const { psi, d, k, coefficients, norm } = completeSetting(setting, ONE_LAYER);
  const layer = lazily(() => ({
    activation: psi,
    ...drawLayer({ k, coefficients, scale: norm / Math.sqrt(d) }, random),
  }));
  const step = lazily(() => {
    const { a, z } = layer();
    return stepLaw({ d, y: [z], s: a.map((t) => t / Math.sqrt(k)), degrees: d - 1 }, random);
  });
  const profile = onRay(layer, () => step().v());
  return {
    get value() {
      return profile.value;
    },
    get directionNorm() {
      return step().norm;
    },
    at: profile.at,
    slopes: profile.slopes,
    ray: profile.ray,
  };
}
