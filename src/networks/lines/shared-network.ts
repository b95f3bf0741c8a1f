import { linearSides } from "../../activations/linear-sides.js";
import type { Streams } from "../../chance/streams.js";
import { applied } from "../deep-apply.js";
import { dot } from "../dense-products.js";
import { checkEtas, type Line } from "../line.js";
import { checkPositive, completeSetting, MOST_NEURONS, type Setting, type Widths } from "../setting.js";
import { drawInputLayer } from "./input-layer.js";
import { type LayeredRay, layeredFlip, layeredValue } from "./layered-ray.js";
import { sampledFlip } from "./sampled-flip.js";
import { smallestFlip } from "./smallest-flip.js";
import { drawCoefficients, drawUpper, forward, pulledBack } from "./upper-layers.js";

/** What several inputs of one network are drawn from. */
export interface SharedSetting extends Setting<Widths> {
  /** How many inputs, independent and uniform on the sphere of radius norm: an integer in [1, 2^10]. */
  readonly inputs: number;
}

/** How the layers above the first are known. */
export interface SharedOptions {
  /** All their entries are drawn, k_l·k_(l−1) of layer l, and for a piecewise linear ψ the smallest flip is exact. */
  readonly dense?: boolean;
}

const MOST_INPUTS = 2 ** 10;

function lineOf(ray: LayeredRay, value: number, gradientNorm: number, exact: boolean): Line {
  const line: Line = {
    value,
    gradientNorm,
    at(etas) {
      checkEtas(etas);
      return etas.map((eta) => ({ value: eta === 0 ? value : layeredValue(ray, eta), rounding: Infinity }));
    },
    smallestFlip(options = {}) {
      if (!exact) return sampledFlip(line, options);
      // One layer is walked from kink to kink by a heap.
      if (ray.upper.length === 0) {
        const flip = smallestFlip(ray, { limit: options.limit ?? 20 });
        return flip && { ...flip, gap: 0 };
      }
      const flip = layeredFlip(ray, value, options.limit);
      return flip === null ? null : { lower: flip, upper: flip, gap: 0 };
    },
  };
  return line;
}

/**
 * Several inputs of one network of any depth: for each x_j its f(x_j), ‖∇f(x_j)‖ and f(x_j + η∇f(x_j)), jointly as for
 * `inputs` independent inputs of norm r and the network of `drawDenseNetwork`. Nothing of length d is kept.
 *
 * The layers above the first are Gaussian matrices that are multiplied and no more: as `deferredMatrix` has them, with
 * the products at all inputs (P = WV, block projections in place of the ray law's P_h) and with all backward vectors
 * (Q = WᵀU, in place of P_b) known when the rays are asked for. Of the first layer only Wx_j, ‖Wᵀb_j‖ and WWᵀb_j count
 * (`drawInputLayer`): the points x_j + η∇f(x_j) have the pre-activations Wx_j + ηWWᵀb_j. It is independent of the layers
 * above, and b_j, which is a function of those and of the Wx_i, is all that they say of the gradient.
 *
 * Time O(Σ k_l) a product and as much again for each product before it; with `dense` O(Σ k_l·k_(l−1)). All lines show one network
 * only to those who ask in one order.
 *
 * Reads `a`, `W{l}.…` for l ≥ 2 and what `drawInputLayer` reads.
 *
 * @throws RangeError if the setting is none (see `Setting`), a width is above 2^31, the norm is 0, or inputs is out of range.
 */
export function drawSharedLines(
  setting: SharedSetting,
  random: Streams,
  { dense = false }: SharedOptions = {},
): Line[] {
  const complete = completeSetting(setting, { k: MOST_NEURONS });
  checkPositive(complete);
  const { inputs } = setting;
  if (!(Number.isInteger(inputs) && inputs >= 1 && inputs <= MOST_INPUTS))
    throw new RangeError(`inputs is ${inputs}; it must be an integer in [1, 2^10]`);
  const { psi, d, widths, norm } = complete;
  const a = drawCoefficients(complete, random);
  const upper = drawUpper(complete, dense, random);
  const first = drawInputLayer({ d, k: widths[0], norm, inputs }, random);
  const passes = first.images.map((image) => forward(complete, upper, image));
  const gradients = first.transposed(passes.map((z) => pulledBack(complete, upper, z, a)));
  const exact = (dense || upper.length === 0) && linearSides(psi) !== null;
  return passes.map((z, j) => {
    const value = dot(a, applied(psi.value, z[z.length - 1])) / Math.sqrt(a.length);
    const ray: LayeredRay = { activation: psi, a, u: z[0], v: gradients[j].image, upper };
    return lineOf(ray, value, gradients[j].norm, exact);
  });
}
