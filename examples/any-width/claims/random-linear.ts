import { defineClaim, gamma } from "lemmacheck";
import { d } from "lemmacheck/networks";
import { atInput } from "../laws/layered-networks.js";
import { widths } from "../parameters.js";
import { logAlive, logAngleTail, logDead, plus } from "../shared/angle-law.js";
import { narrowest } from "../shared/narrowest.js";

const ABSTRACT =
  "Our proof shows that adversarial examples arise in these networks because the functions they compute are locally very similar to random linear functions.";

/** How far it is to where the tangent at x meets 0: as for a linear function of a uniform direction, exactly. */
export const randomLinear = defineClaim({
  id: "random-linear",
  label: "Abstract, random linear functions",
  kind: "whp",
  quote: ABSTRACT,
  latex: String.raw`\frac{|f(x)|}{\|\nabla f(x)\|} \le \sqrt{2 \log(2/\gamma)}, \quad \|x\| = \sqrt{d}`,
  reading:
    "no bound is printed: |f(x)|/(‖∇f(x)‖‖x‖) is the cosine of a uniform direction, at any widths k_1, …, k_L and any depth, and P(√d|cos| > t) ≤ 2e^(−t²/2)",
  nonClaims: ["that f is near its tangent where that meets 0: see deviation"],
  parameters: [d, widths, gamma],
  hypotheses: [],
  draw: atInput,
  observed: ({ value, gradientNorm }) => (gradientNorm > 0 ? Math.abs(value) / gradientNorm : 0),
  relation: "<=",
  everyGamma: true,
  // |f(x)| = |x·∇f(x)| ≤ √d‖∇f(x)‖; and Chebyshev, as d·cos² has mean 1.
  trivial: ({ d }, logAllowed) => Math.min(Math.sqrt(d), Math.exp(-logAllowed / 2)),
  exact: ({ d, widths }, bound) => plus(logAngleTail(d, bound), logAlive(widths)),
  forms: { printed: { bound: ({ gamma }) => Math.sqrt(2 * (Math.LN2 - Math.log(gamma))) } },
  cells: [
    {
      d: [10, 1000],
      widths: ["1000-1000", "1000-10-1000", "10-1000-1000", "1x3", "200x50"],
      gamma: [0.1, 1e-6],
    },
    { d: [2 ** 53], widths: ["9007199254740992-50-1e9"], gamma: [0.01, 1e-300] },
  ],
  witness: { d: 1000, widths: "1000-10-1000", gamma: 0.01 },
  mutants: {
    "log(1/γ) for 2 log(2/γ)": {
      bound: ({ gamma }) => Math.sqrt(-Math.log(gamma)),
      at: { d: 1000, widths: "1000-10-1000", gamma: 0.01 },
    },
    "as a share of ‖x‖/d": {
      bound: ({ d }, right) => Number(right()) / Math.sqrt(d),
      at: { d: 100, widths: "100-10-100", gamma: 0.01 },
    },
    "without ‖∇f‖": {
      observed: ({ value }) => 20 * Math.abs(value),
      at: { d: 100, widths: "100-100", gamma: 0.1 },
    },
  },
});

/** Said of every list of widths. */
export const anyWidths = defineClaim({
  id: "any-widths",
  label: "Abstract, f ≠ 0 at any widths (misread)",
  kind: "whp",
  quote:
    "with a large range of widths (for instance, it suffices if the width of each layer is polynomial in that of any other layer)",
  latex: String.raw`\Pr(f(x) = 0) \le \gamma`,
  reading:
    "an adversarial example needs f(x) ≠ 0; misread as: at any widths. P(f(x) = 0) = 1 − Π(1 − 2^(−k_l)) exactly: a ReLU layer without an active neuron puts out 0",
  nonClaims: ["that the paper says so"],
  parameters: [d, widths, gamma],
  hypotheses: [],
  draw: atInput,
  observed: ({ value }) => (value === 0 ? 0 : 1),
  relation: ">=",
  trivial: () => 0,
  exact: ({ widths }, bound) => (bound > 0 && bound <= 1 ? logDead(widths) : null),
  forms: {
    printed: { bound: () => 1, refutedAt: { d: 1000, widths: "1000-2-1000", gamma: 0.1 } },
    repaired: {
      latex: String.raw`\Pr(f(x) = 0) \le \gamma \quad (\min_l k_l \ge \log_2(L/\gamma))`,
      reason: "by the union bound P(f(x) = 0) ≤ Σ 2^(−k_l): the narrowest layer must have log₂(L/γ) neurons",
      hypotheses: [
        {
          latex: String.raw`\min_l k_l \ge \log_2(L/\gamma)`,
          holds: ({ widths, gamma }) => narrowest(widths) >= Math.log2(widths.length / gamma),
          because: ({ widths }) => `the narrowest of ${widths.length} layers has ${narrowest(widths)} neurons`,
        },
      ],
      bound: () => 1,
    },
  },
  cells: [{ d: [1000], widths: ["1000-2-1000", "1000-10-1000", "1x3", "10x100", "60x3"], gamma: [0.1, 1e-12] }],
  witness: { d: 1000, widths: "1000-10-1000", gamma: 0.1 },
  mutants: {
    "|f(x)| ≥ 1": {
      of: "repaired",
      observed: ({ value }) => (Math.abs(value) >= 1 ? 1 : 0),
      at: { d: 1000, widths: "1000-10-1000", gamma: 0.1 },
    },
  },
});
