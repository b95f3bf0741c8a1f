import { defineClaim, type Enclosure, type Hypothesis, nothing } from "lemmacheck";
import { type Activation, integrandOf } from "lemmacheck/activations";
import { k, psi } from "lemmacheck/networks";
import { absolutePower, type Estimate, gaussianExpectation, kept, multiple } from "lemmacheck/probability";
import { isToldClosely, lawOfValueIsKnown, valueIsNotZero } from "./hypotheses/hypotheses.js";
import { distanceToNormal } from "./laws/kolmogorov-distance.js";
import type { Given } from "./parameters.js";

/**
 * Shevtsova, On the absolute constants in the Berry–Esseen type inequalities for identically distributed summands (2011),
 * arXiv:1111.6554: at most 0.33554(β₃ + 0.415)/√k, β₃ ≥ 1. Her 0.4690 of 2013 is smaller yet, and not needed.
 */
const BERRY_ESSEEN = 0.4748;

/** E|ψ(X)/σ|³ for σ² = E ψ(X)²: of ψ in units of σ, as its cube alone may be beyond doubles. */
const lyapunovRatio = kept((psi: Activation): Estimate => {
  const { value, error } = psi.gaussian.secondMoment;
  const third = gaussianExpectation(absolutePower(multiple(1 / Math.sqrt(value), integrandOf(psi, 0)), 3));
  // σ³ is off by 3/2 of what σ² is off, and by a few roundings.
  return { ...third, error: third.error + third.value * ((1.5 * error) / value + 2 ** -49) };
});

const thirdMomentIsKnown: Hypothesis<Given<"psi">> = {
  latex: String.raw`\mathbb{E}|\psi(X)|^3 < \infty`,
  holds: ({ psi }) => isToldClosely(lyapunovRatio(psi)) || null,
  because: ({ psi }) => `E|ψ(X)|³ is not known closely enough for ${psi.id}`,
};

function berryEsseen({ psi, k }: Given<"psi" | "k">, constant = BERRY_ESSEEN): number {
  return (constant * lyapunovRatio(psi).value) / Math.sqrt(k);
}

/** Wider by what the right side and σ may be off: |Φ(t/σ) − Φ(t/σ')| ≤ |σ − σ'|/(4σ'). */
function distance({ psi, k }: Given<"psi" | "k">, variance = psi.gaussian.secondMoment.value): Enclosure {
  const { lower, upper } = distanceToNormal(psi, k, Math.sqrt(variance), { evaluations: 300 });
  const { value, error } = lyapunovRatio(psi);
  const moment = psi.gaussian.secondMoment;
  const off = (moment.error / moment.value + 2 ** -50) / 4;
  return { lower: Math.max(0, lower - off) * (1 - error / value), upper: (upper + off) * (1 + error / value) };
}

/**
 * The remark of the introduction that f(x) is nearly Gaussian for a large width, in its finite form: the distance of
 * Kolmogorov between the law of f(x) and N(0, E ψ(X)²) is at most that of Berry and Esseen. The law of f(x) is computed
 * (`valueTail`), so nothing is drawn. How much closer it is: clt-rate.
 */
export const cltValue = defineClaim({
  id: "clt-value",
  label: "The value is nearly Gaussian (Section 1)",
  kind: "deterministic",
  quote:
    "the central limit theorem says that, for x ∈ √d·S^(d−1) (so that w_ℓ·x ∼ N(0, 1)) and large width k, the distribution of f(x) is approximately a centered Gaussian with variance E_{X∼N(0,1)}[ψ(X)²]",
  latex: String.raw`\sup_t \left| \mathbb{P}(f(x) \le t) - \Phi\left(\frac{t}{\sigma}\right) \right| \le \frac{0.4748\,\mathbb{E}|\psi(X)|^3}{\sigma^3 \sqrt{k}}, \quad \sigma^2 = \mathbb{E}\psi(X)^2`,
  quantity: String.raw`\sup_t \left| \mathbb{P}(f(x) \le t) - \Phi(t/\sigma) \right|`,
  reading:
    "“approximately” has no number; the distance of Kolmogorov is taken, and the bound of Berry and Esseen with Shevtsova’s constant of 2011",
  nonClaims: ["several inputs at once", "far tails, where the ratio matters"],
  uses: { statement: ["value-variance"] },
  parameters: [psi, k],
  hypotheses: [valueIsNotZero, lawOfValueIsKnown, thirdMomentIsKnown],
  draw: nothing,
  observed: (_, given) => distance(given),
  relation: "<=",
  // Two symmetric laws.
  trivial: () => 1 / 2,
  forms: { printed: { bound: (given) => berryEsseen(given) } },
  cells: [{ psi: ["sign", "relu", "tanh", "softplus"], k: [1, 4, 100, 10_000] }],
  witness: { psi: "tanh", k: 100 },
  mutants: {
    "0.39 for 0.4748": { bound: (given) => berryEsseen(given, 0.39), at: { psi: "sign", k: 100 } },
    "1/k for 1/√k": { bound: (given) => berryEsseen(given) / Math.sqrt(given.k), at: { psi: "sign", k: 100 } },
    "E ψ(X) for E ψ(X)², as Section 1.1 prints it for k = ∞": {
      observed: (_, given) => distance(given, given.psi.gaussian.mean.value),
      at: { psi: "relu", k: 10_000 },
    },
    "the variance divided by k twice": {
      observed: (_, given) => distance(given, given.psi.gaussian.secondMoment.value / given.k),
      at: { psi: "tanh", k: 100 },
    },
  },
});
