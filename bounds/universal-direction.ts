import { defineClaim, defineSampler, type Enclosure, gamma, type Hypothesis } from "lemmacheck";
import { d, drawUniversalInputs, k, psi, type UniversalInputsDraw } from "lemmacheck/networks";
import { type Given, inputs } from "./parameters.js";
import { flipsSign } from "./parts/flips-sign.js";
import { isRelu, SIMPLIFIED_RELU_CONSTANT } from "./parts/proposition-3-parts.js";

/** Several independent inputs before and after a step along Σ a_ℓw_ℓ/√k. */
const universalInputs = defineSampler({
  id: "universal-inputs",
  parameters: [psi, d, k, inputs],
  cost: ({ k, inputs }) => 20 * k * inputs ** 2,
  draw: ({ psi, d, k, inputs }, random) => drawUniversalInputs({ psi, d, k, inputs }, random),
});

/**
 * A step ηg, g = Σ a_ℓw_ℓ/√k, for m inputs at once, in the manner of Theorem 2's proof: with probability 1 − γ all
 * |f(x_j)| ≤ 2√log(2m/γ) by (17) at γ/m. f grows along g at the rate ⟨∇f, g⟩, whose mean is 1/2 (half of the neurons are
 * active, each with ‖w_ℓ‖² about 1), and 1/4 is left where few neurons change sign; η = 16√log(2m/γ) then takes
 * 4√log(2m/γ) ≥ 2|f| off f. ‖g‖ is about 1, so 32√log(2m/γ) is long enough.
 */
function step({ gamma, inputs }: Given<"gamma" | "inputs">): { readonly eta: number; readonly limit: number } {
  const root = Math.sqrt(Math.log(2 * inputs) - Math.log(gamma));
  return { eta: 16 * root, limit: 32 * root };
}

/** 1 if −ηg flips every input with f > 0, and ηg every other; at least one input stands on the side asked about. */
function flipsAll(
  { directionNorm, at }: UniversalInputsDraw,
  given: Given<"gamma" | "inputs">,
  scale = 1,
  direction: (value: number) => number = () => 1,
): Enclosure {
  const { eta, limit } = step(given);
  const each = at.map((input) => {
    const flipped = flipsSign(
      { value: input.value, stepNorm: directionNorm, at: input.at },
      { eta: scale * direction(input.value) * eta, limit },
    );
    return typeof flipped === "number" ? { lower: flipped, upper: flipped } : flipped;
  });
  return {
    lower: Math.min(...each.map(({ lower }) => lower)),
    upper: Math.min(...each.map(({ upper }) => upper)),
  };
}

/** Sizes at which the step is small: (17)'s own at γ/m, and ‖ηg‖ ≤ √d/32. */
const sizes: readonly Hypothesis<Given<"d" | "k" | "gamma" | "inputs">>[] = [
  {
    latex: String.raw`k \ge ${SIMPLIFIED_RELU_CONSTANT} \log(2m/\gamma)`,
    parameter: k,
    least: ({ gamma, inputs }) => SIMPLIFIED_RELU_CONSTANT * (Math.log(2 * inputs) - Math.log(gamma)),
  },
  {
    latex: String.raw`\sqrt{d} \ge 32 \cdot 32 \sqrt{\log(2m/\gamma)}`,
    parameter: d,
    least: (given) => (32 * step(given).limit) ** 2,
  },
];

const at = { psi: "relu", d: 1e7, k: 2000, gamma: 0.1, inputs: 4 } as const;

/** The remark that one direction, independent of x, serves for every input: the same ±ηg flips many inputs at once. */
export const universalDirection = defineClaim({
  id: "universal-direction",
  label: "Universal direction (Section 1.1)",
  kind: "whp",
  quote:
    "we could in fact prove our result by replacing the gradient step with a step in the direction Σ a_ℓ w_ℓ, which is indeed a direction independent of the input x, thus proving the existence of “universal” perturbations (generalizing across inputs) for our model",
  latex: String.raw`\forall j \le m: \mathrm{sign}(f(x_j)) \ne \mathrm{sign}(f(x_j + \eta g)),\quad g = \frac{1}{\sqrt{k}} \sum_{\ell=1}^k a_\ell w_\ell,\ |\eta| = 16 \sqrt{\log(2m/\gamma)},\ \mathrm{sign}(\eta) = -\mathrm{sign}(f(x_j))`,
  reading:
    "“we could in fact prove our result” prints neither step nor sizes; those of (17) at γ/m for m independent inputs are taken, and “universal” as one direction with a sign for each input",
  nonClaims: [
    "all inputs at once: m of them, independent and uniform on the sphere",
    "one sign for all: inputs with f > 0 take −ηg, the others ηg",
    "generalising across networks: g is made of the weights of this one",
  ],
  uses: { statement: ["theorem-2"] },
  parameters: [psi, d, k, gamma, inputs],
  hypotheses: [isRelu, ...sizes],
  draw: universalInputs,
  observed: (draw, given) => flipsAll(draw, given),
  relation: ">=",
  // Nothing is known of a sign without the statement.
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["relu"], d: ["least"], k: ["least"], gamma: [0.1], inputs: [1, 4, 8] },
    { psi: ["relu"], d: [1e15], k: [1000], gamma: [0.1], inputs: [8] },
  ],
  witness: at,
  mutants: {
    "the wrong sign": { observed: (draw, given) => flipsAll(draw, given, -1), at },
    "a 64th of the step": { observed: (draw, given) => flipsAll(draw, given, 1 / 64), at },
    "one sign for all inputs": {
      observed: (draw, given) => flipsAll(draw, given, 1, (value) => Math.sign(value)),
      at,
    },
  },
});
