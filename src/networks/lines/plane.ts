import type { Streams } from "../../chance/streams.js";
import { applied } from "../deep-apply.js";
import { dot } from "../dense-products.js";
import { checkPositive, completeSetting, type Setting, type Widths } from "../setting.js";
import { addTimes, scale } from "../vector-loops.js";
import { fillNormals } from "./fill-normals.js";
import { drawInputLayer } from "./input-layer.js";
import { drawCoefficients, drawUpper, forward, pulledBack } from "./upper-layers.js";

/** Weights of the upper layers that are kept at most: 256 MiB. */
const MOST_WEIGHTS = 2 ** 25;

/** A random network on a plane through x. */
export interface Plane {
  /** f(x) */
  readonly value: number;
  /** ‖∇f(x)‖ */
  readonly gradientNorm: number;
  /** f(x + s·∇f(x)/‖∇f(x)‖ + t·v), v a uniform unit vector across x and ∇f(x); f(x + t·v) where ∇f(x) = 0. */
  readonly at: (s: number, t: number) => number;
}

/**
 * The joint law of f on the plane through x along ∇f(x) and along one direction v across both, as it is for
 * `drawDenseNetwork`; upper layers in memory, nothing of length d. As v is orthogonal to ∇f(x) = Wᵀb, b·Wv = 0, and what W
 * does across x and ∇f(x) is independent of all else: Wv = (I − P_b)ξ/√d, ξ ~ N(0, I).
 *
 * Reads `across` beside what `drawSharedLines` reads.
 *
 * @throws RangeError if the setting is none (see `Setting`), d is below 3, the norm is 0, or the upper layers do not fit.
 */
export function drawPlane(setting: Setting<Widths>, random: Streams): Plane {
  const complete = completeSetting(setting);
  checkPositive(complete);
  const { psi, d, widths, norm } = complete;
  if (d < 3) throw new RangeError(`d is ${d}; it must be at least 3, for a direction across x and the gradient`);
  const weights = widths.reduce((sum, width, l) => sum + (l > 0 ? width * widths[l - 1] : 0), 0);
  if (weights > MOST_WEIGHTS || widths[0] > MOST_WEIGHTS)
    throw new RangeError(
      `k is ${String(complete.k)} and depth ${complete.depth}; k and the weights of layers beyond the first must be at most 2^25`,
    );
  const a = drawCoefficients(complete, random);
  const upper = drawUpper(complete, true, random);
  const first = drawInputLayer({ d, k: widths[0], norm, inputs: 1 }, random);
  const z = forward(complete, upper, first.images[0]);
  const b = pulledBack(complete, upper, z, a);
  const [gradient] = first.transposed([b]);
  const along = gradient.image;
  if (gradient.norm > 0) scale(along, 1 / gradient.norm);
  const across = new Float64Array(widths[0]);
  fillNormals(across, random("across"));
  scale(across, 1 / Math.sqrt(d));
  const squares = dot(b, b);
  if (squares > 0) addTimes(across, -dot(b, across) / squares, b);
  const evaluate = (layers: readonly Float64Array[]) =>
    dot(a, applied(psi.value, layers[layers.length - 1])) / Math.sqrt(a.length);
  return {
    value: evaluate(z),
    gradientNorm: gradient.norm,
    at(s, t) {
      const point = first.images[0].slice();
      addTimes(point, s, along);
      addTimes(point, t, across);
      return evaluate(forward(complete, upper, point));
    },
  };
}
