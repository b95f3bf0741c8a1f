import { chiSquare } from "../../chance/chi-square.js";
import type { Streams } from "../../chance/streams.js";
import { orthogonalise } from "../deferred-orthogonalise.js";
import { dot } from "../dense-products.js";
import { fillNormalFast } from "../kernels/fill-normal-fast.js";

/** What the compression of a Hessian starts from: H = Wᵀ diag(c) W around x, ‖x‖ = √d. */
interface KrylovStart {
  /** Input dimension, an integer in [1, 2^53]. */
  readonly d: number;
  /** u = Wx, of length k. */
  readonly u: Float64Array;
  /** c = a∘ψ''(u)/√k, of length k. */
  readonly c: Float64Array;
}

/** c∘v. */
function weighted(c: Float64Array, v: Float64Array): Float64Array {
  const out = new Float64Array(c.length);
  for (let i = 0; i < out.length; i++) out[i] = c[i] * v[i];
  return out;
}

/**
 * W r for orthonormal r₀ = x/√d, r₁, … spanning the Krylov space of H = Wᵀ diag(c) W from x, in O(k) a vector whatever
 * d, with the exact joint law for W of independent entries N(0, 1/d). It is the conditioning of deferred-matrix.ts, with
 * the vectors of length d left out: only their inner products matter.
 *
 * Known are P_j = W r_j and orthonormal left vectors U with every Wᵀu in the span of the r_j. To apply H to r_j, let
 * y = c∘P_j and u its unit rest off U. The part of Wᵀu across the r's is fresh and N(0, 1/d) in d − r dimensions (r of
 * them so far): its length is β = χ_{d−r}/√d, and its direction is the next r. Along u, W r = β, since r·Wᵀu = β; along
 * U, W r = 0, as Wᵀu_i lies in the span of the earlier r's; and across both it is fresh:
 *
 *   W r = βu + (I − UUᵀ − uuᵀ)ξ/√d,  ξ ~ N(0, I_k).
 *
 * Ends before `products` vectors are added where Krylov space is all of its own: after min(k, d) at most.
 *
 * Reads the sub-streams `chi` and `xi{j}`.
 *
 * @returns the P_j, r₀'s first.
 */
export function hessianKrylov({ d, u, c }: KrylovStart, products: number, random: Streams): Float64Array[] {
  const k = u.length;
  const deviation = 1 / Math.sqrt(d);
  const left: Float64Array[] = [];
  const images = [u.map((t) => t * deviation)];
  const chi = random("chi");
  for (let j = 0; j < products && images.length < d; j++) {
    const rest = weighted(c, images[j]);
    if (orthogonalise(rest, left, new Float64Array(left.length)) === 0) break;
    left.push(rest);
    const beta = Math.sqrt(chiSquare(d - images.length, chi)) * deviation;
    const image = new Float64Array(k);
    fillNormalFast(image, random(`xi${j}`));
    for (let i = 0; i < k; i++) image[i] *= deviation;
    // Twice: see deferred-matrix.ts.
    for (let pass = 0; pass < 2; pass++)
      for (const known of left) {
        const along = dot(known, image);
        for (let i = 0; i < k; i++) image[i] -= along * known[i];
      }
    for (let i = 0; i < k; i++) image[i] += beta * rest[i];
    images.push(image);
  }
  return images;
}

/** The matrix of Σ_ℓ c_ℓ (P_i)_ℓ (P_j)_ℓ, row-major: H compressed to the span of the r's. */
export function compressedHessian(images: readonly Float64Array[], c: Float64Array): Float64Array {
  const n = images.length;
  const T = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const scaled = weighted(c, images[i]);
    for (let j = i; j < n; j++) T[i * n + j] = T[j * n + i] = dot(scaled, images[j]);
  }
  return T;
}
