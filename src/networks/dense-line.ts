import { gradient } from "./dense-gradient.js";
import type { DenseNetwork } from "./dense-network.js";
import { value } from "./dense-value.js";
import type { Line } from "./line.js";
import { lineThrough } from "./line-through.js";

/**
 * A network in memory along the line x + η∇f(x).
 *
 * @param x of length d.
 * @throws RangeError from what it offers, if x has not length d.
 */
export function denseLine(network: DenseNetwork, x: Float64Array): Line {
  return lineThrough(
    x,
    (point) => value(network, point),
    (point) => gradient(network, point),
  );
}
