import { defineSampler } from "lemmacheck";
import { type DeferredNetwork, d, deferredGradient, deferredValue, drawDeferredNetwork } from "lemmacheck/networks";
import type { Streams } from "lemmacheck/statistics";
import { widths } from "../parameters.js";
import { reluSetting } from "./layered-networks.js";

/** Steps to where the tangent at x meets 0, and how many times as far the flow is followed. */
export const STEPS = 8;
const FURTHEST = 4;

/** f and ∇f of one network, at points that may be chosen one after the other. */
export interface Landscape {
  readonly value: (x: Float64Array) => number;
  readonly gradient: (x: Float64Array) => Float64Array;
}

const normOf = (v: Float64Array) => Math.sqrt(v.reduce((sum, t) => sum + t * t, 0));

/**
 * The length of the path along −sign(f(x))∇f/‖∇f‖ from x to where f has the other sign, in units of |f(x)|/‖∇f(x)‖, by
 * Euler steps of an eighth: known to one step. Infinity if f keeps its sign for four units, or is 0 with its gradient.
 */
export function flowLength({ value, gradient }: Landscape, x: Float64Array): number {
  const start = value(x);
  let slope = gradient(x);
  let size = normOf(slope);
  if (start === 0 || size === 0) return Infinity;
  const stride = Math.abs(start) / size / STEPS;
  let at = x;
  for (let steps = 1; steps <= FURTHEST * STEPS; steps++) {
    const by = (-Math.sign(start) * stride) / size;
    const [from, along] = [at, slope];
    at = from.map((t, i) => t + by * along[i]);
    if (value(at) * start < 0) return steps / STEPS;
    slope = gradient(at);
    size = normOf(slope);
    if (size === 0) return Infinity;
  }
  return Infinity;
}

/** A network known by its products. */
export const landscapeOf = (network: DeferredNetwork): Landscape => ({
  value: (x) => deferredValue(network, x),
  gradient: (x) => deferredGradient(network, x),
});

/**
 * That length for a random network, exactly as for one with all its weights: `drawDeferredNetwork` has the law of values
 * and gradients at points that are chosen with a view to those before.
 */
export const gradientFlow = defineSampler({
  id: "layered-gradient-flow",
  parameters: [d, widths],
  // Some twenty products a layer, each against all before: about 8 µs a neuron.
  cost: ({ d, widths }) => 5000 * widths.reduce((sum, width) => sum + width, d),
  draw: ({ d, widths }, random: Streams) =>
    flowLength(landscapeOf(drawDeferredNetwork(reluSetting(d, widths), random)), new Float64Array(d).fill(1)),
});
