import { defineSampler } from "../auditor/sampler.js";
import type { Streams } from "../chance/streams.js";
import { drawDenseNetwork } from "../networks/dense-draw.js";
import { drawSphereInput } from "../networks/dense-input.js";
import { DEFERRED_DOUBT } from "../networks/suprema/deferred-neighbourhood.js";
import { denseNeighbourhood } from "../networks/suprema/dense-neighbourhood.js";
import { drawFramedNeighbourhood } from "../networks/suprema/framed-neighbourhood.js";
import { FEW_DIMENSIONS } from "../networks/suprema/gradient-variation.js";
import type { Neighbourhood } from "../networks/suprema/neighbourhood.js";
import { pow } from "../numbers/pow.js";
import { d, type Given, k, psi } from "./parameters.js";

/** A random network around a random input, for suprema over a ball. */
export interface NeighbourhoodDraw {
  readonly around: Neighbourhood;
  /** The draw's streams: whoever attacks reads one that nobody else does. */
  readonly random: Streams;
}

/** Weights in memory at most: as many as a draw of some milliseconds allows, and more where branch and bound uses them. */
const DENSE_WEIGHTS = 2 ** 16;
const SEARCHED_WEIGHTS = 2 ** 20;

function fitsInMemory({ d, k }: Given<"d" | "k">): boolean {
  return k * d <= (d <= FEW_DIMENSIONS ? SEARCHED_WEIGHTS : DENSE_WEIGHTS);
}

/**
 * The probability that what a draw says of ‖W‖ is false: 0 where the weights are in memory. A claim whose left side uses
 * it states this as its `uncertainty`.
 */
export function neighbourhoodDoubt(given: Given<"d" | "k">): number {
  return fitsInMemory(given) ? 0 : DEFERRED_DOUBT;
}

/**
 * Work of a draw with one attack and one certificate, in Gaussians of 20 ns, as timed: in memory kd for the weights, some
 * 60 products, the Gram matrix of the smaller side n with its factorisation, and up to 400 looks at every neuron; beyond,
 * some 15 products, each of which costs as many vectors as there were before.
 */
function cost({ d, k }: Given<"d" | "k">): number {
  if (!fitsInMemory({ d, k })) {
    return k > 2 ** 31 ? Infinity : 8000 + 100 * k;
  }
  const n = Math.min(d, k);
  return 8000 + 8 * k * d + (n * k * d) / 20 + pow(n, 3) / 20 + 100 * k + Math.min(300 * k, 4e5);
}

function drawAround({ psi, d, k }: Given<"psi" | "d" | "k">, random: Streams): Neighbourhood {
  if (!fitsInMemory({ d, k })) return drawFramedNeighbourhood(psi, { d, k }, random);
  return denseNeighbourhood(drawDenseNetwork({ psi, d, k }, random), drawSphereInput(d, undefined, random));
}

/**
 * The network (1) around a uniform x of norm √d: in memory where that is small; beyond, by its products alone, in
 * coordinates, so that d may be anything.
 */
export const neighbourhood = defineSampler({
  id: "neighbourhood",
  parameters: [psi, d, k],
  cost,
  draw: (given, random) => ({ around: drawAround(given, random), random }),
});
