import { defineClaim, defineSampler, type LogProbability } from "lemmacheck";
import { chiSquare, logNormalUpperTail, normal, tailEnclosure } from "lemmacheck/probability";
import { lipschitz, n, x } from "../parameters.js";
import { chiMean } from "../shared/chi-mean.js";
import { chiTails } from "../shared/chi-tails.js";
import { oneSided } from "../shared/known-without.js";

/** f of n independent N(0, 1) variables: their sum over √n, or their norm. */
const lipschitzFunction = defineSampler({
  id: "lipschitz-function",
  parameters: [n, lipschitz],
  cost: () => 4,
  draw: ({ n, f }, random) => (f === "norm" ? Math.sqrt(chiSquare(n, random("x"))) : normal(random("x"))),
});

interface Given {
  readonly n: number;
  readonly f: "mean times √n" | "norm";
}

/** log P(f − E f ≥ b), with E χ_n between its ends. */
function exact({ n, f }: Given, bound: number): LogProbability {
  if (f !== "norm") return tailEnclosure(logNormalUpperTail(bound));
  const { lower, upper } = chiMean(n);
  const at = (mean: number) =>
    mean + bound <= 0 ? { logLower: 0, logUpper: 0 } : chiTails(n, (mean + bound) / Math.sqrt(n)).upper;
  return { logLower: at(upper).logLower, logUpper: at(lower).logUpper };
}

/** Gaussian concentration of Lipschitz functions. */
export const gaussianLipschitz = defineClaim({
  id: "gaussian-lipschitz",
  label: "Gaussian concentration (Tsirelson, Ibragimov, Sudakov)",
  kind: "whp",
  quote:
    "Let X = (X₁, …, X_n) be a vector of n independent standard normal random variables. Let f: R^n → R denote an L-Lipschitz function. Then, for all t > 0, P{f(X) − E f(X) ≥ t} ≤ e^(−t²/(2L²)). Boucheron, Lugosi and Massart, Concentration Inequalities (2013), Theorem 5.6; here L = 1, x = t²/2",
  latex: String.raw`f \text{ } 1\text{-Lipschitz} \implies \Pr\left(f(X) - \mathbb{E}f(X) \ge \sqrt{2x}\right) \le e^{-x}`,
  nonClaims: ["that f varies by as much as 1: the norm's deviation is below 1/√2, for every n"],
  parameters: [n, lipschitz, x],
  hypotheses: [],
  draw: lipschitzFunction,
  observed: (value, { n, f }) => {
    if (f !== "norm") return value;
    const { lower, upper } = chiMean(n);
    return { lower: value - upper, upper: value - lower };
  },
  relation: "<=",
  strict: true,
  logAllows: ({ x }) => -x,
  // The variance of a 1-Lipschitz function is at most 1 (Poincaré).
  trivial: (_, logAllowed) => oneSided(1, logAllowed),
  exact,
  forms: { printed: { bound: ({ x }) => Math.sqrt(2 * x) } },
  cells: [{ n: [1, 100, 1e9], f: ["mean times √n", "norm"], x: [0.5, 3, 30, 1000] }],
  witness: { n: 100, f: "norm", x: 5 },
  mutants: {
    "a third": { bound: (_, right) => Number(right()) / 3, at: { n: 100, f: "mean times √n", x: 5 } },
    "twice the exponent": { logAllows: ({ x }) => -2 * x, at: { n: 1, f: "mean times √n", x: 20 } },
    "not centred": { observed: (value) => value, at: { n: 100, f: "norm", x: 5 } },
  },
});
