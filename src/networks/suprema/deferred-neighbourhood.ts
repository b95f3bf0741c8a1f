import type { Activation } from "../../activations/activation.js";
import { fillRademacher } from "../../chance/rademacher.js";
import type { Streams } from "../../chance/streams.js";
import { deferredMatrix } from "../deferred-matrix.js";
import { drawSphereInput } from "../dense-input.js";
import { gaussianNormBound, gaussianRowBound } from "./gaussian-norm-bound.js";
import type { Neighbourhood } from "./neighbourhood.js";

/**
 * The probability that a bound which a deferred neighbourhood states of its weights is false: half of it for ‖W‖, half
 * for the norms of the rows.
 */
export const DEFERRED_DOUBT = 1e-15;

/** Products of deferred matrices are right to this share of the vectors' norms: see deferred-matrix.ts. */
const DEFERRED_ROUNDING = 2 ** -40;

/** W by its products: of a deferred matrix, or of one in coordinates. */
interface Products {
  readonly product: (v: Float64Array) => Float64Array;
  readonly transposedProduct: (s: Float64Array) => Float64Array;
}

/**
 * The neighbourhood of x for a random network whose weights are known by their products alone. Who asks it for products
 * learns of one and the same network; what it says of ‖W‖ and ‖w_ℓ‖ is false with probability at most `DEFERRED_DOUBT`,
 * whatever is asked.
 */
export function unseenNeighbourhood(
  activation: Activation,
  { d, k, x }: Readonly<{ d: number; k: number; x: Float64Array }>,
  { product, transposedProduct }: Products,
  random: Streams,
): Neighbourhood {
  const coefficients = new Float64Array(k);
  fillRademacher(coefficients, random("a"));
  const upper = gaussianNormBound(k, d, DEFERRED_DOUBT / 2);
  return {
    activation,
    d,
    k,
    coefficients,
    x,
    preActivations: product(x),
    product,
    transposedProduct,
    rounding: DEFERRED_ROUNDING,
    size: upper,
    operatorNorm: { lower: 0, upper },
    rowNorms: new Float64Array(k).fill(Math.min(upper, gaussianRowBound(k, d, DEFERRED_DOUBT / 2))),
    weights: null,
  };
}

/** The neighbourhood of a uniform x of norm √d, weights deferred. Memory O((k + d)·products). */
export function drawDeferredNeighbourhood(
  activation: Activation,
  { d, k }: Readonly<{ d: number; k: number }>,
  random: Streams,
): Neighbourhood {
  const W = deferredMatrix(k, d, 1 / d, (name) => random(`W1.${name}`));
  return unseenNeighbourhood(activation, { d, k, x: drawSphereInput(d, undefined, random) }, W, random);
}
