import type { Streams } from "../../chance/streams.js";
import { lazily } from "../../numbers/lazily.js";
import { drawLayer } from "./one-step-layer.js";
import { checkSetting, type OneStepSetting } from "./one-step-setting.js";
import { type RayDraw, rayDraw, valueAt } from "./ray.js";
import { stepLaw } from "./step-law.js";

/** A random two-layer network seen from x, along the universal direction g = Σ_ℓ a_ℓw_ℓ/√k, the same for every x. */
export interface UniversalStepDraw extends RayDraw {
  /** f(x) */
  readonly value: number;
  /** ‖Σ_ℓ a_ℓw_ℓ/√k‖ */
  readonly directionNorm: number;
}

/**
 * The joint law of f(x), ‖g‖ and f(x + ηg) for all η with g = Wᵀa/√k, ‖x‖ = r: that of `drawOneStep` with s = a/√k in
 * place of a∘ψ'(u)/√k, since a is independent of W. ψ need have no derivative.
 *
 * `value` reads the sub-streams `a` and `u` only; the norm adds `chi` and the ray `xi`.
 *
 * @throws RangeError if d or k is no integer in [1, 2^53] or [1, 2^31], the coefficients' law is unknown, or the norm is
 * not finite and ≥ 0.
 */
export function drawUniversalStep(setting: OneStepSetting, random: Streams): UniversalStepDraw {
  checkSetting(setting);
  const { activation, d, k, norm } = setting;
  const scale = norm === undefined ? 1 : norm / Math.sqrt(d);
  const layer = lazily(() => drawLayer({ ...setting, scale }, random));
  const step = lazily(() => {
    const { a, z } = layer();
    return stepLaw({ d, y: [z], s: a.map((t) => t / Math.sqrt(k)), degrees: d - 1 }, random);
  });
  const value = lazily(() => valueAt({ activation, ...layer() }));
  return {
    get value() {
      return value();
    },
    get directionNorm() {
      return step().norm;
    },
    ...rayDraw(lazily(() => ({ activation, a: layer().a, u: layer().u, v: step().v() }))),
  };
}
