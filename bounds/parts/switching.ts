import type { Hypothesis } from "lemmacheck";
import type { Line } from "lemmacheck/networks";
import { atLeast } from "../laws/growth.js";
import type { Given } from "../parameters.js";

/** "we limit our search to |η| < 20" */
export const SEARCHED = 20;

/**
 * The smallest |η| at which the search of Section 4 sees the sign of f changed, η of the opposite sign to f(x): exact for
 * one hidden layer, and for more the first change seen on the way outwards. `SEARCHED` where none is seen.
 */
export function smallestStep({ smallestFlip }: Pick<Line, "smallestFlip">, limit = SEARCHED): number {
  return smallestFlip({ limit, tolerance: 1e-3 })?.upper ?? limit;
}

/** 1 if a step below the limit switches the sign. */
export const switched = (draw: Line, limit = SEARCHED) => (smallestStep(draw, limit) < limit ? 1 : 0);

/** The share of samples that may be left unswitched where "100%" is read to the nearest percent. */
export const NEAREST_PERCENT = 0.005;

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

/**
 * A cell no smaller than 51L² in d and k, from which a network of L layers is large, as the figures go: "values of d and k
 * larger than 50" at L = 1.
 */
export const largeFrom = <C extends { readonly d: number; readonly k: number; readonly depth: number }>(cell: C): C =>
  atLeast(cell, { d: 51 * cell.depth ** 2, k: 51 * cell.depth ** 2 });
