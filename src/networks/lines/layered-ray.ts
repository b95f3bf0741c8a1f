import type { Activation } from "../../activations/activation.js";
import { applied } from "../deep-apply.js";
import { dot } from "../dense-products.js";
import { addTimes, times } from "../vector-loops.js";
import { type LinearPieces, linearPieces } from "./linear-pieces.js";

/** One network on one line: z_1 = u + ηv, then layers that are multiplied. */
export interface LayeredRay {
  readonly activation: Activation;
  /** Of length k_L. */
  readonly a: Float64Array;
  /** Of length k_1, as v. */
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** W_2, …, W_L. */
  readonly upper: readonly { readonly product: (v: Float64Array) => Float64Array }[];
}

/** f at η on the line. */
export function layeredValue({ activation: psi, a, u, v, upper }: LayeredRay, eta: number): number {
  let z: Float64Array = u.slice();
  addTimes(z, eta, v);
  for (const layer of upper) z = layer.product(applied(psi.value, z));
  return dot(a, applied(psi.value, z)) / Math.sqrt(a.length);
}

/** A layer on a stretch of the line on which no neuron leaves its piece: z = start + speed·t. */
interface Stretch {
  start: Float64Array;
  speed: Float64Array;
  readonly piece: Uint32Array;
}

/** The piece that a value is on, or is about to be. */
function pieceOf({ kinks }: LinearPieces, value: number, speed: number): number {
  let j = 0;
  while (j < kinks.length && (speed > 0 ? kinks[j] <= value : kinks[j] < value)) j++;
  return j;
}

/** When a neuron leaves its piece; Infinity for never. */
function leaves({ kinks }: LinearPieces, { start, speed, piece }: Stretch, i: number): number {
  const next = speed[i] > 0 ? piece[i] : piece[i] - 1;
  if (speed[i] === 0 || next < 0 || next >= kinks.length) return Infinity;
  return (kinks[next] - start[i]) / speed[i];
}

/** What a layer puts out on its stretch. */
function outputs({ slopes, intercepts }: LinearPieces, { start, speed, piece }: Stretch) {
  const [level, slope] = [new Float64Array(start.length), new Float64Array(start.length)];
  for (let i = 0; i < level.length; i++) {
    level[i] = intercepts[piece[i]] + slopes[piece[i]] * start[i];
    slope[i] = slopes[piece[i]] * speed[i];
  }
  return { level, slope };
}

/** Of what a sum that is 0 may come out as, a share. */
const ROUNDING = 2 ** -40;
/** Crossings a neuron that a walk may take; beyond, rounding keeps it in one place. */
const MOST_CROSSINGS = 64;

/**
 * The smallest |η| < limit that flips the sign of f, η of the sign of −f(x), for a ψ that is continuous and linear
 * between its kinks, at any depth: f is then linear along the line from one crossing of a kink to the next, and the
 * crossings are visited in order, each at the cost of the layers above it, O(Σ k_l·k_(l−1)). Null if there is none.
 *
 * Rounding: f counts as negative beyond 2⁻⁴⁰ of its terms, and a layer of which no neuron puts anything out gives 0
 * exactly, so that a network that dies on the way is not taken for one that flips.
 *
 * @param value f(x)
 * @throws RangeError if the limit is not positive.
 * @throws Error if rounding keeps the walk from going on.
 */
export function layeredFlip(ray: LayeredRay, value: number, limit = 20): number | null {
  if (!(limit > 0)) throw new RangeError(`limit is ${limit}; it must be positive`);
  const { activation, a, u, v, upper } = ray;
  const sign = Math.sign(value);
  if (sign === 0) return null;
  const pieces = linearPieces(activation);
  const layers: Stretch[] = [];
  const add = (start: Float64Array, speed: Float64Array) => {
    const piece = new Uint32Array(start.length);
    for (let i = 0; i < piece.length; i++) piece[i] = pieceOf(pieces, start[i], speed[i]);
    layers.push({ start, speed, piece });
  };
  add(u, times(-sign, v));
  for (const layer of upper) {
    const { level, slope } = outputs(pieces, layers[layers.length - 1]);
    add(layer.product(level), layer.product(slope));
  }

  /** Layers above `from` anew, on the pieces that they are on. */
  const refresh = (from: number) => {
    for (let l = from; l < upper.length; l++) {
      const { level, slope } = outputs(pieces, layers[l]);
      layers[l + 1].start = upper[l].product(level);
      layers[l + 1].speed = upper[l].product(slope);
    }
  };

  const mostCrossings = MOST_CROSSINGS * layers.reduce((sum, { piece }) => sum + piece.length, 0);
  for (let reached = 0, crossings = 0; ; crossings++) {
    if (crossings > mostCrossings) throw new Error("a walk along the gradient does not end");
    let [end, inLayer, at] = [limit, -1, -1];
    for (const [l, layer] of layers.entries())
      for (let i = 0; i < layer.piece.length; i++) {
        const time = Math.max(reached, leaves(pieces, layer, i));
        if (time < end) [end, inLayer, at] = [time, l, i];
      }
    const { level, slope } = outputs(pieces, layers[layers.length - 1]);
    let [height, rise, size] = [0, 0, 0];
    for (let i = 0; i < a.length; i++) {
      const weight = sign * a[i];
      height += weight * level[i];
      rise += weight * slope[i];
      size += Math.abs(weight) * (Math.abs(level[i]) + Math.abs(slope[i]) * end);
    }
    if (height + rise * end < -ROUNDING * size) return Math.min(Math.max(reached, -height / rise), end);
    if (inLayer < 0) return null;
    reached = end;
    layers[inLayer].piece[at] += layers[inLayer].speed[at] > 0 ? 1 : -1;
    refresh(inLayer);
  }
}
