import { fillNormal } from "../../chance/normal.js";
import { fillRademacher } from "../../chance/rademacher.js";
import type { Streams } from "../../chance/streams.js";
import { applied } from "../deep-apply.js";
import { deferredMatrix } from "../deferred-matrix.js";
import type { CompleteSetting } from "../setting.js";
import { drawDenseLayer } from "./dense-layer.js";
import { backward } from "./ray-passes.js";

/** a, from the sub-stream `a`. */
export function drawCoefficients({ widths, coefficients }: CompleteSetting, random: Streams): Float64Array {
  const a = new Float64Array(widths[widths.length - 1]);
  (coefficients === "gaussian" ? fillNormal : fillRademacher)(a, random("a"));
  return a;
}

/** W_2, …, W_L, as far as they are asked. */
interface Upper {
  readonly product: (v: Float64Array) => Float64Array;
  readonly transposedProduct: (u: Float64Array) => Float64Array;
}

/** Products of `length` entries that are not known where the vector is beyond doubles, as ψ may make it. */
const orUnknown = (product: Upper["product"], length: number) => (v: Float64Array) =>
  v.every(Number.isFinite) ? product(v) : new Float64Array(length).fill(Number.NaN);

/** `deferredMatrix`, which takes finite vectors alone. */
function deferredUpper(rows: number, columns: number, variance: number, random: Streams): Upper {
  const { product, transposedProduct } = deferredMatrix(rows, columns, variance, random);
  return { product: orUnknown(product, rows), transposedProduct: orUnknown(transposedProduct, columns) };
}

/** The layers above the first: all their entries, or as they are asked for. Reads `W{l}.…`, l ≥ 2. */
export function drawUpper({ widths, gain }: CompleteSetting, dense: boolean, random: Streams): readonly Upper[] {
  return widths.slice(1).map((rows, i) => {
    const columns = widths[i];
    const streams: Streams = (name) => random(`W${i + 2}.${name}`);
    return (dense ? drawDenseLayer : deferredUpper)(rows, columns, gain / columns, streams);
  });
}

/** z_1, …, z_L from z_1. */
export function forward({ psi }: CompleteSetting, upper: readonly Upper[], first: Float64Array): Float64Array[] {
  const found = [first];
  for (const layer of upper) found.push(layer.product(applied(psi.value, found[found.length - 1])));
  return found;
}

/** b_1 from z_1, …, z_L: b_L = ψ'(z_L)∘a/√k, b_l = ψ'(z_l)∘W_{l+1}ᵀb_{l+1}. */
export function pulledBack(
  { psi }: CompleteSetting,
  upper: readonly Upper[],
  z: readonly Float64Array[],
  a: Float64Array,
): Float64Array {
  let b = backward(psi, z[z.length - 1], undefined, a);
  for (let l = upper.length - 1; l >= 0; l--) b = backward(psi, z[l], upper[l].transposedProduct(b), a);
  return b;
}
