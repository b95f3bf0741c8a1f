import type { Bits } from "../../chance/bits.js";
import { fillNormal } from "../../chance/normal.js";
import type { Streams } from "../../chance/streams.js";
import { applied, apply } from "../deep-apply.js";
import { orthogonalise } from "../deferred-orthogonalise.js";
import { dot } from "../dense-products.js";
import type { CompleteSetting } from "../setting.js";
import { addTimes, scale, times } from "../vector-loops.js";
import { backward, deviationOf, type Passes } from "./ray-passes.js";

/**
 * Wq for a unit vector q ⊥ h, given z = Wh and g = W^T b: b(g·q)/‖b‖² + σ(I − P_b)ξ, ξ fresh normal; plain σξ for b = 0.
 *
 * @param gq g·q.
 */
function drawAcross(gq: number, b: Float64Array, bSquared: number, sigma: number, bits: Bits): Float64Array {
  const out = new Float64Array(b.length);
  fillNormal(out, bits);
  scale(out, sigma);
  if (bSquared > 0) addTimes(out, (gq - dot(b, out)) / bSquared, b);
  return out;
}

/** What a layer has been asked so far. */
interface Layer {
  /** Wh for its input h at x, and ‖h‖. */
  readonly z: Float64Array;
  readonly size: number;
  /** h/‖h‖ unless h = 0, then the directions q_1, q_2, … of its inputs, orthonormal; and their products but the first. */
  readonly basis: Float64Array[];
  readonly images: Float64Array[];
  readonly draw: (q: Float64Array) => Float64Array;
}

/** Layer l + 1, from 1, before any point. Reads `xi{l + 1}.{j}` for its j-th direction. */
function layerOf(setting: CompleteSetting, { z, g }: Passes, a: Float64Array, l: number, random: Streams): Layer {
  const { psi } = setting;
  const h = applied(psi.value, z[l - 1]);
  const size = Math.sqrt(dot(h, h));
  for (let i = 0; i < h.length; i++) h[i] /= size;
  const b = backward(psi, z[l], g[l + 1], a);
  const bSquared = dot(b, b);
  const images: Float64Array[] = [];
  const draw = (q: Float64Array) =>
    drawAcross(dot(g[l], q), b, bSquared, deviationOf(setting, l), random(`xi${l + 1}.${images.length + 1}`));
  return { z: z[l], size, basis: size > 0 ? [h] : [], images, draw };
}

/**
 * Replaces an input of the layer by its product. The input splits into ch + Σ_j C_j q_j, q_1, q_2, … those of the inputs
 * before and perhaps a new one, so that over all inputs CC^T is the Gram matrix of the parts across h; its product is
 * cz + Σ_j C_j Wq_j. By projection of the vectors, not by Cholesky factors of their Gram matrix: that would lose half of
 * the digits of the difference of two near points. A part within rounding of the span gets no q (`NEGLIGIBLE`).
 */
function multiply(input: Float64Array, { z, size, basis, images, draw }: Layer): Float64Array {
  const found = new Float64Array(basis.length);
  const first = size > 0 ? 1 : 0;
  const rest = orthogonalise(input, basis, found);
  const coefficients = [...found.subarray(first)];
  if (rest > 0) {
    basis.push(input);
    images.push(draw(input));
    coefficients.push(rest);
  }
  const along = first > 0 ? found[0] / size : 0;
  const out = times(along, z);
  for (const [j, c] of coefficients.entries()) addTimes(out, c, images[j]);
  return out;
}

/**
 * The pre-activations of the last layer at x + η∇f(x), of length k_L, for one η after the other, given the passes at x; all
 * are of one network. Layer 1 has the points (1 + ηα)x + ηe, so that one direction serves all. Reads `xi1`, and
 * `xi{layer}.{j}` for the j-th new direction of a later layer, from 1.
 */
export function rayPoints(
  setting: CompleteSetting,
  passes: Passes,
  a: Float64Array,
  random: Streams,
): (eta: number) => Float64Array {
  const { psi, depth } = setting;
  const { z, g, alpha, eSquared } = passes;
  const e = Math.sqrt(eSquared);
  const b = backward(psi, z[0], g[1], a);
  const velocity = drawAcross(e, b, dot(b, b), deviationOf(setting, 0), random("xi1"));
  scale(velocity, e);
  addTimes(velocity, alpha, z[0]);
  const layers = Array.from({ length: depth - 1 }, (_, l) => layerOf(setting, passes, a, l + 1, random));
  return (eta) => {
    let point: Float64Array = z[0].slice();
    addTimes(point, eta, velocity);
    for (const layer of layers) point = multiply(apply(point, psi.value, point), layer);
    return point;
  };
}
