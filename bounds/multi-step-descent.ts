import { defineClaim, defineSampler, type Enclosure, gamma } from "lemmacheck";
import { d, descendToFlip, drawDenseNetwork, drawSphereInput, k, operatorNorm, psi, value } from "lemmacheck/networks";
import { isRelu, SIMPLIFIED_RELU_CONSTANT } from "./parts/proposition-3-parts.js";
import { scaled } from "./parts/scaled.js";

/** The nearest point with f of the other sign, from both sides. */
interface NearestDraw {
  /** |f(x)|/(Lip(ψ)·‖W‖): nothing nearer has another sign. */
  readonly lower: number;
  /** Where gradient descent in many steps found one; Infinity if it did not. */
  readonly upper: number;
}

const MOST_WEIGHTS = 2 ** 22;

/**
 * A dense network, its gradient descent from x, and its Lipschitz constant: ‖∇f(y)‖ = ‖Wᵀ(a∘ψ'(Wy))‖/√k ≤ Lip(ψ)‖W‖
 * for signs a. f(x) is 0 for a dead network, which has no adversarial example.
 */
const nearest = defineSampler({
  id: "nearest-adversarial",
  parameters: [psi, d, k],
  cost: ({ d, k }) => (d * k <= MOST_WEIGHTS ? 30 * d * k + (Math.min(d, k) ** 2 * Math.max(d, k)) / 20 : Infinity),
  draw: ({ psi, d, k }, random): NearestDraw => {
    const network = drawDenseNetwork({ psi, d, k }, random);
    const x = drawSphereInput(d, undefined, random);
    const lipschitz = psi.lipschitz * operatorNorm(network.weights[0], k, d).upper;
    const size = Math.abs(value(network, x));
    return {
      lower: size === 0 ? Number.MAX_VALUE : size / (lipschitz * (1 + 2 ** -30)),
      upper: descendToFlip(network, x).distance,
    };
  },
});

/**
 * 16√log(2/γ): by (17) |f(x)| ≤ 2√log(2/γ) and ‖∇f(x)‖ ≥ 1/4, and steps along which the gradient keeps half of that need
 * no more than |f(x)|/(1/8).
 */
const reach = (gamma: number) => 16 * Math.sqrt(Math.LN2 - Math.log(gamma));

const at = { psi: "relu", d: 330, k: 250, gamma: 0.2 } as const;

/**
 * Gradient descent in many steps beside the single step: how near the nearest adversarial example is, between where the
 * descent found one and the lower bound |f|/Lip. The paper quotes the result without constants; those of (17) are taken.
 */
export const multiStepDescent = defineClaim({
  id: "multi-step-descent",
  label: "Many steps (Section 1.1)",
  kind: "whp",
  quote:
    "Daniely and Schacham prove that multi-steps gradient descent finds adversarial examples for ReLU random networks of the form (1), as long as the number of neurons is much smaller than the dimension (i.e., k = o(d))",
  latex: String.raw`\min \{ \|\delta\| : \mathrm{sign}(f(x + \delta)) \ne \mathrm{sign}(f(x)) \} \le 16 \sqrt{\log(2/\gamma)}`,
  reading:
    "the result is quoted without constants or sizes; those of (17) are taken, with half of the gradient kept along the way",
  nonClaims: ["that the descent finds the nearest adversarial example", "that one step would not do: see theorem-2"],
  // The paper quotes the result without constants; those of (17) are taken.
  uses: { statement: ["proposition-3-simplified"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [
    isRelu,
    {
      latex: String.raw`k \ge ${SIMPLIFIED_RELU_CONSTANT} \log(2/\gamma)`,
      parameter: k,
      least: ({ gamma }) => SIMPLIFIED_RELU_CONSTANT * (Math.LN2 - Math.log(gamma)),
    },
    {
      latex: String.raw`d \ge ${SIMPLIFIED_RELU_CONSTANT} \log(4/\gamma)`,
      parameter: d,
      least: ({ gamma }) => SIMPLIFIED_RELU_CONSTANT * (Math.log(4) - Math.log(gamma)),
    },
  ],
  draw: nearest,
  observed: ({ lower, upper }): Enclosure => ({ lower: Math.min(lower, upper), upper }),
  relation: "<=",
  everyGamma: true,
  // A ReLU network is 0 at the origin, √d away; a perturbation of that size is no adversarial one.
  trivial: ({ d }) => Math.sqrt(d),
  forms: { printed: { bound: ({ gamma }) => reach(gamma) } },
  cells: [
    { psi: ["relu"], d: [400, 1000], k: [150], gamma: [0.5] },
    { psi: ["relu"], d: [700], k: [250], gamma: [0.2] },
  ],
  witness: { psi: "relu", d: 400, k: 150, gamma: 0.5 },
  mutants: {
    "a hundredth": { bound: scaled(1 / 100), at },
    "γ for 16√log(2/γ)": { bound: ({ gamma }) => gamma, at },
  },
});
