import { defineClaim } from "lemmacheck";
import { d } from "lemmacheck/networks";
import { alongGradient } from "../laws/layered-networks.js";
import { widths } from "../parameters.js";
import { relativeDeviation } from "../shared/flips.js";
import { widthsText } from "../shared/read-widths.js";

/** What an exponent may be off by. */
const TOLERANCE = 0.1;

const QUOTE =
  "Bottleneck layers play a key role: the minimal width up to some point in the network determines scales and sensitivities of mappings computed up to that point.";

const MEDIAN = String.raw`\mathrm{median}\, \frac{|f(x') + f(x)|}{|f(x)|}`;

const common = {
  kind: "trend",
  quote: QUOTE,
  parameters: [d, widths],
  uses: { statement: ["deviation"] },
  draw: alongGradient,
  observed: relativeDeviation,
} as const;

/** The widths of a cell with those from some layer on so many times as large. */
const grown = (cell: { readonly d: number }, widths: readonly number[], from: number) =>
  [1, 4, 16].map((factor) => {
    const list = widths.map((width, l) => (l >= from ? width * factor : width));
    return { size: factor, cell: { ...cell, widths: widthsText(list) } };
  });

/** How f comes near its tangent as the narrowest layer grows. */
export const narrowestOrder = defineClaim({
  ...common,
  id: "narrowest-order",
  label: "Abstract, the scale of the narrowest layer",
  latex: String.raw`${MEDIAN} = O(1/\sqrt{k_1}), \quad k_1 \ll k_2, \ldots, k_L`,
  reading:
    "no power is printed: the median, with exponent at most −1/2 + 0.1 as all layers grow to 16 times their widths, the first a quarter of all others at most",
  nonClaims: ["sizes beyond the grid"],
  hypotheses: [
    {
      latex: String.raw`32 \le k_1 \le 256,\ d, k_2, \ldots, k_L \ge 4k_1`,
      holds: ({ d, widths: [first, ...others] }) =>
        first >= 32 && first <= 256 && Math.min(...others) >= 4 * first && d >= 64 * first,
      because: ({ d, widths }) => `d is ${d}, the widths are ${widthsText(widths)}`,
    },
  ],
  relation: "<=",
  trend: {
    grid: ({ widths }, cell) => grown(cell, widths, 0),
    printedExponent: () => -1 / 2,
    quantile: 0.5,
    draws: 16_384,
  },
  forms: { printed: { bound: () => -1 / 2 + TOLERANCE } },
  cells: [{ d: [1e9], widths: ["32-128"] }],
  witness: { d: 1e9, widths: "32-128" },
  mutants: {
    "1/k for 1/√k": { bound: () => -1 + TOLERANCE, at: { d: 1e9, widths: "32-128" } },
    "times √k₁": {
      observed: (line, { widths }) => relativeDeviation(line) * Math.sqrt(widths[0]),
      at: { d: 1e9, widths: "32-128" },
    },
  },
});

/** That the layers after it do not matter. */
export const narrowestStays = defineClaim({
  ...common,
  id: "narrowest-stays",
  label: "Abstract, the layers after the narrowest",
  latex: String.raw`${MEDIAN} = \Omega(1), \quad k_1 \text{ fixed}`,
  reading:
    "up to some point, so far: the median, with exponent at least −0.1 as all layers but the first grow to 16 times their widths, from 4 times that of the first on",
  nonClaims: ["sizes beyond the grid"],
  hypotheses: [
    {
      latex: String.raw`k_1 \le 32,\ d \ge 10^4,\ 4k_1 \le k_2, \ldots, k_L \le 4096`,
      holds: ({ d, widths: [first, ...others] }) =>
        first <= 32 && d >= 1e4 && others.length > 0 && Math.min(...others) >= 4 * first && Math.max(...others) <= 4096,
      because: ({ d, widths }) => `d is ${d}, the widths are ${widthsText(widths)}`,
    },
  ],
  relation: ">=",
  trend: {
    grid: ({ widths }, cell) => grown(cell, widths, 1),
    printedExponent: () => 0,
    quantile: 0.5,
    draws: 8192,
  },
  forms: { printed: { bound: () => -TOLERANCE } },
  cells: [{ d: [1e9], widths: ["16-64-64", "16-128-128"] }],
  witness: { d: 1e9, widths: "16-64-64" },
  mutants: {
    "each layer by its own width: over √k₂": {
      observed: (line, { widths }) => relativeDeviation(line) / Math.sqrt(widths[1]),
      at: { d: 1e9, widths: "16-64-64" },
    },
    "a growth like the fourth root": { bound: () => 1 / 4, at: { d: 1e9, widths: "16-64-64" } },
  },
});
