import { linearSides } from "../../activations/linear-sides.js";
import { fillNormal } from "../../chance/normal.js";
import { fillRademacher } from "../../chance/rademacher.js";
import type { Streams } from "../../chance/streams.js";
import { applied } from "../deep-apply.js";
import { deferredMatrix } from "../deferred-matrix.js";
import { dot } from "../dense-products.js";
import { checkEtas, type Line } from "../line.js";
import { type CompleteSetting, checkPositive, completeSetting, MOST_NEURONS, type Setting } from "../setting.js";
import { drawDenseLayer } from "./dense-layer.js";
import { drawInputLayer } from "./input-layer.js";
import { type LayeredRay, layeredFlip, layeredValue } from "./layered-ray.js";
import { backward } from "./ray-passes.js";
import { sampledFlip } from "./sampled-flip.js";
import { smallestFlip } from "./smallest-flip.js";

/** What several inputs of one network are drawn from. */
export interface SharedSetting extends Setting {
  /** How many inputs, independent and uniform on the sphere of radius norm: an integer in [1, 2^10]. */
  readonly inputs: number;
}

/** How the layers above the first are known. */
export interface SharedOptions {
  /** All their entries are drawn, (L − 1)k² of them, and for a piecewise linear ψ the smallest flip is exact. */
  readonly dense?: boolean;
}

const MOST_INPUTS = 2 ** 10;

/** W_2, …, W_L, as far as they are asked. */
interface Upper {
  readonly product: (v: Float64Array) => Float64Array;
  readonly transposedProduct: (u: Float64Array) => Float64Array;
}

function drawUpper({ k, depth, gain }: CompleteSetting, dense: boolean, random: Streams): readonly Upper[] {
  return Array.from({ length: depth - 1 }, (_, i) => {
    const streams: Streams = (name) => random(`W${i + 2}.${name}`);
    return dense ? drawDenseLayer(k, gain / k, streams) : deferredMatrix(k, k, gain / k, streams);
  });
}

/** z_1, …, z_L from z_1. */
function forward({ psi }: CompleteSetting, upper: readonly Upper[], first: Float64Array): Float64Array[] {
  const found = [first];
  for (const layer of upper) found.push(layer.product(applied(psi.value, found[found.length - 1])));
  return found;
}

/** b_1 from z_1, …, z_L: b_L = ψ'(z_L)∘a/√k, b_l = ψ'(z_l)∘W_{l+1}ᵀb_{l+1}. */
function pulledBack(
  { psi }: CompleteSetting,
  upper: readonly Upper[],
  z: readonly Float64Array[],
  a: Float64Array,
): Float64Array {
  let b = backward(psi, z[z.length - 1], undefined, a);
  for (let l = upper.length - 1; l >= 0; l--) b = backward(psi, z[l], upper[l].transposedProduct(b), a);
  return b;
}

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
 * Time O(Lk) a product and as much again for each product before it; with `dense` O(Lk²). All lines show one network
 * only to those who ask in one order.
 *
 * Reads `a`, `W{l}.…` for l ≥ 2 and what `drawInputLayer` reads.
 *
 * @throws RangeError if the setting is none (see `Setting`), k is above 2^31, the norm is 0, or inputs is out of range.
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
  const { psi, d, k, norm, coefficients } = complete;
  const a = new Float64Array(k);
  (coefficients === "gaussian" ? fillNormal : fillRademacher)(a, random("a"));
  const upper = drawUpper(complete, dense, random);
  const first = drawInputLayer({ d, k, norm, inputs }, random);
  const passes = first.images.map((image) => forward(complete, upper, image));
  const gradients = first.transposed(passes.map((z) => pulledBack(complete, upper, z, a)));
  const exact = (dense || upper.length === 0) && linearSides(psi) !== null;
  return passes.map((z, j) => {
    const value = dot(a, applied(psi.value, z[z.length - 1])) / Math.sqrt(k);
    const ray: LayeredRay = { activation: psi, a, u: z[0], v: gradients[j].image, upper };
    return lineOf(ray, value, gradients[j].norm, exact);
  });
}
