import { chiSquare } from "../../chance/chi-square.js";
import type { Streams } from "../../chance/streams.js";
import { orthogonalise } from "../deferred-orthogonalise.js";
import { dot } from "../dense-products.js";
import { fillNormalFast } from "../kernels/fill-normal-fast.js";
import { largestOf } from "./largest-of.js";

/** A random k × d matrix W through its products, vectors of ℝ^d given by coordinates in an orthonormal frame. */
export interface FramedMatrix {
  /** Wv, of length k, for v of as many coordinates as the frame has vectors. */
  readonly product: (v: Float64Array) => Float64Array;
  /** Wᵀs, in coordinates, for s of length k. */
  readonly transposedProduct: (s: Float64Array) => Float64Array;
}

function addTo(out: Float64Array, c: number, v: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] += c * v[i];
}

/**
 * W with independent entries N(0, 1/d), whatever d: O(k·products) time and memory. It is the conditioning of
 * deferred-matrix.ts with nothing of length d: vectors of ℝ^d are coordinates in a frame e_0, e_1, … that grows with the
 * products.
 *
 * Known are P_j = W e_j for the first r vectors, and orthonormal left vectors u_i with Wᵀu_i in their span. For a new unit
 * left vector u, Wᵀu has the coordinates P_j·u along those, and across them a fresh part, N(0, 1/d) in d − r dimensions:
 * its length is β = χ_{d−r}/√d and its direction is taken as the next e. Then W e = βu + (I − UUᵀ − uuᵀ)ξ/√d, since
 * e·Wᵀu = β and e·Wᵀu_i = 0. A frame vector that is asked for before it has such a meaning is one across all known
 * vectors: W e = (I − UUᵀ)ξ/√d.
 *
 * Reads the sub-streams `chi` and `xi{j}`.
 *
 * @param capacity vectors of the frame at most; Math.min(d, capacity) of them exist.
 * @throws RangeError from `transposedProduct` once the frame is full and d is larger.
 */
export function framedMatrix(k: number, d: number, capacity: number, random: Streams): FramedMatrix {
  const deviation = 1 / Math.sqrt(d);
  const chi = random("chi");
  const images: Float64Array[] = [];
  const left: Float64Array[] = [];
  const leftImages: Float64Array[] = [];

  /** (I − UUᵀ)ξ/√d, the next image's part that no product has seen. */
  function unseen(): Float64Array {
    const image = new Float64Array(k);
    if (left.length >= k) return image;
    fillNormalFast(image, random(`xi${images.length}`));
    for (let i = 0; i < k; i++) image[i] *= deviation;
    // Twice: see deferred-matrix.ts.
    for (let pass = 0; pass < 2; pass++) for (const u of left) addTo(image, -dot(u, image), u);
    return image;
  }

  function product(v: Float64Array): Float64Array {
    const out = new Float64Array(k);
    for (let j = 0; j < v.length; j++) {
      if (v[j] === 0) continue;
      while (images.length <= j) images.push(unseen());
      addTo(out, v[j], images[j]);
    }
    return out;
  }

  function transposedProduct(s: Float64Array): Float64Array {
    const out = new Float64Array(Math.min(d, capacity));
    const scale = largestOf(s);
    if (scale === 0) return out;
    const rest = s.map((t) => t / scale);
    const coefficients = new Float64Array(left.length);
    const size = orthogonalise(rest, left, coefficients);
    for (const [i, q] of leftImages.entries()) addTo(out, scale * coefficients[i], q);
    if (size === 0) return out;
    const q = new Float64Array(out.length);
    for (const [j, image] of images.entries()) q[j] = dot(image, rest);
    left.push(rest);
    leftImages.push(q);
    if (images.length < d) {
      if (images.length >= out.length)
        throw new RangeError(`capacity is ${capacity}; it must be more than the number of independent products`);
      const beta = Math.sqrt(chiSquare(d - images.length, chi)) * deviation;
      const image = unseen();
      addTo(image, beta, rest);
      q[images.length] = beta;
      images.push(image);
    }
    addTo(out, scale * size, q);
    return out;
  }
  return { product, transposedProduct };
}
