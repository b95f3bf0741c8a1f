import { defineClaim, gamma } from "lemmacheck";
import { d, k, oneStep, psi, type SlopedLine } from "lemmacheck/networks";
import { momentsOfDerivative } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";
import { trivialGradient } from "./parts/chebyshev.js";
import { exactGradient } from "./parts/exact-gradient.js";
import { scaled } from "./parts/scaled.js";
import { squareRoot } from "./parts/square-root.js";

/** The right side with `deviation` in place of 5 before √(log(4/γ)/d), and without its first bracket's loss if asked. */
function gradientBound(
  { psi, d, k, gamma }: Given<"psi" | "d" | "k" | "gamma">,
  deviation: number,
  loss: number,
): number | null {
  // The hypothesis is checked before any bound is taken.
  const { sigma, c } = psi.derivativeMoments!;
  const log = Math.log(2) - Math.log(gamma);
  const lost = sigma * Math.sqrt((2 * log) / k) + (c * log) / k;
  const root = squareRoot(psi.gaussian.derivativeSecondMoment.value - loss * lost);
  return root === null ? null : root * (1 - deviation * Math.sqrt((Math.log(4) - Math.log(gamma)) / d));
}

/**
 * Lemma 2 (Lower-Bounded Gradient). (σ', c') are those of the activation: the least σ', σ'² = E ψ'(X)⁴, then the least
 * c'. ψ' is taken as the activation gives it at kinks, which have probability 0.
 */
export const lemma2 = defineClaim({
  id: "lemma-2",
  label: "Lemma 2",
  kind: "whp",
  quote:
    "Let ψ be differentiable almost everywhere, and assume that there exists σ', c' > 0 such that for all integers q ≥ 2, E_{X∼N(0,1)}[|ψ'(X)|^(2q)] ≤ (q!/2) σ'² c'^(q−2). Then with probability at least 1 − γ, ‖∇f(x)‖ ≥ (E_{X∼N(0,1)}[|ψ'(X)|²] − (√(2σ'² log(2/γ)/k) + c' log(2/γ)/k))^(1/2) (1 − 5√(log(4/γ)/d))",
  latex: String.raw`\|\nabla f(x)\| \ge \left( \mathbb{E}|\psi'(X)|^2 - \left( \sqrt{\frac{2\sigma'^2 \log(2/\gamma)}{k}} + \frac{c' \log(2/\gamma)}{k} \right) \right)^{1/2} \left( 1 - 5 \sqrt{\frac{\log(4/\gamma)}{d}} \right)`,
  nonClaims: [
    "anything where k or d is so small that the root is undefined or the last factor negative",
    "uniformity in x",
    "an upper bound on the gradient",
  ],
  uses: { proof: ["bernstein", "chi-square", "lemma-2-independence"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [momentsOfDerivative],
  draw: oneStep,
  observed: ({ gradientNorm }: SlopedLine) => gradientNorm,
  relation: ">=",
  everyGamma: true,
  trivial: trivialGradient,
  exact: exactGradient,
  forms: { printed: { bound: (given) => gradientBound(given, 5, 1) } },
  cells: [
    { psi: ["tanh", "erf", "softplus", "relu", "identity"], d: [10_000], k: [1000], gamma: [0.001] },
    { psi: ["tanh"], d: [1, 100, 1e15], k: [100], gamma: [0.05] },
    { psi: ["tanh", "relu"], d: [1e8], k: [1e8], gamma: [1e-12, 1e-300] },
    { psi: ["relu", "identity"], d: [2 ** 53], k: [2 ** 53], gamma: [0.5, 1e-300] },
  ],
  witness: { psi: "tanh", d: 10_000, k: 100, gamma: 1e-3 },
  mutants: {
    doubled: { bound: scaled(2), at: { psi: "tanh", d: 10_000, k: 100, gamma: 0.01 } },
    "no loss in the first bracket": {
      bound: (given) => gradientBound(given, 0, 0),
      at: { psi: "tanh", d: 10_000, k: 100, gamma: 0.01 },
    },
    "gain for loss": {
      bound: (given) => gradientBound(given, -5, -1),
      at: { psi: "relu", d: 1000, k: 100, gamma: 0.01 },
    },
    "s not divided by √k": {
      observed: ({ gradientNorm }, { k }) => gradientNorm / Math.sqrt(k),
      at: { psi: "tanh", d: 10_000, k: 1000, gamma: 0.01 },
    },
  },
});
