import type { Hypothesis } from "lemmacheck";
import { d, k, type Line } from "lemmacheck/networks";
import type { Given } from "../parameters.js";

/** "we limit our search to |η| < 20" */
const SEARCHED = 20;

/**
 * The smallest |η| at which the search of Section 4 sees the sign of f changed, η of the opposite sign to f(x): exact for
 * one hidden layer, and for more the first change seen on the way outwards. `SEARCHED` where none is seen.
 */
export function smallestStep({ smallestFlip }: Line, limit = SEARCHED): number {
  return smallestFlip({ limit, tolerance: 1e-3 })?.upper ?? limit;
}

/** 1 if a step below the limit switches the sign. */
export const switched = (draw: Line, limit = SEARCHED) => (smallestStep(draw, limit) < limit ? 1 : 0);

/** "100%" read to the nearest percent. */
export const nearestPercent: Hypothesis<Given<"gamma">> = {
  latex: String.raw`\gamma \ge 0.005`,
  holds: ({ gamma }) => gamma >= 0.005,
  because: ({ gamma }) => `γ is ${gamma}, and 100% is read to the nearest percent`,
};

/** The mutants of a claim about what is switched, at one cell. */
export function switchingMutants<C>(at: C) {
  return {
    "a search up to 2": { observed: (draw: Line) => switched(draw, 2), at },
    "one step of η = 1": {
      observed: (draw: Line) => (draw.at([-Math.sign(draw.value)])[0].value * draw.value < 0 ? 1 : 0),
      at,
    },
  };
}

/** "We explore various values of d and k, as well as deeper networks with L = 1 through L = 6 hidden layers." */
export const upToSixLayers: Hypothesis<Given<"depth">> = {
  latex: String.raw`1 \le L \le 6`,
  holds: ({ depth }) => depth <= 6,
  because: ({ depth }) => `L is ${depth}`,
};

/** The smallest d and k from which a network of L layers is large, as the figures go: "values of d and k larger than 50" at L = 1. */
function largeFrom(depth: number): number {
  return 51 * depth ** 2;
}

export const largeNetwork: readonly Hypothesis<Given<"d" | "k" | "depth">>[] = [
  { latex: "d > 50 L^2", parameter: d, least: ({ depth }) => largeFrom(depth) },
  { latex: "k > 50 L^2", parameter: k, least: ({ depth }) => largeFrom(depth) },
];
