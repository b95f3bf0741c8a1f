import type { Activation } from "../activations/activation.js";
import type { Bits } from "../random/bits.js";
import { fillNormal } from "../random/normal.js";
import type { Streams } from "../random/streams.js";
import { applied, apply } from "./deep-apply.js";
import type { DeepShape } from "./deep-shape.js";
import { orthogonalise } from "./deferred-orthogonalise.js";
import { dot } from "./dense-products.js";
import { backward, deviationOf, type Passes } from "./ray-passes.js";

/**
 * Writes Wq to `out`, which may be q itself, for a unit vector q ⊥ h, given z = Wh and g = W^T b:
 * b(g·q)/‖b‖² + σ(I − P_b)ξ, ξ fresh normal; plain σξ for b = 0.
 *
 * @param gq g·q.
 */
function drawAcross(out: Float64Array, gq: number, b: Float64Array, bSquared: number, sigma: number, bits: Bits): void {
  fillNormal(out, bits);
  for (let i = 0; i < out.length; i++) out[i] *= sigma;
  if (bSquared === 0) return;
  const along = (gq - dot(b, out)) / bSquared;
  for (let i = 0; i < out.length; i++) out[i] += along * b[i];
}

/**
 * Replaces the inputs h_1, …, h_m of a layer by their products Wh_i. The h_i split into c_i h + Σ_j C_ij q_j with
 * q_1, q_2, … orthonormal and ⊥ h, so that CC^T is the Gram matrix of the parts across h; then
 * Wh_i = c_i z + Σ_j C_ij Wq_j. By projection of the vectors, not by Cholesky factors of their Gram matrix: that would
 * lose half of the digits of the difference of two near points. A part within rounding of the span of those before
 * gets no q (`NEGLIGIBLE`).
 */
function multiplyPoints(
  points: readonly Float64Array[],
  h: Float64Array,
  z: Float64Array,
  drawQ: (q: Float64Array, index: number) => void,
): void {
  const size = Math.sqrt(dot(h, h));
  const basis = size > 0 ? [applied((t) => t / size, h)] : [];
  const first = basis.length;
  const coefficients = points.map((point) => {
    const found = new Float64Array(basis.length);
    const rest = orthogonalise(point, basis, found);
    if (rest > 0) basis.push(point);
    return { found, rest };
  });
  for (const [index, q] of basis.slice(first).entries()) drawQ(q, index);
  // From the last to the first, as point i needs the q of those before it and is where its own q is kept.
  for (let i = points.length - 1; i >= 0; i--) {
    const { found, rest } = coefficients[i];
    const out = points[i];
    for (let t = 0; t < out.length; t++) out[t] = rest === 0 ? 0 : rest * out[t];
    for (const [j, c] of found.entries()) {
      const [factor, image] = j < first ? [c / size, z] : [c, basis[j]];
      for (let t = 0; t < out.length; t++) out[t] += factor * image[t];
    }
  }
}

/** W_1(x + η_i∇f(x)) for each η: the points are (1 + η_i α)x + η_i e, so that one direction serves all. */
function firstPoints(
  shape: DeepShape,
  { z, alpha, eSquared }: Passes,
  b: Float64Array,
  etas: readonly number[],
  bits: Bits,
): Float64Array[] {
  const velocity = new Float64Array(shape.k);
  const e = Math.sqrt(eSquared);
  drawAcross(velocity, e, b, dot(b, b), deviationOf(shape, 0), bits);
  for (let i = 0; i < velocity.length; i++) velocity[i] = alpha * z[0][i] + e * velocity[i];
  return etas.map((eta) => {
    const point = new Float64Array(shape.k);
    for (let i = 0; i < point.length; i++) point[i] = z[0][i] + eta * velocity[i];
    return point;
  });
}

/**
 * The pre-activations of the last layer at x + η_i∇f(x), one vector of length k for each η, given the passes at x.
 * Reads `xi1`, and `xi{layer}.{j}` for the j-th new direction of a later layer, from 1.
 */
export function drawPoints(
  psi: Activation,
  shape: DeepShape,
  passes: Passes,
  a: Float64Array,
  etas: readonly number[],
  random: Streams,
): Float64Array[] {
  const { z, g } = passes;
  const points = firstPoints(shape, passes, backward(psi, z[0], g[1], a), etas, random("xi1"));
  for (let layer = 1; layer < shape.depth; layer++) {
    const b = backward(psi, z[layer], g[layer + 1], a);
    const bSquared = dot(b, b);
    const sigma = deviationOf(shape, layer);
    for (const point of points) apply(point, psi.value, point);
    multiplyPoints(points, applied(psi.value, z[layer - 1]), z[layer], (q, index) =>
      drawAcross(q, dot(g[layer], q), b, bSquared, sigma, random(`xi${layer + 1}.${index + 1}`)),
    );
  }
  return points;
}
