import { defineClaim, nothing, pow } from "lemmacheck";
import { d, radius } from "lemmacheck/networks";
import { radiusInReach } from "./hypotheses/proposition-4-hypotheses.js";
import { signChangeProbability } from "./laws/sign-change-probability.js";
import { type Given, q } from "./parameters.js";

type Setting = Given<"d" | "radius" | "q">;

/** exp of this and more is not a double. */
const LARGEST_LOG = 700;

/** log of q!·scale^q/√((2q − 1)!!), or more than twice LARGEST_LOG: from i = 2/scale² on each factor, scale·i/√(2i − 1), is above 1. */
function logOfFactorials(q: number, scale: number): number {
  let log = 0;
  for (let i = 1; i <= q && log <= 2 * LARGEST_LOG; i++) log += Math.log(scale * i) - 0.5 * Math.log(2 * i - 1);
  return log;
}

/**
 * The right side of (20) over its middle, both times d^(q/2): (q!/2)·2^q·s over √((2q−1)!!·P), with
 * s = σ²d/4 = (2R√(log(d)/d))^(1/2), since E|w·v|^(2q) = (2q−1)!!/d^q; P is taken as large as ‖δ‖ ≤ R allows, which is the
 * worst case. Cut off where it is larger than a double holds.
 */
function rightOverMiddle(given: Setting, scale = 2): number {
  const { d, radius, q } = given;
  const s = Math.sqrt(2 * radius * Math.sqrt(Math.log(d) / d));
  const logRatio = logOfFactorials(q, scale) + Math.log(s / 2) - 0.5 * Math.log(signChangeProbability(given));
  return Math.exp(Math.min(LARGEST_LOG, logRatio));
}

/** (20): the moments of X_ℓ that Bernstein's inequality needs in the proof of Proposition 4. */
export const reluMoments = defineClaim({
  id: "relu-moments",
  label: "(20)",
  kind: "step",
  quote:
    "E[|X_ℓ|^q] ≤ √(E[|w_ℓ·v|^(2q)] × P(sign(w_ℓ·x) ≠ sign(w_ℓ·(x + δ)))) ≤ (q!/2) c^(q−2) × σ², (20) with σ = (2/√d) × (2R√(log(d)/d))^(1/4) and c = 2/√d",
  latex: String.raw`\mathbb{E}[|X_\ell|^q] \le \sqrt{\mathbb{E}[|w_\ell \cdot v|^{2q}] \times \mathbb{P}(\mathrm{sign}(w_\ell \cdot x) \ne \mathrm{sign}(w_\ell \cdot (x + \delta)))} \le \frac{q!}{2} c^{q-2} \sigma^2`,
  quantity: String.raw`\tfrac{1}{2} q! c^{q-2} \sigma^2 / \sqrt{\mathbb{E}|w_\ell \cdot v|^{2q} \mathbb{P}(\text{sign changes})}`,
  nonClaims: ["the first inequality is Cauchy–Schwarz, and taken for granted here"],
  uses: { proof: ["gaussian-moments", "sign-change"] },
  parameters: [d, radius, q],
  hypotheses: [
    ...radiusInReach,
    { latex: String.raw`q \ge 2`, holds: ({ q }) => q >= 2, because: ({ q }) => `q is ${q}` },
  ],
  draw: nothing,
  observed: (_, given) => rightOverMiddle(given),
  relation: ">=",
  forms: { printed: { bound: () => 1 } },
  region: {
    method: "monotonicity",
    note: "the right side over the middle is q!2^(q−1)/√((2q−1)!!), at least 4/√3 and growing with q, times s/√P with s² = 2R√(log(d)/d); P ≤ R/(2√d), as arcsin(t) ≤ πt/2, so that s²/P ≥ 4√log 4",
  },
  cells: [{ d: ["least", 100, 1e6, 1e15], radius: [1, 5, 30], q: [2, 3, 10, 1000] }],
  witness: { d: 100, radius: 1, q: 2 },
  mutants: {
    "c = 0.5/√d": {
      observed: (_, given) => rightOverMiddle(given, 0.5),
      at: { d: 400, radius: 10, q: 2 },
    },
    "σ² for σ": {
      observed: (_, given) =>
        rightOverMiddle(given) * pow(Math.sqrt(2 * given.radius * Math.sqrt(Math.log(given.d) / given.d)), 3),
      at: { d: 1e15, radius: 1, q: 2 },
    },
  },
});
