import { defineClaim } from "lemmacheck";
import { d } from "lemmacheck/networks";
import { atInput } from "../laws/layered-networks.js";
import { widths } from "../parameters.js";
import { widthsText } from "../shared/read-widths.js";

/** What an exponent may be off by. */
const TOLERANCE = 0.1;

/** A step as long as the root of the narrowest layer, which the abstract's sentence on scales may be taken to say. */
export const bottleneckStep = defineClaim({
  id: "bottleneck-step",
  label: "Abstract, the bottleneck and the length of the step (misread)",
  kind: "trend",
  quote:
    "the minimal width up to some point in the network determines scales and sensitivities of mappings computed up to that point",
  latex: String.raw`\frac{|f(x)|}{\|\nabla f(x)\|} = \Omega(\sqrt{\min_l k_l})`,
  reading:
    "misread as: the way to where the tangent at x meets 0 grows with the root of the narrowest layer; its median, exponent at least 1/2 − 0.1, as the second of the layers grows from the width of the cell to 64 times that",
  nonClaims: ["that the paper says so"],
  uses: { statement: ["random-linear", "deviation"] },
  parameters: [d, widths],
  hypotheses: [
    {
      latex: String.raw`L \ge 2`,
      holds: ({ widths }) => widths.length >= 2,
      because: () => "there is one layer",
    },
    {
      latex: String.raw`8 \le k_2 \le 10^6`,
      holds: ({ widths }) => widths.length < 2 || (widths[1] >= 8 && widths[1] <= 1e6),
      because: ({ widths }) => `the second layer has ${widths[1]} neurons`,
    },
  ],
  draw: atInput,
  observed: ({ value, gradientNorm }) => (gradientNorm > 0 ? Math.abs(value) / gradientNorm : 0),
  relation: ">=",
  trend: {
    grid: ({ widths }, cell) =>
      [1, 4, 16, 64].map((factor) => {
        const size = widths[1] * factor;
        return { size, cell: { ...cell, widths: widthsText(widths.map((width, l) => (l === 1 ? size : width))) } };
      }),
    printedExponent: () => 1 / 2,
    quantile: 0.5,
    draws: 4096,
  },
  forms: {
    printed: { bound: () => 1 / 2 - TOLERANCE, refutedAt: { d: 1000, widths: "2000-8-2000" } },
    repaired: {
      latex: String.raw`\frac{|f(x)|}{\|\nabla f(x)\|} = \Omega(1)`,
      reason: "its law does not depend on the widths but through P(f(x) = 0): see random-linear",
      bound: () => -TOLERANCE,
    },
  },
  cells: [{ d: [1000], widths: ["2000-8-2000"] }],
  witness: { d: 1000, widths: "2000-8-2000" },
  mutants: {
    "divided by √k₂": {
      of: "repaired",
      observed: ({ value, gradientNorm }, { widths }) =>
        gradientNorm > 0 ? Math.abs(value) / gradientNorm / Math.sqrt(widths[1]) : 0,
      at: { d: 1000, widths: "2000-8-2000" },
    },
  },
});
