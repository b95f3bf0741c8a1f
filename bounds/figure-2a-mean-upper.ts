import { defineClaim } from "lemmacheck";
import type { Line } from "lemmacheck/networks";
import type { Given } from "./parameters.js";
import { FACTOR, limitMean, meanReading, meanStep, overMean } from "./parts/mean-step.js";
import { SEARCHED } from "./parts/switching.js";

type Setting = Given<"depth" | "initialisation">;

const bound = (given: Setting) => FACTOR * limitMean(given);

const at = { psi: "relu", d: 51, k: 51, depth: 1, initialisation: "he" } as const;

/** Figure 2a as it is drawn: the mean of the smallest |η| over switched samples is at most half as large again as in the limit. */
export const figure2aMeanUpper = defineClaim({
  ...meanStep,
  id: "figure-2a-mean-upper",
  label: "Figure 2a, the average from above",
  latex: String.raw`\mathbb{E}(|\eta| \mid \text{switched}) \le \tfrac{3}{2} \lim_{d, k \to \infty} \mathbb{E}(|\eta| \mid \text{switched})`,
  reading: meanReading("most 3/2 of"),
  nonClaims: [
    "that it is the limit's at small sizes",
    "constancy in the depth: with variance 1/fan-in the limit grows as 2^(L/2), as far as steps below 20 show it",
  ],
  observed: (draw: Line, given) => overMean(draw, bound(given)),
  relation: "<=",
  range: (given) => ({ lower: -bound(given), upper: SEARCHED - bound(given) }),
  forms: { printed: { bound: () => 0 } },
  cells: [
    { psi: ["relu"], d: [51], k: [51, 5000], depth: [1], initialisation: ["he"] },
    { psi: ["relu"], d: [1e6], k: [51], depth: [1], initialisation: ["he"] },
    { psi: ["relu"], d: ["least", 1e9], k: ["least"], depth: [2], initialisation: ["fan-in"] },
  ],
  witness: at,
  mutants: {
    "the limit over √2": { bound: (given) => limitMean(given) * (Math.SQRT1_2 - FACTOR), at },
    "a gradient half as long": { observed: (draw, given) => overMean(draw, bound(given), 2), at },
  },
});
