import type { LogProbability } from "lemmacheck";
import {
  gaussianNormBound,
  logFlipsTail,
  type NeighbourhoodDraw,
  neighbourhood,
  neighbourhoodDoubt,
  reluFlips,
  reluVariation,
  variationTail,
} from "lemmacheck/networks";
import type { Given } from "../parameters.js";

type Setting = Given<"psi" | "d" | "k" | "gamma">;
type Ball = Given<"d" | "k" | "radius">;

/** The share of γ that the certificates for the law of the weights may take up. */
const DOUBT = 1 / 16;
/** A draw that costs more Gaussians than this is not made: the certificate for the law alone decides. */
const DEAR = 3e6;

/** The probability that an upper end is wrong: what is left of γ must do. */
export const reluDoubt = (given: Setting): number => DOUBT * given.gamma + neighbourhoodDoubt(given);

/** sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ of a draw, from both sides. */
export function observedReluVariation({ around, random }: NeighbourhoodDraw, { gamma, radius }: Setting & Ball) {
  return reluVariation(around, radius, DOUBT * gamma, random("attack"));
}

/** The most activations that one ‖δ‖ ≤ R flips, from both sides. */
export function observedReluFlips({ around, random }: NeighbourhoodDraw, { gamma, radius }: Setting & Ball) {
  return reluFlips(around, radius, DOUBT * gamma, random("attack"));
}

/** An enclosure times a factor, for mutants. */
export function times({ lower, upper }: Readonly<{ lower: number; upper: number }>, factor: number) {
  return { lower: factor * lower, upper: factor * upper };
}

/** Whether a cell is decided by draws: both ends are then in its row. */
export const isDrawn = (given: Setting): boolean => neighbourhood.cost(given) <= DEAR;

const atMost = (logUpper: number): LogProbability => ({ logLower: -Infinity, logUpper });

/** What is known of P(sup ‖∇f(x) − ∇f(x + δ)‖ > bound) where draws are too dear; null where they are not. */
export function variationFails(given: Setting & Ball, bound: number): LogProbability | null {
  return isDrawn(given) ? null : atMost(variationTail(given)(bound));
}

/** What is known of P(more than `bound` activations flip) where draws are too dear; null where they are not. */
export function flipsFail(given: Setting & Ball, bound: number): LogProbability | null {
  return isDrawn(given) ? null : atMost(logFlipsTail(given, Math.floor(bound) + 1));
}

/** ‖∇f(x) − ∇f(x + δ)‖ ≤ ‖W‖ for every δ, with a standard bound on ‖W‖: as far as the triangle inequality goes. */
export const trivialReluVariation = ({ d, k, gamma }: Given<"d" | "k" | "gamma">): number =>
  gaussianNormBound(k, d, gamma);
