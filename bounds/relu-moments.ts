import { defineClaim, nothing } from "lemmacheck";
import { d, radius } from "lemmacheck/networks";
import { signChangeProbability } from "./laws/sign-change-probability.js";
import { type Given, q } from "./parameters.js";

type Setting = Given<"d" | "radius" | "q">;

/** exp of this and more is not a double. */
const LARGEST_LOG = 700;

/** log((2q − 1)!!) = Σ log(2i − 1). */
function logOddFactorial(q: number): number {
  let log = 0;
  for (let i = 2; i <= q; i++) log += Math.log(2 * i - 1);
  return log;
}

function logFactorial(q: number): number {
  let log = 0;
  for (let i = 2; i <= q; i++) log += Math.log(i);
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
  const logRight = logFactorial(q) - Math.LN2 + q * Math.log(scale) + Math.log(s);
  const logMiddle = 0.5 * (logOddFactorial(q) + Math.log(signChangeProbability(given)));
  // No sign can change: the middle is 0, and the right side is not below it.
  if (logMiddle === -Infinity) return 1;
  return Math.exp(Math.min(LARGEST_LOG, logRight - logMiddle));
}

/** (20): the moments of X_ℓ that Bernstein's inequality needs in the proof of Proposition 4. */
export const reluMoments = defineClaim({
  id: "relu-moments",
  label: "(20)",
  kind: "step",
  quote:
    "E[|X_ℓ|^q] ≤ √(E[|w_ℓ·v|^(2q)] × P(sign(w_ℓ·x) ≠ sign(w_ℓ·(x + δ)))) ≤ (q!/2) c^(q−2) × σ², with σ = (2/√d) × (2R√(log(d)/d))^(1/4) and c = 2/√d",
  latex: String.raw`\mathbb{E}[|X_\ell|^q] \le \sqrt{\mathbb{E}[|w_\ell \cdot v|^{2q}] \times \mathbb{P}(\mathrm{sign}(w_\ell \cdot x) \ne \mathrm{sign}(w_\ell \cdot (x + \delta)))} \le \frac{q!}{2} c^{q-2} \sigma^2`,
  nonClaims: ["the first inequality is Cauchy–Schwarz, and taken for granted here"],
  uses: { proof: ["gaussian-moments", "sign-change"] },
  parameters: [d, radius, q],
  hypotheses: [
    { latex: String.raw`R \ge 1`, parameter: radius, least: () => 1 },
    { latex: String.raw`q \ge 2`, holds: ({ q }) => q >= 2, because: ({ q }) => `q is ${q}` },
  ],
  draw: nothing,
  observed: (_, given) => rightOverMiddle(given),
  relation: ">=",
  forms: {
    printed: { bound: () => 1, refutedAt: { d: 1, radius: 2, q: 2 } },
    repaired: {
      latex: String.raw`d \ge 2 \implies \sqrt{\mathbb{E}[|w_\ell \cdot v|^{2q}] \times \mathbb{P}(\ldots)} \le \frac{q!}{2} c^{q-2} \sigma^2`,
      reason:
        "At d = 1, log(d) = 0 makes σ = 0, and the right side 0, while a sign changes surely once R > 1. For d ≥ 2 and R ≥ 1, (2q−1)!! ≤ 2^q q! leaves a factor √2 for q ≥ 2, and P ≤ R√(2 log(d)/d) + 1/d ≤ 4R√(log(d)/d).",
      hypotheses: [{ latex: String.raw`d \ge 2`, parameter: d, least: () => 2 }],
      bound: () => 1,
    },
  },
  region: {
    method: "monotonicity",
    note: "of the repaired form: the right side over the middle is q!2^(q−1)/√((2q−1)!!), at least 4/√3 and growing with q, times s/√P with s² = 2R√(log(d)/d); P ≤ R/(2√d), as arcsin(t) ≤ πt/2, so that s²/P ≥ 4√log 2",
  },
  cells: [{ d: [1, 2, 100, 1e6, 1e15], radius: [1, 30], q: [2, 3, 10, 1000] }],
  witness: { d: 100, radius: 1, q: 2 },
  mutants: {
    "c = 0.5/√d": {
      of: "repaired",
      observed: (_, given) => rightOverMiddle(given, 0.5),
      at: { d: 100, radius: 10, q: 2 },
    },
    "σ² for σ": {
      of: "repaired",
      observed: (_, given) =>
        rightOverMiddle(given) * Math.sqrt(2 * given.radius * Math.sqrt(Math.log(given.d) / given.d)) ** 3,
      at: { d: 1e15, radius: 1, q: 2 },
    },
  },
});
