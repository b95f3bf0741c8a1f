import type { Bits } from "../../chance/bits.js";
import { chiSquare } from "../../chance/chi-square.js";
import { normal } from "../../chance/normal.js";
import type { NetworkSetting } from "../setting.js";
import type { Shown } from "./deep-statistics.js";

/** Wrong versions of the ray law; what each gets wrong is its name. */
export type RayMutation =
  | "ξ not projected off b"
  | "ζ not projected off h"
  | "no z·b in the backward pass"
  | "no g·r along the ray"
  | "√d for d"
  | "a χ² degree too many"
  | "ξ of one direction used for all"
  | "ξ of the ray is that of the forward pass"
  | "points independent of each other across h"
  | "Gram matrix for its factor"
  | "c is 1"
  | "gain 1 for 2";

type Vector = readonly number[];
const dot = (x: Vector, y: Vector) => x.reduce((sum, t, i) => sum + t * y[i], 0);
const plus = (x: Vector, c: number, y: Vector) => x.map((t, i) => t + c * y[i]);
const times = (c: number, x: Vector) => x.map((t) => c * t);

/** The lower Cholesky factor; a pivot within rounding of 0 gives a column of zeros. */
function cholesky(gram: readonly Vector[]): number[][] {
  const factor = gram.map((row) => row.map(() => 0));
  for (let i = 0; i < gram.length; i++)
    for (let j = 0; j <= i; j++) {
      const rest = gram[i][j] - dot(factor[i].slice(0, j), factor[j]);
      if (i === j) factor[i][i] = rest > 1e-12 * gram[i][i] ? Math.sqrt(rest) : 0;
      else factor[i][j] = factor[j][j] > 0 ? rest / factor[j][j] : 0;
    }
  return factor;
}

/** The ray law at ‖x‖ = √d as its formulas stand, by plain loops and a Cholesky factor of the Gram matrix. */
export function rayTwin(
  { psi, d, k, depth = 1, coefficients = "rademacher", initialisation = "fan-in" }: NetworkSetting,
  etas: readonly number[],
  bits: Bits,
  mutation?: RayMutation,
): Shown {
  const is = (name: RayMutation) => mutation === name;
  const normals = (): Vector => Array.from({ length: k }, () => normal(bits));
  const gain = initialisation === "he" && !is("gain 1 for 2") ? 2 : 1;
  const sigma = (layer: number) => Math.sqrt(layer === 0 ? 1 / d : gain / k);
  const a = normals().map((t) => (coefficients === "gaussian" ? t : Math.sign(t)));
  const value = (last: Vector) => dot(a, last.map(psi.value)) / Math.sqrt(k);
  const across = (v: Vector, b: Vector) => (dot(b, b) > 0 ? plus(v, -dot(v, b) / dot(b, b), b) : v);

  const noise = Array.from({ length: depth }, normals);
  const z: Vector[] = [];
  const h: Vector[] = [];
  for (let layer = 0; layer < depth; layer++) {
    const size = layer === 0 ? Math.sqrt(d) : Math.sqrt(dot(h[layer - 1], h[layer - 1]));
    z.push(times(sigma(layer) * size, noise[layer]));
    h.push(z[layer].map(psi.value));
  }
  const b: Vector[] = [];
  const g: Vector[] = [];
  for (let layer = depth - 1; layer >= 0; layer--) {
    const above = layer === depth - 1 ? times(1 / Math.sqrt(k), a) : g[layer + 1];
    b[layer] = above.map((t, i) => t * psi.derivative(z[layer][i]));
    if (layer === 0) break;
    const below = h[layer - 1];
    const zeta = times(sigma(layer) * Math.sqrt(dot(b[layer], b[layer])), normals());
    g[layer] = is("ζ not projected off h") ? zeta : across(zeta, below);
    if (dot(below, below) > 0 && !is("no z·b in the backward pass"))
      g[layer] = plus(g[layer], dot(z[layer], b[layer]) / dot(below, below), below);
  }
  const alpha = dot(z[0], b[0]) / d;
  const chi = chiSquare(is("a χ² degree too many") ? d : d - 1, bits);
  const e = Math.sqrt((dot(b[0], b[0]) * chi) / (is("√d for d") ? Math.sqrt(d) : d));

  /** W(Σ_j C_ij q_j) across h for all points, given their Gram matrix and the g·r_i. */
  function along(layer: number, gram: readonly Vector[], gr: Vector): Vector[] {
    const c = is("Gram matrix for its factor") ? gram : cholesky(gram);
    const common = normals();
    const fresh = gram.map(() => (is("ξ of one direction used for all") ? common : normals()));
    if (is("ξ of the ray is that of the forward pass")) fresh[0] = noise[layer];
    return gram.map((row, i) => {
      let sum: Vector = times(0, common);
      if (is("points independent of each other across h")) sum = times(Math.sqrt(row[i]), normals());
      else for (let j = 0; j < gram.length; j++) sum = plus(sum, c[i][j], fresh[j]);
      const bb = dot(b[layer], b[layer]);
      sum = times(sigma(layer), is("ξ not projected off b") ? sum : across(sum, b[layer]));
      return bb > 0 && !is("no g·r along the ray") ? plus(sum, gr[i] / bb, b[layer]) : sum;
    });
  }

  const [direction] = along(0, [[1]], [e]);
  let points = etas.map((eta) => plus(times(is("c is 1") ? 1 : 1 + eta * alpha, z[0]), eta * e, direction));
  for (let layer = 1; layer < depth; layer++) {
    const base = h[layer - 1];
    const inputs = points.map((point) => point.map(psi.value));
    const c = inputs.map((input) => (dot(base, base) > 0 ? dot(input, base) / dot(base, base) : 0));
    const rests = inputs.map((input, i) => plus(input, -c[i], base));
    const gram = rests.map((r) => rests.map((s) => dot(r, s)));
    const images = along(
      layer,
      gram,
      rests.map((r) => dot(g[layer], r)),
    );
    points = images.map((image, i) => plus(image, is("c is 1") ? 1 : c[i], z[layer]));
  }
  return [value(z[depth - 1]), Math.sqrt(alpha * alpha * d + e * e), ...points.map(value)];
}
