import { fillNormal } from "../../chance/normal.js";
import { fillRademacher } from "../../chance/rademacher.js";
import type { Streams } from "../../chance/streams.js";
import { lazily } from "../../numbers/lazily.js";
import { applied } from "../deep-apply.js";
import { dot } from "../dense-products.js";
import { checkEtas, type Line } from "../line.js";
import { checkPositive, completeSetting, MOST_NEURONS, type Setting, type Widths } from "../setting.js";
import { drawBackward, drawForward } from "./ray-passes.js";
import { rayPoints } from "./ray-points.js";
import { sampledFlip } from "./sampled-flip.js";

/**
 * The ray law: f(x), ‖∇f(x)‖ and f(x + η∇f(x)) for any η's, jointly as they are for the network of
 * `drawDenseNetwork` at any one x with ‖x‖ = norm. Time O(Σ k_l·(number of η's)²), memory 2L vectors of the layers' widths, 2L more
 * for each η, and nothing of length d, which may be up to 2^53.
 *
 * A layer W, with entries N(0, σ²), is asked three things, and each answer is drawn given those before:
 *
 *   forward, z = Wh:                    N(0, σ²‖h‖² I), all layers upwards;
 *   backward, g = W^T b:                h(z·b)/‖h‖² + σ‖b‖(I − P_h)ζ, all layers downwards, as W(I − P_h) is
 *                                       independent of z and b is a function of what is above;
 *   along the ray, h_i = c_i h + r_i:   Wh_i = c_i z + b(g·r_i)/‖b‖² + σ(I − P_b) Σ_j C_ij ξ_j, all layers upwards, as
 *                                       the part (I − P_b)W(I − P_h) is independent of z and g; CC^T is the Gram
 *                                       matrix of the r_i ⊥ h.
 *
 * Of g_1 = ∇f(x) = αx + e only α = z_1·b_1/‖x‖² and ‖e‖² = ‖b_1‖²χ²_{d−1}/d are needed, ‖∇f‖² = α²‖x‖² + ‖e‖²;
 * the ray has c_i = 1 + η_i α and r_i = η_i e there. Where h = 0 or b = 0 (a dead layer) P is 0. See docs/laws-deep.md.
 *
 * Lazy: `value` reads the streams `a` and `z1` to `z{L}`, the gradient `g2` to `g{L}` and `chi`, the ray `xi…`, so
 * that value and gradient do not depend on the η's. Equal η's have equal values, and η = 0 has f(x), to the last bit.
 * Values depend on the order in which η's are asked for.
 *
 * @throws RangeError if the setting is none (see `Setting`), a width is above 2^31, or the norm is 0.
 */
export function drawRay(setting: Setting<Widths>, random: Streams): Line {
  const complete = completeSetting(setting, { k: MOST_NEURONS });
  checkPositive(complete);
  const { psi, widths, depth, norm, coefficients } = complete;
  const k = widths[depth - 1];
  const a = lazily(() => {
    const signs = new Float64Array(k);
    (coefficients === "gaussian" ? fillNormal : fillRademacher)(signs, random("a"));
    return signs;
  });
  const forward = lazily(() => drawForward(complete, random));
  const passes = lazily(() => drawBackward(complete, forward(), a(), random));
  const evaluate = (z: Float64Array) => dot(a(), applied(psi.value, z)) / Math.sqrt(k);
  const value = lazily(() => evaluate(forward()[depth - 1]));
  const point = lazily(() => rayPoints(complete, passes(), a(), random));
  const known = new Map<number, number>();
  const after = (eta: number) => {
    if (eta === 0) return value();
    const found = known.get(eta) ?? evaluate(point()(eta));
    known.set(eta, found);
    return found;
  };
  const line: Line = {
    get value() {
      return value();
    },
    get gradientNorm() {
      const { alpha, eSquared } = passes();
      return Math.sqrt(alpha * alpha * norm * norm + eSquared);
    },
    at(etas) {
      checkEtas(etas);
      return etas.map((eta) => ({ value: after(eta), rounding: Infinity }));
    },
    smallestFlip: (options) => sampledFlip(line, options),
  };
  return line;
}
