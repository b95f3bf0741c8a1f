import { lazily } from "../../numbers/lazily.js";
import { checkLength } from "../dense-forward.js";
import type { DenseNetwork } from "../dense-network.js";
import { dot, product, transposedProduct } from "../dense-products.js";
import type { Neighbourhood } from "./neighbourhood.js";
import { operatorNorm } from "./operator-norm.js";
import { roundings } from "./positive-definite.js";

/**
 * The neighbourhood of x for a network in memory. Everything known of it is certain.
 *
 * @param network of one hidden layer.
 * @param x of length d.
 * @throws RangeError if the network is deeper, or x has not length d.
 */
export function denseNeighbourhood(network: DenseNetwork, x: Float64Array): Neighbourhood {
  const { activation, d, k, depth, weights, coefficients } = network;
  if (depth !== 1) throw new RangeError(`depth is ${depth}; suprema over a ball are for one hidden layer`);
  checkLength("x", x, network);
  const [W] = weights;
  const times = (v: Float64Array) => {
    const out = new Float64Array(k);
    product(out, W, v);
    return out;
  };
  const rowNorms = lazily(() =>
    Float64Array.from({ length: k }, (_, i) => {
      const row = W.subarray(i * d, (i + 1) * d);
      return Math.sqrt(dot(row, row)) * (1 + roundings(d + 4));
    }),
  );
  const norm = lazily(() => operatorNorm(W, k, d));
  return {
    activation,
    d,
    k,
    coefficients,
    x,
    preActivations: times(x),
    product: times,
    transposedProduct: (s) => {
      const out = new Float64Array(d);
      transposedProduct(out, W, s);
      return out;
    },
    // Blocks of 256 terms: see dense-products.ts.
    rounding: roundings(Math.min(Math.max(d, k), 80 + Math.max(d, k) / 256)),
    size: Math.sqrt(dot(W, W)) * (1 + roundings(k * d + 4)),
    get operatorNorm() {
      return norm();
    },
    get rowNorms() {
      return rowNorms();
    },
    weights: W,
  };
}
