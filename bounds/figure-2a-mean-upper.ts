import { defineClaim } from "lemmacheck";
import type { Line } from "lemmacheck/networks";
import type { Given } from "./parameters.js";
import { at, FACTOR, limitMean, meanReading, meanStep, overMean } from "./parts/mean-step.js";
import { SEARCHED } from "./parts/switching.js";

type Setting = Given<"depth" | "initialisation">;

const bound = (given: Setting) => FACTOR * limitMean(given);

/** Figure 2a as it is drawn: the mean of the smallest |η| over switched samples is at most half as large again as in the limit. */
export const figure2aMeanUpper = defineClaim({
  ...meanStep,
  id: "figure-2a-mean-upper",
  label: "Figure 2a, the average from above",
  latex: String.raw`\mathbb{E}(|\eta| \mid \text{switched}) \le \tfrac{3}{2} \lim_{d, k \to \infty} \mathbb{E}(|\eta| \mid \text{switched})`,
  quantity: String.raw`\mathbb{E}(|\eta| - \tfrac{3}{2} \lim \mathbb{E}|\eta|)`,
  reading: meanReading("most 3/2 of"),
  observed: (draw: Line, given) => overMean(draw, bound(given)),
  relation: "<=",
  range: (given) => ({ lower: -bound(given), upper: SEARCHED - bound(given) }),
  forms: { printed: { bound: () => 0 } },
  mutants: {
    "the limit over √2": { bound: (given) => limitMean(given) * (Math.SQRT1_2 - FACTOR), at },
    "a gradient half as long": { observed: (draw, given) => overMean(draw, bound(given), 2), at },
  },
});
