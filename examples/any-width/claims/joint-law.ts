import { defineClaim, gamma } from "lemmacheck";
import { d, k, psi } from "lemmacheck/networks";
import { type Slip, STATISTICS, type TwoSamples, twoSamples } from "../laws/two-samples.js";
import { n, step } from "../parameters.js";

const at = { psi: "tanh", d: 2, k: 3, step: 4, n: 1000, gamma: 0.5 } as const;

const spoilt = (slip: Slip) => ({ observed: ({ distance }: TwoSamples) => distance(slip), at });

/** The joint law of f(x) and f(x′), as samples show it. */
export const jointLaw = defineClaim({
  id: "joint-law",
  label: "Abstract, the joint law",
  kind: "whp",
  quote:
    "Our proof is based on a Gaussian conditioning technique. Instead of proving that f is approximately linear in a neighborhood of x, we characterize the joint distribution of f(x; θ) and f(x′; θ) for x′ = x − s(x)∇_x f(x; θ)",
  latex: String.raw`\sup_t |F_n(t) - G_n(t)| \le 2 \sqrt{\frac{\log(${4 * STATISTICS.length}/\gamma)}{2n}}`,
  reading:
    "the abstract does not print the law: that which conditioning W on Wx and Wᵀ(a∘ψ′(Wx)) gives at finite d and k, s(x) constant (a and −a are alike, so that ± it with the sign of f(x) follows), held against networks with all their weights in the largest distance of five statistics of f(x) and f(x′), F_n and G_n of n networks each; equal laws keep the bound with probability 1 − γ (Massart 1990, for ten distribution functions)",
  nonClaims: ["differences of laws that samples of n do not show", "the limit of large d"],
  parameters: [psi, d, k, step, n, gamma],
  hypotheses: [
    {
      latex: String.raw`\psi \text{ Lipschitz}`,
      holds: ({ psi }) => psi.lipschitz < Infinity,
      because: ({ psi }) => `no finite Lipschitz constant is known for ${psi.id}`,
    },
  ],
  draw: twoSamples,
  observed: ({ distance }) => distance(),
  relation: "<=",
  everyGamma: true,
  trivial: () => 1,
  forms: {
    printed: {
      bound: ({ n, gamma }) => 2 * Math.sqrt((Math.log(4 * STATISTICS.length) - Math.log(gamma)) / (2 * n)),
    },
  },
  cells: [
    { psi: ["relu", "tanh"], d: [3], k: [1, 2, 5], step: [4], n: [300], gamma: [0.5] },
    // k above e^d
    { psi: ["tanh"], d: [2], k: [20], step: [2], n: [300], gamma: [0.5] },
  ],
  witness: { psi: "tanh", d: 3, k: 3, step: 4, n: 300, gamma: 0.5 },
  mutants: {
    "no drift along s": spoilt("the drift along s"),
    "nothing taken off across s": spoilt("the projection across s"),
    "nothing along x": spoilt("the part along x"),
    "fresh weights at x′": spoilt("the same weights"),
  },
});
