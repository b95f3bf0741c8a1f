import { defineClaim, type Enclosure, nothing } from "lemmacheck";
import { k, psi } from "lemmacheck/networks";
import { lawOfValueIsKnown, valueIsNotZero, widthOfKurtosis } from "./hypotheses/hypotheses.js";
import { distanceToNormal } from "./laws/kolmogorov-distance.js";
import type { Given } from "./parameters.js";

/** What the exponent on the grid may exceed −1/2 by. */
const TOLERANCE = 0.05;

const distance = ({ psi, k }: Given<"psi" | "k">, variance = psi.gaussian.secondMoment.value): Enclosure =>
  distanceToNormal(psi, k, Math.sqrt(variance), { evaluations: 1600, tolerance: 0.05 });

/**
 * How fast f(x) becomes Gaussian: the distance of Kolmogorov between its law and N(0, E ψ(X)²) falls with exponent at most
 * −1/2 in k, the rate of Berry and Esseen (clt-value). For the sign that is the rate, half the atom at 0 of the binomial
 * law, 1/√(2πk). Where ψ(X) has a density the law of aψ(X) is symmetric and has no third cumulant, so the first term of
 * Edgeworth's expansion vanishes and the next is κ₄/k: the exponent is −1, and the printed limit is reached faster than
 * the theorem that it rests on promises.
 */
export const cltRate = defineClaim({
  id: "clt-rate",
  label: "The rate at which the value becomes Gaussian (Section 1)",
  kind: "trend",
  quote:
    "the central limit theorem says that, for x ∈ √d·S^(d−1) … and large width k, the distribution of f(x) is approximately a centered Gaussian",
  latex: String.raw`\sup_t \left| \mathbb{P}(f(x) \le t) - \Phi\left(\frac{t}{\sigma}\right) \right| = O\left(\frac{1}{\sqrt{k}}\right), \quad \sigma^2 = \mathbb{E}\psi(X)^2`,
  quantity: String.raw`\sup_t \left| \mathbb{P}(f(x) \le t) - \Phi(t/\sigma) \right|`,
  reading:
    "“approximately” prints no rate: that of Berry and Esseen, an exponent of at most −0.45, from k = E ψ(X)⁴/(E ψ(X)²)² on, where a large width begins",
  nonClaims: ["sizes beyond the grid"],
  uses: { statement: ["clt-value"] },
  parameters: [psi, k],
  hypotheses: [valueIsNotZero, lawOfValueIsKnown],
  draw: nothing,
  observed: (_, given) => distance(given),
  relation: "<=",
  trend: {
    grid: (given, { psi, k }) =>
      [1, 4, 16, 64]
        .map((factor) => factor * Math.max(k, widthOfKurtosis(given.psi, 1)))
        .map((size) => ({ size, cell: { psi, k: size } })),
    printedExponent: () => -1 / 2,
  },
  forms: { printed: { bound: () => TOLERANCE - 1 / 2 } },
  cells: [
    { psi: ["sign"], k: [16] },
    { psi: ["tanh"], k: [4] },
    { psi: ["relu"], k: [6] },
  ],
  witness: { psi: "tanh", k: 4 },
  mutants: {
    "O(1/k), as for a ψ(X) with a density": { bound: () => TOLERANCE - 1, at: { psi: "sign", k: 16 } },
    "O(k^(−3/2)) for one with a density": { bound: () => TOLERANCE - 3 / 2, at: { psi: "relu", k: 6 } },
    "another variance": {
      observed: (_, given) => distance(given, given.psi.gaussian.secondMoment.value * 0.8),
      at: { psi: "relu", k: 16 },
    },
  },
});
