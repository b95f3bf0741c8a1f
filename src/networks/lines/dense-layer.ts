import type { Streams } from "../../chance/streams.js";
import { fillNormals } from "./fill-normals.js";

/** A matrix, all its entries in memory. */
export interface DenseLayer {
  /** m × n, row-major. */
  readonly entries: Float64Array;
  product(v: Float64Array): Float64Array;
  transposedProduct(u: Float64Array): Float64Array;
}

/** Wv, W row-major. */
function multiply(w: Float64Array, v: Float64Array): Float64Array {
  const n = v.length;
  const out = new Float64Array(w.length / n);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += w[i * n + j] * v[j];
    out[i] = sum;
  }
  return out;
}

/** Wᵀu, W row-major. */
function multiplyTransposed(w: Float64Array, u: Float64Array): Float64Array {
  const out = new Float64Array(w.length / u.length);
  const n = out.length;
  for (let i = 0; i < u.length; i++) {
    const c = u[i];
    if (c !== 0) for (let j = 0; j < n; j++) out[j] += c * w[i * n + j];
  }
  return out;
}

/** An m × n matrix with independent N(0, variance) entries. Reads `entries`. */
export function drawDenseLayer(m: number, n: number, variance: number, random: Streams): DenseLayer {
  const entries = new Float64Array(m * n);
  fillNormals(entries, random("entries"));
  const deviation = Math.sqrt(variance);
  for (let i = 0; i < entries.length; i++) entries[i] *= deviation;
  return {
    entries,
    product: (v) => multiply(entries, v),
    transposedProduct: (u) => multiplyTransposed(entries, u),
  };
}
