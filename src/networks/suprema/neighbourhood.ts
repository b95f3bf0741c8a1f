import type { Activation } from "../../activations/activation.js";
import type { Bounds } from "./operator-norm.js";

/**
 * A two-layer network around an input x, as far as suprema over a ball need to know it: its weights W through products
 * and bounds alone, so that a matrix in memory and a deferred one look alike.
 *
 * All roundings are relative to bounds on norms: `product` is off by at most rounding·`size`·‖v‖ in norm,
 * `transposedProduct` likewise, where size ≥ ‖W‖ and, for a matrix in memory, size ≥ ‖W‖_F.
 */
export interface Neighbourhood {
  /** ψ */
  readonly activation: Activation;
  readonly d: number;
  readonly k: number;
  /** a, of length k. */
  readonly coefficients: Float64Array;
  /** x, of length d; where vectors are coordinates in a frame (framed-matrix.ts), as long as all of them. */
  readonly x: Float64Array;
  /** u = Wx, of length k. */
  readonly preActivations: Float64Array;
  /** Wv, of length k, for v as long as x. */
  readonly product: (v: Float64Array) => Float64Array;
  /** Wᵀs, as long as x. */
  readonly transposedProduct: (s: Float64Array) => Float64Array;
  readonly rounding: number;
  readonly size: number;
  /** ‖W‖; found at first use, then kept. */
  readonly operatorNorm: Bounds;
  /** Upper bounds on ‖w_ℓ‖, of length k. */
  readonly rowNorms: Float64Array;
  /** W, k × d row-major; null where it is not in memory. */
  readonly weights: Float64Array | null;
}
