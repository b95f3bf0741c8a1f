import { pow } from "lemmacheck";
import { d, deepStep, depth, initialisation, k, type Line, psi } from "lemmacheck/networks";
import { logNormalUpperTail } from "lemmacheck/probability";
import type { Given } from "../parameters.js";
import { isRelu } from "./proposition-3-parts.js";
import { SEARCHED, smallestStep, upToSixLayers } from "./switching.js";

type Setting = Given<"depth" | "initialisation">;

/** By what factor a mean may differ from that of the limit and count as approximately constant. */
export const FACTOR = 3 / 2;

/** φ */
const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/**
 * E(|η| | |η| < 20) in the limit of large d and k, where |η| = c|N|, c² = 2(2/g)^(L−1) with g = 2 for variance 2/fan-in and 1 for
 * 1/fan-in (`limitLaw`): E|N|1{|N| < t} = 2(φ(0) − φ(t)) and P(|N| < t) = 1 − 2Q(t), t = 20/c.
 */
export function limitMean({ depth, initialisation }: Setting): number {
  const c = Math.sqrt(initialisation === "he" ? 2 : pow(2, depth));
  const t = SEARCHED / c;
  return (2 * c * (density(0) - density(t))) / (1 - 2 * Math.exp(logNormalUpperTail(t)));
}

/** |η| − m where a step below the limit switches the sign, 0 elsewhere: its mean is 0 if that of |η| over switched samples is m. */
export function overMean(draw: Pick<Line, "smallestFlip">, m: number, scale = 1): number {
  const step = scale * smallestStep(draw);
  return step < SEARCHED ? step - m : 0;
}

/** Where both are shown to hold, and their mutants not to. */
export const at = { psi: "relu", d: 51, k: 51, depth: 1, initialisation: "he" } as const;

/** What the two claims about the mean share. */
export const meanStep = {
  kind: "mean",
  quote:
    "Figure 2a shows the average of the smallest η required to switch the sign of the function. We note that the average only includes cases where an η was indeed found. … As we see, both the smallest η and the gradient norm are approximately constant both in d and in k. This finding also holds for deeper networks",
  uses: { statement: ["figure-2a"] },
  parameters: [psi, d, k, depth, initialisation],
  hypotheses: [
    isRelu,
    upToSixLayers,
    { latex: String.raw`d \ge 51L^2`, parameter: d, least: ({ depth }: Setting) => 51 * depth ** 2 },
    { latex: String.raw`k \ge 51L^2`, parameter: k, least: ({ depth }: Setting) => 51 * depth ** 2 },
  ],
  nonClaims: [
    "that it is the limit's at small sizes",
    "constancy in the depth: with variance 1/fan-in the limit grows as 2^(L/2), as far as steps below 20 show it",
  ],
  draw: deepStep,
  cells: [
    { psi: ["relu"], d: [51], k: [51, 5000], depth: [1], initialisation: ["he"] },
    { psi: ["relu"], d: [1e6], k: [51], depth: [1], initialisation: ["he"] },
    { psi: ["relu"], d: ["least", 1e9], k: ["least"], depth: [2], initialisation: ["fan-in"] },
    // In k at every depth.
    { psi: ["relu"], d: [1e9], k: ["least"], depth: [2, 3, 4, 5, 6], initialisation: ["he"] },
    {
      psi: ["relu"],
      d: [1e9],
      k: ({ depth }: Pick<Setting, "depth">) => 204 * depth ** 2,
      depth: [2, 3, 4, 5, 6],
      initialisation: ["he"],
    },
  ],
  witness: at,
} as const;

/** "approximately constant" as it is read, one side of it. */
export const meanReading = (side: string) =>
  `“approximately constant” prints no number: the mean over switched samples is at ${side} that of the limit of large d and k, from d, k = 51L² on, as Figure 1’s “larger than 50” at L = 1`;
