import type { Activation } from "../../activations/activation.js";
import type { Notify } from "../../chance/notify.js";
import type { Streams } from "../../chance/streams.js";
import { lazily } from "../../numbers/lazily.js";
import { drawOneStepFast } from "./draw-one-step-fast.js";
import { drawLayer, gradientWeights } from "./one-step-layer.js";
import { checkSetting, type OneStepSetting } from "./one-step-setting.js";
import { type RayDraw, rayDraw, valueAt } from "./ray.js";
import { stepLaw } from "./step-law.js";

/** A random two-layer network seen from x, along the line x + η∇f(x). */
export interface OneStepDraw {
  /** f(x) */
  readonly value: number;
  /** ‖∇f(x)‖ */
  readonly gradientNorm: number;
  /** f(x + η∇f(x)); all η of one draw see the same network. */
  readonly valueAfter: (eta: number) => number;
  /** d/dη f(x + η∇f(x)) = ⟨∇f(x + η∇f(x)), ∇f(x)⟩ */
  readonly slopeAfter: (eta: number) => number;
  /** The same for several η, which may cost less than one by one. */
  readonly slopesAfter: (etas: readonly number[]) => number[];
  /** A bound on the rounding error of `valueAfter(eta)`; infinite for ψ that is not Lipschitz. */
  readonly roundingAfter: (eta: number) => number;
}

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
 * `value` reads the sub-streams `a` and `u` only; the gradient adds `chi` and the ray `xi`.
 *
 * @throws RangeError if d or k is no integer in [1, 2^53] or [1, 2^31], the coefficients' law is unknown, or the norm is
 * not finite and ≥ 0.
 */
export function drawOneStep(setting: OneStepSetting, random: Streams): OneStepDraw & RayDraw {
  checkSetting(setting);
  const { activation, d, norm } = setting;
  const scale = norm === undefined ? 1 : norm / Math.sqrt(d);
  const layer = lazily(() => drawLayer({ ...setting, scale }, random));
  const step = lazily(() =>
    stepLaw({ d, y: [layer().z], s: gradientWeights(activation, layer()), degrees: d - 1 }, random),
  );
  const value = lazily(() => valueAt({ activation, ...layer() }));
  return {
    get value() {
      return value();
    },
    get gradientNorm() {
      return step().norm;
    },
    ...rayDraw(lazily(() => ({ activation, a: layer().a, u: layer().u, v: step().v() }))),
  };
}

/** The draw of the kernels where they can compute ψ, as one sees it. */
export function drawByKernel(
  psi: Activation,
  d: number,
  k: number,
  random: Streams,
  notify?: Notify,
): OneStepDraw | null {
  const draw = drawOneStepFast(psi, d, k, random, notify ? { progress: (done) => notify(done, k) } : {});
  return (
    draw && {
      get value() {
        return draw.value;
      },
      get gradientNorm() {
        return draw.gradientNorm;
      },
      valueAfter: (eta) => draw.valuesAfter([eta])[0],
      slopeAfter: (eta) => draw.slopesAfter([eta])[0],
      slopesAfter: draw.slopesAfter,
      roundingAfter: draw.roundingAfter,
    }
  );
}
