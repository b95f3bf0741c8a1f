import { fillNormal } from "../chance/normal.js";
import type { Streams } from "../chance/streams.js";
import { applied } from "./deep-apply.js";
import { orthogonalise } from "./deferred-orthogonalise.js";
import { dot } from "./dense-products.js";

/** A random matrix W, m × n, that is known by its products alone. */
export interface DeferredMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Wv, of length m, for v of length n; draws what the products so far leave open. */
  product(v: Float64Array): Float64Array;
  /** W^T u, of length n, for u of length m; draws what the products so far leave open. */
  transposedProduct(u: Float64Array): Float64Array;
  /** The number of independent vectors that `product` has seen, and `transposedProduct`. */
  readonly ranks: readonly [right: number, left: number];
}

/** What is known on one side: orthonormal vectors and their products with W, or with W^T. */
interface Side {
  readonly argument: string;
  readonly stream: string;
  readonly length: number;
  readonly basis: Float64Array[];
  readonly images: Float64Array[];
}

function addTo(out: Float64Array, c: number, v: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] += c * v[i];
}

/** A power of two near the largest entry, so that squares of v/scale neither over- nor underflow; 0 for v = 0. */
function scaleOf(side: Side, v: Float64Array): number {
  if (v.length !== side.length)
    throw new RangeError(`${side.argument} has length ${v.length}; it must have length ${side.length}`);
  let largest = 0;
  for (let i = 0; i < v.length; i++) {
    if (!Number.isFinite(v[i])) throw new RangeError(`${side.argument}[${i}] is ${v[i]}; it must be finite`);
    largest = Math.max(largest, Math.abs(v[i]));
  }
  return largest === 0 ? 0 : 2 ** Math.min(1023, Math.max(-1022, Math.floor(Math.log2(largest))));
}

/** The product with a direction r that is orthogonal to all seen: Σ_j u_j (Q_j·r) + (I − UU^T)ξ. */
function drawImage(r: Float64Array, from: Side, to: Side, deviation: number, random: Streams): Float64Array {
  const image = new Float64Array(to.length);
  // With m independent left vectors U U^T is the identity: the product is determined.
  if (to.basis.length < to.length) {
    fillNormal(image, random(`${from.stream}${from.basis.length}`));
    for (let i = 0; i < image.length; i++) image[i] *= deviation;
    // Twice: the first time leaves U^T ξ at the rounding of ξ, which for m close to the rank is large beside the rest.
    for (let pass = 0; pass < 2; pass++) for (const u of to.basis) addTo(image, -dot(u, image), u);
  }
  for (let j = 0; j < to.basis.length; j++) addTo(image, dot(to.images[j], r), to.basis[j]);
  return image;
}

function multiply(v: Float64Array, from: Side, to: Side, deviation: number, random: Streams): Float64Array {
  const out = new Float64Array(to.length);
  const scale = scaleOf(from, v);
  if (scale === 0) return out;
  const rest = applied((t) => t / scale, v);
  const coefficients = new Float64Array(from.basis.length);
  const size = orthogonalise(rest, from.basis, coefficients);
  for (let j = 0; j < coefficients.length; j++) addTo(out, coefficients[j], from.images[j]);
  if (size > 0) {
    const image = drawImage(rest, from, to, deviation, random);
    from.basis.push(rest);
    from.images.push(image);
    addTo(out, size, image);
  }
  for (let i = 0; i < out.length; i++) out[i] *= scale;
  return out;
}

/**
 * W, m × n with independent entries N(0, variance), without its entries: its products with vectors that may be chosen
 * one after the other with a view to all results so far have exactly the law that they have for a W drawn at once
 * (Bolthausen 2014; Y. M. Lu, Householder Dice, arXiv 2101.07464).
 *
 * Keep orthonormal right vectors V with P = WV and left vectors U with Q = W^T U. Given those,
 * W = PV^T + U(Q − V P^T U)^T + (I − UU^T) G (I − VV^T) with G a fresh copy of W, since the parts of a Gaussian matrix
 * along orthogonal pairs of directions are independent and each choice is a function of parts already drawn. So a new
 * unit vector r ⊥ V has W r = Σ_j u_j (Q_j·r) + (I − UU^T)ξ with ξ = Gr ~ N(0, variance·I), and W^T mirrors it.
 * A vector splits into its part along V, of which the product is known, and a new direction. A rest of at most 2⁻⁴⁴ of
 * the vector counts as rounding and draws nothing (`NEGLIGIBLE`), so that products of repeated and dependent vectors
 * agree to about 1e-13 of their size; after min(m, n) independent ones nothing is left to draw.
 *
 * The q-th independent right vector reads the sub-stream `right{q}`, the q-th left one `left{q}`, from 0: what one
 * side draws does not depend on when the other was asked. Time and memory O((m + n)·products). A changed vector
 * changes the matrix behind all later products: two runs share a matrix only if they ask the same.
 *
 * @throws RangeError if m or n is no integer in [1, 2^31] or variance is not finite and ≥ 0; from the products if the
 * vector has the wrong length or an entry that is not finite.
 */
export function deferredMatrix(m: number, n: number, variance: number, random: Streams): DeferredMatrix {
  for (const [name, count] of [
    ["m", m],
    ["n", n],
  ] as const)
    if (!(Number.isInteger(count) && count >= 1 && count <= 2 ** 31))
      throw new RangeError(`${name} is ${count}; it must be an integer in [1, 2^31]`);
  if (!(variance >= 0 && variance < Infinity))
    throw new RangeError(`variance is ${variance}; it must be finite and ≥ 0`);
  const right: Side = { argument: "v", stream: "right", length: n, basis: [], images: [] };
  const left: Side = { argument: "u", stream: "left", length: m, basis: [], images: [] };
  const deviation = Math.sqrt(variance);
  return {
    rows: m,
    columns: n,
    product: (v) => multiply(v, right, left, deviation, random),
    transposedProduct: (u) => multiply(u, left, right, deviation, random),
    get ranks() {
      return [right.basis.length, left.basis.length] as const;
    },
  };
}
