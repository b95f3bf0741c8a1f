import { defineClaim } from "lemmacheck";
import type { Line } from "lemmacheck/networks";
import type { Given } from "./parameters.js";
import { at, FACTOR, limitMean, meanReading, meanStep, overMean } from "./parts/mean-step.js";
import { SEARCHED } from "./parts/switching.js";

type Setting = Given<"depth" | "initialisation">;

const bound = (given: Setting) => limitMean(given) / FACTOR;

/** Figure 2a as it is drawn: the mean of the smallest |η| over switched samples is at least two thirds of that in the limit. */
export const figure2aMeanLower = defineClaim({
  ...meanStep,
  id: "figure-2a-mean-lower",
  label: "Figure 2a, the average from below",
  latex: String.raw`\mathbb{E}(|\eta| \mid \text{switched}) \ge \tfrac{2}{3} \lim_{d, k \to \infty} \mathbb{E}(|\eta| \mid \text{switched})`,
  quantity: String.raw`\mathbb{E}(|\eta| - \tfrac{2}{3} \lim \mathbb{E}|\eta|)`,
  reading: meanReading("least 2/3 of"),
  observed: (draw: Line, given) => overMean(draw, bound(given)),
  relation: ">=",
  range: (given) => ({ lower: -bound(given), upper: SEARCHED - bound(given) }),
  forms: { printed: { bound: () => 0 } },
  mutants: {
    "√2 times the limit": { bound: (given) => limitMean(given) * (Math.SQRT2 - 1 / FACTOR), at },
    "a gradient twice as long": { observed: (draw, given) => overMean(draw, bound(given), 1 / 2), at },
  },
});
