import { defineClaim, defineSampler } from "lemmacheck";
import { binomial, chiSquare, laplaceTail, signSumTail } from "lemmacheck/probability";
import { k, n, t, x } from "../parameters.js";
import { oneSided, twoSided } from "../shared/known-without.js";

/** 2(X₁Y₁ + … + X_{2k}Y_{2k}) for independent N(0, 1) variables: the difference of two χ² variables with 2k degrees. */
const chaos = defineSampler({
  id: "gaussian-chaos",
  parameters: [k],
  cost: () => 8,
  draw: ({ k }, random) => chiSquare(2 * k, random("plus")) - chiSquare(2 * k, random("minus")),
});

/** ‖A‖_F and ‖A‖ = 1 of that form in 4k variables, A = [[0, I], [I, 0]]; its variance is 2‖A‖_F². */
const frobenius = (k: number) => Math.sqrt(4 * k);

/** log P(chaos > b): half of it is the sum of k variables of Laplace's law. */
const tail = ({ k }: { readonly k: number }, bound: number) => laplaceTail(k, bound / 2);

/** The Gaussian case with Laurent and Massart's constants. */
export const gaussianChaos = defineClaim({
  id: "gaussian-chaos",
  label: "Boucheron, Lugosi and Massart, Example 2.12",
  kind: "whp",
  quote:
    "Let X = (X₁, …, X_N) be independent standard normal, A a symmetric matrix with zeros in its diagonal, Z = XᵀAX. Then P{Z > 2‖A‖_F√x + 2‖A‖x} ≤ e^(−x). Boucheron, Lugosi and Massart, Concentration Inequalities (2013), Example 2.12",
  latex: String.raw`\Pr\left(X^\top A X > 2 \|A\|_F \sqrt{x} + 2 \|A\| x\right) \le e^{-x}`,
  nonClaims: ["variables that are not normal"],
  uses: { proof: ["laurent-massart"] },
  parameters: [k, x],
  hypotheses: [],
  draw: chaos,
  observed: (z) => z,
  relation: "<=",
  logAllows: ({ x }) => -x,
  trivial: ({ k }, logAllowed) => oneSided(Math.sqrt(8 * k), logAllowed),
  exact: tail,
  forms: { printed: { bound: ({ k, x }) => 2 * frobenius(k) * Math.sqrt(x) + 2 * x } },
  cells: [{ k: [1, 10, 1000], x: [0.5, 3, 30, 300] }],
  witness: { k: 25, x: 5 },
  mutants: {
    halved: { bound: (_, right) => Number(right()) / 2, at: { k: 25, x: 5 } },
    "‖A‖_F√x without the 2": { bound: ({ k, x }) => frobenius(k) * Math.sqrt(x) + 2 * x, at: { k: 1000, x: 5 } },
    "no term in ‖A‖": { bound: ({ k, x }) => 2 * frobenius(k) * Math.sqrt(x), at: { k: 1, x: 100 } },
  },
});

/** c of the two-sided form: 2√c + 2c = 1. */
const CONSTANT = ((Math.sqrt(3) - 1) / 2) ** 2;

const smaller = (k: number, t: number) => Math.min((t * t) / (4 * k), t);

/** The Hanson–Wright inequality with a constant. */
export const hansonWright = defineClaim({
  id: "hanson-wright",
  label: "Hanson and Wright, with c = ((√3 − 1)/2)² for normal variables",
  kind: "whp",
  quote:
    "P{|XᵀAX − E XᵀAX| > t} ≤ 2exp[−c·min(t²/(K⁴‖A‖_HS²), t/(K²‖A‖))] for an absolute constant c > 0. Rudelson and Vershynin, Hanson–Wright inequality and sub-gaussian concentration (2013), Theorem 1.1",
  reading:
    "c is an absolute constant without a value; for standard normal variables, K taken as 1, the displays 2‖A‖_F√x + 2‖A‖x ≤ t at x = c·min(t²/‖A‖_F², t/‖A‖) give c = ((√3 − 1)/2)² = 0.1339…, the root of 2√c + 2c = 1",
  latex: String.raw`\Pr\left(|X^\top A X - \mathbb{E} X^\top A X| > t\right) \le 2 \exp\left(-\left(\tfrac{\sqrt3 - 1}{2}\right)^2 \min\left(\frac{t^2}{\|A\|_F^2}, \frac{t}{\|A\|}\right)\right)`,
  nonClaims: ["other variables than normal ones", "that this c is the largest: no c above 1/4 will do"],
  uses: { proof: ["gaussian-chaos"] },
  parameters: [k, t],
  hypotheses: [],
  draw: chaos,
  observed: (z) => Math.abs(z),
  relation: "<=",
  logAllows: ({ k, t }) => Math.LN2 - CONSTANT * smaller(k, t),
  trivial: ({ k }, logAllowed) => twoSided(Math.sqrt(8 * k), logAllowed),
  // The law is symmetric.
  exact: ({ k }, bound) => {
    if (bound <= 0) return { logLower: 0, logUpper: 0 };
    const { logLower, logUpper } = tail({ k }, bound);
    return { logLower: Math.min(0, logLower + Math.LN2), logUpper: Math.min(0, logUpper + Math.LN2) };
  },
  forms: { printed: { bound: ({ t }) => t } },
  cells: [
    { k: [1, 10, 1000], t: ({ k }) => 20 * Math.sqrt(k) },
    { k: [1, 10], t: [100, 1000] },
  ],
  witness: { k: 25, t: 100 },
  mutants: {
    "c = 1/2, as for a normal variable": {
      logAllows: ({ k, t }) => Math.LN2 - 0.5 * smaller(k, t),
      at: { k: 1000, t: 250 },
    },
    "a third of t": { bound: ({ t }) => t / 3, at: { k: 25, t: 100 } },
  },
});

/** n signs. */
const signs = defineSampler({
  id: "sum-of-signs",
  parameters: [n],
  cost: () => 8,
  draw: ({ n }, random) => 2 * binomial(n, 0.5, random("x")) - n,
});

/** The quadratic form (X₁ + … + X_n)² of signs, ‖Ax‖² with one row of ones. */
export const subgaussianForm = defineClaim({
  id: "subgaussian-form",
  label: "Hsu, Kakade and Zhang, Theorem 2.1",
  kind: "whp",
  quote:
    "Let A be a matrix, Σ := AᵀA, x a random vector with E exp(αᵀ(x − μ)) ≤ exp(‖α‖²σ²/2), μ = 0. For all t > 0, Pr[‖Ax‖² > σ²(tr Σ + 2√(tr(Σ²)t) + 2‖Σ‖t)] ≤ e^(−t). Hsu, Kakade and Zhang, A tail inequality for quadratic forms of subgaussian random vectors (2012), Theorem 2.1; here signs, σ = 1, A a row of ones",
  latex: String.raw`\Pr\left(\|A X\|^2 > \sigma^2 \left(\operatorname{tr} \Sigma + 2 \sqrt{x \operatorname{tr} \Sigma^2} + 2 \|\Sigma\| x\right)\right) \le e^{-x}`,
  nonClaims: ["the lower tail, which sub-Gaussian vectors do not have"],
  uses: { proof: ["markov"] },
  parameters: [n, x],
  hypotheses: [],
  draw: signs,
  observed: (sum) => sum * sum,
  relation: "<=",
  logAllows: ({ x }) => -x,
  // Markov: E S² = n.
  trivial: ({ n }, logAllowed) => Math.min(n * n, n * Math.exp(-logAllowed)),
  exact: ({ n }, bound) => {
    if (bound < 0) return { logLower: 0, logUpper: 0 };
    // S² > b: S > √b on either side. Counts are integers of one parity, so that rounding of the root decides nothing.
    const { logLower, logUpper } = signSumTail(n, Math.sqrt(bound));
    return { logLower: Math.min(0, logLower + Math.LN2), logUpper: Math.min(0, logUpper + Math.LN2) };
  },
  forms: { printed: { bound: ({ n, x }) => n * (1 + 2 * Math.sqrt(x) + 2 * x) } },
  cells: [{ n: [10, 1000, 1e9], x: [0.5, 3, 30] }],
  witness: { n: 1000, x: 5 },
  mutants: {
    "a third": { bound: (_, right) => Number(right()) / 3, at: { n: 1000, x: 5 } },
    "no 2 of x": { bound: ({ n, x }) => n * (1 + x), at: { n: 1000, x: 5 } },
  },
});
