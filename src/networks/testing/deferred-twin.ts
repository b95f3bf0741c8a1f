import type { Bits } from "../../chance/bits.js";
import { normal } from "../../chance/normal.js";
import { deferredLine } from "../deferred-line.js";
import type { DeferredMatrix } from "../deferred-matrix.js";
import { drawDeferredNetwork } from "../deferred-network.js";
import { dot } from "../dense-products.js";
import type { NetworkSetting } from "../setting.js";
import { type Shown, shownBy } from "./deep-statistics.js";

/** Wrong versions of the deferred matrix; what each gets wrong is its name. */
export type DeferredMutation =
  | "new directions not projected off the other side"
  | "new directions know nothing of the other side"
  | "dependent vectors drawn afresh"
  | "rests not normalised"
  | "ξ of one query used for all"
  | "standard deviation for variance";

interface Pair {
  readonly vector: Float64Array;
  readonly image: Float64Array;
}

/** W = PV^T + …, one projection and no care for rounding: fine for a handful of queries in small dimensions. */
function twinMatrix(m: number, n: number, variance: number, bits: Bits, mutation?: DeferredMutation): DeferredMatrix {
  const [rights, lefts]: [Pair[], Pair[]] = [[], []];
  const is = (name: DeferredMutation) => mutation === name;
  const deviation = is("standard deviation for variance") ? variance : Math.sqrt(variance);
  const kept = Float64Array.from({ length: Math.max(m, n) }, () => normal(bits));
  const add = (out: Float64Array, c: number, v: Float64Array) => {
    for (let i = 0; i < out.length; i++) out[i] += c * v[i];
  };
  function multiply(v: Float64Array, own: Pair[], other: Pair[], length: number): Float64Array {
    const out = new Float64Array(length);
    const rest = v.slice();
    if (!is("dependent vectors drawn afresh"))
      for (const { vector, image } of own) {
        const c = dot(vector, rest);
        add(rest, -c, vector);
        add(out, c, image);
      }
    const size = Math.sqrt(dot(rest, rest));
    if (size <= 1e-9 * Math.sqrt(dot(v, v))) return out;
    const unit = is("rests not normalised") ? rest : rest.map((t) => t / size);
    const fresh = Float64Array.from({ length }, (_, i) => {
      const xi = normal(bits);
      return deviation * (is("ξ of one query used for all") ? kept[i] : xi);
    });
    if (!is("new directions not projected off the other side"))
      for (const { vector } of other) add(fresh, -dot(vector, fresh), vector);
    if (!is("new directions know nothing of the other side"))
      for (const { vector, image } of other) add(fresh, dot(image, unit), vector);
    own.push({ vector: unit, image: fresh });
    add(out, is("rests not normalised") ? 1 : size, fresh);
    return out;
  }
  return {
    rows: m,
    columns: n,
    product: (v) => multiply(v, rights, lefts, m),
    transposedProduct: (u) => multiply(u, lefts, rights, n),
    ranks: [0, 0],
  };
}

/** What a network of such matrices shows at x. */
export function deferredTwin(setting: NetworkSetting, x: Float64Array, bits: Bits, mutation?: DeferredMutation): Shown {
  const { layers, ...network } = drawDeferredNetwork(setting, () => bits);
  const gain = setting.initialisation === "he" ? 2 : 1;
  const twins = layers.map(({ rows, columns }, layer) =>
    twinMatrix(rows, columns, (layer === 0 ? 1 : gain) / columns, bits, mutation),
  );
  return shownBy(deferredLine({ ...network, layers: twins }, x));
}
