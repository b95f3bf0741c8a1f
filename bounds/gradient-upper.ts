import { defineClaim, gamma } from "lemmacheck";
import { radialSecondMoment } from "lemmacheck/activations";
import { d, k, oneStep, psi, type SlopedLine } from "lemmacheck/networks";
import { lipschitz, momentsOfDerivative } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";
import { scaled } from "./parts/scaled.js";

type P = "psi" | "d" | "k" | "gamma";

/**
 * The proof of Lemma 2, upwards. With u = Wx and s = a∘ψ'(u)/√k, ∇f(x) = Wᵀs = (s·u/d)x + PWᵀs, where PWᵀs is
 * ‖s‖/√d times a standard Gaussian of d − 1 dimensions, independent of s. Each with probability at least 1 − γ/3:
 *
 *   ‖s‖² ≤ E ψ'² + √(2σ'²log(3/γ)/k) + c'log(3/γ)/k  by (10) for ψ'(u_ℓ)², centred;
 *   χ_{d−1}/√d ≤ 1 + √(2log(3/γ)/d)  by Gaussian concentration, since the norm is 1-Lipschitz and Eχ_{d−1} ≤ √d;
 *   |s·u| ≤ Lip(ψ)(√(2log(6/γ)) + log(6/γ)/√k)  by (10) on both sides for a_ℓψ'(u_ℓ)u_ℓ, with σ = c = Lip(ψ) as
 *   E|u|^q ≤ q!/2.
 *
 * `deviation` is the factor 1 of the second and third root.
 */
function upperBound({ psi, d, k, gamma }: Given<P>, deviation = 1): number {
  // The hypothesis is checked before any bound is taken.
  const { sigma, c } = psi.derivativeMoments!;
  const [log3, log6] = [Math.log(3) - Math.log(gamma), Math.log(6) - Math.log(gamma)];
  const mean = psi.gaussian.derivativeSecondMoment.value;
  const norm = Math.sqrt(mean + sigma * Math.sqrt((2 * log3) / k) + (c * log3) / k);
  const along = (psi.lipschitz / Math.sqrt(d)) * (Math.sqrt(2 * log6) + log6 / Math.sqrt(k));
  return norm * (1 + deviation * Math.sqrt((2 * log3) / d)) + deviation * along;
}

/** Markov for ‖∇f(x)‖², whose mean is (E[X²ψ'(X)²] + (d − 1)E ψ'(X)²)/d. */
function markov({ psi, d, gamma }: Given<P>): number {
  const along = radialSecondMoment(psi).value;
  return Math.sqrt((along / d + psi.gaussian.derivativeSecondMoment.value * (1 - 1 / d)) / gamma);
}

/**
 * The remark on (3) that the gradient is bounded above too. The paper prints no form of it; this one has the shape of
 * Lemma 2, and holds for every d and k: it is O(1) once k ≥ log(1/γ) and d ≥ log(1/γ).
 */
export const gradientUpper = defineClaim({
  id: "gradient-upper",
  label: "Upper-bounded gradient (Section 1.2)",
  kind: "whp",
  quote:
    "with high probability, the norm of the gradient of f(x) is bounded below (note that we can also show that it is bounded above)",
  latex: String.raw`\|\nabla f(x)\| \le \left( \mathbb{E}|\psi'(X)|^2 + \sqrt{\frac{2\sigma'^2 \log(3/\gamma)}{k}} + \frac{c' \log(3/\gamma)}{k} \right)^{1/2} \left( 1 + \sqrt{\frac{2\log(3/\gamma)}{d}} \right) + \frac{\mathrm{Lip}(\psi)}{\sqrt{d}} \left( \sqrt{2\log(6/\gamma)} + \frac{\log(6/\gamma)}{\sqrt{k}} \right)`,
  reading: "“bounded above” has no bound; this one has the shape of Lemma 2, each of three events at γ/3",
  nonClaims: ["uniformity in x"],
  // The paper names Bernstein's inequality alone; the rest is what the constants taken here need.
  uses: { proof: ["bernstein", "gaussian-moments", "lemma-2-independence"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [momentsOfDerivative, lipschitz],
  draw: oneStep,
  observed: ({ gradientNorm }: SlopedLine) => gradientNorm,
  relation: "<=",
  everyGamma: true,
  trivial: markov,
  forms: { printed: { bound: (given) => upperBound(given) } },
  cells: [
    { psi: ["tanh", "relu", "identity"], d: [1000], k: [1000], gamma: [0.01] },
    { psi: ["tanh"], d: [1, 100, 1e15], k: [1, 100], gamma: [0.05] },
  ],
  witness: { psi: "tanh", d: 1000, k: 1000, gamma: 0.01 },
  mutants: {
    halved: { bound: scaled(1 / 2), at: { psi: "tanh", d: 1000, k: 1000, gamma: 0.01 } },
    "no deviation": { bound: (given) => upperBound(given, 0), at: { psi: "identity", d: 10, k: 1000, gamma: 0.01 } },
    "E ψ'(X)² without its root": {
      bound: ({ psi, d, k, gamma }) => upperBound({ psi, d, k, gamma }) * psi.gaussian.derivativeSecondMoment.value,
      at: { psi: "relu", d: 1000, k: 1000, gamma: 0.01 },
    },
    "s not divided by √k": {
      observed: ({ gradientNorm }, { k }) => gradientNorm * Math.sqrt(k),
      at: { psi: "tanh", d: 100, k: 100, gamma: 0.01 },
    },
  },
});
