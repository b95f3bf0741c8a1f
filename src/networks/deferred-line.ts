import { deferredGradient } from "./deferred-gradient.js";
import type { DeferredNetwork } from "./deferred-network.js";
import { deferredValue } from "./deferred-value.js";
import type { Line } from "./line.js";
import { lineThrough } from "./line-through.js";

/**
 * A deferred network along the line x + η∇f(x): two draws show one network only if they are asked the same, in the same
 * order.
 *
 * @param x of length d.
 * @throws RangeError from what it offers, if x has not length d.
 */
export function deferredLine(network: DeferredNetwork, x: Float64Array): Line {
  return lineThrough(
    x,
    (point) => deferredValue(network, point),
    (point) => deferredGradient(network, point),
  );
}
