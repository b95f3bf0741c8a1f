import { defineClaim, defineSampler, gamma } from "lemmacheck";
import { type Bounds, d, k, operatorNorm } from "lemmacheck/networks";
import { chiSquareTails, fillNormal } from "lemmacheck/probability";
import type { Given } from "./parameters.js";

type Setting = Given<"d" | "k" | "gamma">;

/** ‖W‖ for W of shape k × d with entries N(0, 1/d), certified from both sides. */
const gaussianMatrixNorm = defineSampler({
  id: "gaussian-matrix-norm",
  parameters: [d, k],
  cost: ({ d, k }) => k * d * (1 + Math.min(d, k) / 10),
  draw: ({ d, k }, random) => {
    const W = new Float64Array(k * d);
    fillNormal(W, random("W"));
    for (let i = 0; i < W.length; i++) W[i] /= Math.sqrt(d);
    return operatorNorm(W, k, d);
  },
});

/**
 * log P(‖W‖ > t) between two bounds. Above: ‖W‖ ≤ 1 + √(k/d) + s but for exp(−s²d/2) (Davidson and Szarek 2001), and
 * for d = 1 or k = 1 exactly, as ‖W‖²d is then χ² with kd degrees of freedom. Below: ‖W‖ is at least the length of its first
 * row, ‖w_1‖²d ~ χ²_d, and of its first column, χ²_k.
 */
function norms({ d, k }: Given<"d" | "k">, t: number) {
  if (t < 0) return { logLower: 0, logUpper: 0 };
  const square = d * t * t;
  const [row, column] = [d, k].map((degrees) => chiSquareTails(degrees, square - degrees, 2 ** -51 * square).upper);
  const longer = {
    logLower: Math.max(row.logLower, column.logLower),
    logUpper: Math.max(row.logUpper, column.logUpper),
  };
  if (d === 1 || k === 1) return longer;
  // Of the root and its sum with 1, four roundings.
  const beyond = Math.max(0, t - (1 + Math.sqrt(k / d)) * (1 + 2 ** -51));
  return { ...longer, logUpper: Math.max(longer.logUpper, (-d / 2) * beyond * beyond * (1 - 2 ** -50)) };
}

const bound = (factor: number, inside: (given: Setting) => number) => (given: Setting) =>
  factor * (1 + Math.sqrt(inside(given) / given.d));

/** Proposition 5's second ingredient: ‖W‖. */
export const operatorNormBound = defineClaim({
  id: "operator-norm",
  label: "Proposition 5, ‖W‖",
  kind: "whp",
  inProof: true,
  quote: "With high probability, we show that we have, ‖W‖ ≤ 3 · (1 + √(10(k + log 1/δ)/d))",
  latex: String.raw`\|W\| \le 3 \cdot \left( 1 + \sqrt{\frac{10 (k + \log 1/\gamma)}{d}} \right)`,
  nonClaims: [
    "the order of the constants: 1 + √(k/d) + √(2 log(1/γ)/d) holds with the same probability",
    "anything of Proposition 5's conditions: it holds at every k, d and γ",
  ],
  parameters: [d, k, gamma],
  hypotheses: [],
  draw: gaussianMatrixNorm,
  observed: (norm: Bounds) => norm,
  relation: "<=",
  // ‖W‖ ≤ ‖W‖_F, and Chebyshev: ‖W‖_F²d is χ² with kd degrees of freedom.
  trivial: ({ d, k, gamma }) => Math.sqrt(k + Math.sqrt((2 * k) / (d * gamma))),
  exact: norms,
  everyGamma: true,
  forms: { printed: { bound: bound(3, ({ k, gamma }) => 10 * (k - Math.log(gamma))) } },
  cells: [
    { d: [1, 100, 10_000, 1e15], k: [1, 100, 10_000, 1e15], gamma: [0.5, 0.01] },
    { d: [1000], k: [100], gamma: [1e-300] },
  ],
  witness: { d: 1000, k: 100, gamma: 0.05 },
  mutants: {
    "a twentieth": {
      bound: bound(3 / 20, ({ k, gamma }) => 10 * (k - Math.log(gamma))),
      at: { d: 100, k: 100, gamma: 0.01 },
    },
    "without k": { bound: bound(3, ({ gamma }) => -10 * Math.log(gamma)), at: { d: 100, k: 100_000, gamma: 0.01 } },
    "entries N(0, 1)": {
      observed: ({ lower, upper }, { d }) => ({ lower: lower * Math.sqrt(d), upper: upper * Math.sqrt(d) }),
      at: { d: 100, k: 10, gamma: 0.5 },
    },
  },
});
