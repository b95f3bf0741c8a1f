import { applied } from "./deep-apply.js";
import { deferredForward } from "./deferred-forward.js";
import type { DeferredNetwork } from "./deferred-network.js";
import { dot } from "./dense-products.js";

/**
 * f(x). A point asked for again has the same value, up to rounding.
 *
 * @param x of length d.
 * @throws RangeError if x has not length d.
 */
export function deferredValue(network: DeferredNetwork, x: Float64Array): number {
  const { activation, k, depth, coefficients } = network;
  const last = applied(activation.value, deferredForward(network, x)[depth - 1]);
  return dot(coefficients, last) / Math.sqrt(k);
}
