import type { Streams } from "../../chance/streams.js";
import { fillNormals } from "./fill-normals.js";

/** A square matrix, all its entries in memory. */
export interface DenseLayer {
  /** k × k, row-major. */
  readonly entries: Float64Array;
  product(v: Float64Array): Float64Array;
  transposedProduct(u: Float64Array): Float64Array;
}

/** Wv, W row-major. */
function multiply(w: Float64Array, v: Float64Array): Float64Array {
  const k = v.length;
  const out = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    let sum = 0;
    for (let j = 0; j < k; j++) sum += w[i * k + j] * v[j];
    out[i] = sum;
  }
  return out;
}

/** Wᵀu, W row-major. */
function multiplyTransposed(w: Float64Array, u: Float64Array): Float64Array {
  const k = u.length;
  const out = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const c = u[i];
    if (c !== 0) for (let j = 0; j < k; j++) out[j] += c * w[i * k + j];
  }
  return out;
}

/** A k × k matrix with independent N(0, variance) entries. Reads `entries`. */
export function drawDenseLayer(k: number, variance: number, random: Streams): DenseLayer {
  const entries = new Float64Array(k * k);
  fillNormals(entries, random("entries"));
  const deviation = Math.sqrt(variance);
  for (let i = 0; i < entries.length; i++) entries[i] *= deviation;
  return {
    entries,
    product: (v) => multiply(entries, v),
    transposedProduct: (u) => multiplyTransposed(entries, u),
  };
}
