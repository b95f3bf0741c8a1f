import { defineClaim, gamma } from "lemmacheck";
import {
  d,
  dimensionsOf,
  directions,
  type FixedDirectionsDraw,
  fixedDirections,
  k,
  psi,
  radius,
} from "lemmacheck/networks";
import { sectionTwo } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";
import { radiusIsOne } from "./parts/proposition-2-parts.js";
import { scaled } from "./parts/scaled.js";

type Setting = Given<"psi" | "d" | "k" | "gamma" | "radius">;

/** Φ(v, δ) = (1/√k) Σ a_ℓ (w_ℓ·v)(ψ'(w_ℓ·x) − ψ'(w_ℓ·(x + δ))), ‖δ‖ = R, within its rounding. */
function phi(
  { coefficients, x, delta, v }: FixedDirectionsDraw,
  { psi, radius }: Given<"psi" | "radius">,
  signed = true,
) {
  const k = x.length;
  let [sum, size, along] = [0, 0, 0];
  for (let i = 0; i < k; i++) {
    const term = v[i] * (psi.derivative(x[i]) - psi.derivative(x[i] + radius * delta[i]));
    sum += signed ? coefficients[i] * term : -term;
    size += Math.abs(term);
    along += Math.abs(v[i]) * (1 + psi.smoothness * (Math.abs(x[i]) + radius * Math.abs(delta[i])));
  }
  // ψ' ≤ 1 is right to 8 ulp and its argument to 2; the sum adds k roundings at most.
  const rounding = 2 ** -48 * along + (k + 2) * 2 ** -53 * size;
  const share = 1 / Math.sqrt(k);
  return { lower: share * (sum - rounding), upper: share * (sum + rounding) };
}

/** (mRL/d)√log(1/γ)(1 + √(log(1/γ)/k)). */
function rightSide({ psi, d, k, gamma, radius }: Setting, m = 4): number {
  const log = -Math.log(gamma);
  return ((m * radius * psi.smoothness) / d) * Math.sqrt(log) * (1 + Math.sqrt(log / k));
}

/** The proof of Proposition 2, its first step: Bernstein's inequality for one δ and one v. */
export const proposition2Fixed = defineClaim({
  id: "proposition-2-fixed",
  label: "Proposition 2, δ and v fixed",
  kind: "whp",
  inProof: true,
  quote:
    "if we fix δ ∈ ℝ^d such that ‖δ‖ ≤ R and v ∈ S^(d−1), then with probability at least 1 − γ one has: Φ(v, δ) := ⟨∇f(x) − ∇f(x + δ), v⟩ = (L/√k) Σ X_ℓ ≤ (4RL/d) √log(1/γ) (1 + √(log(1/γ)/k)).",
  latex: String.raw`\Phi(v, \delta) := \langle \nabla f(x) - \nabla f(x + \delta), v \rangle \le \frac{4RL}{d} \sqrt{\log(1/\gamma)} \left( 1 + \sqrt{\frac{\log(1/\gamma)}{k}} \right)`,
  nonClaims: [
    "any δ and v chosen after W: the supremum is larger by a factor of order √d",
    "that 4 is the least constant: Bernstein with (2q − 1)!! ≤ (q!/2)·3·2^(q−2) gives √6 and 2 for its two terms",
  ],
  uses: { proof: ["bernstein", "gaussian-moments", "proposition-2-bernstein"] },
  parameters: [psi, d, k, gamma, radius, directions],
  hypotheses: [
    ...sectionTwo,
    radiusIsOne,
    {
      latex: String.raw`d \ge \dim \mathrm{span}(x, \delta, v)`,
      parameter: d,
      least: ({ directions }) => dimensionsOf(directions),
    },
  ],
  draw: fixedDirections,
  observed: (draw: FixedDirectionsDraw, given) => phi(draw, given),
  relation: "<=",
  // Φ is symmetric, so P(Φ > t) is at most 1/2 and at most Var(Φ)/(2t²), Var(Φ) ≤ min(3(RL/d)², 4/d).
  trivial: ({ psi, d, gamma, radius }) =>
    gamma >= 1 / 2
      ? 0
      : Math.min((Math.sqrt(3) * radius * psi.smoothness) / d, (2 * psi.lipschitz) / Math.sqrt(d)) /
        Math.sqrt(2 * gamma),
  everyGamma: true,
  forms: { printed: { bound: (given) => rightSide(given) } },
  cells: [
    {
      psi: ["10*(sqrt(1+(t/10)^2)-1)"],
      d: [100],
      k: [200],
      gamma: [0.005],
      radius: [1],
      directions: ["tangent", "radial", "tangent, v across"],
    },
    { psi: ["tanh"], d: [1], k: [1, 30], gamma: [0.5, 0.01], radius: [1], directions: ["radial"] },
    { psi: ["sin"], d: [1e15], k: [30], gamma: [0.01], radius: [1e5], directions: ["diagonal"] },
  ],
  witness: {
    psi: "10*(sqrt(1+(t/10)^2)-1)",
    d: 100,
    k: 200,
    gamma: 0.005,
    radius: 1,
    directions: "tangent",
  },
  mutants: {
    "a quarter": {
      bound: scaled(1 / 4),
      at: { psi: "10*(sqrt(1+(t/10)^2)-1)", d: 100, k: 200, gamma: 0.01, radius: 1, directions: "tangent" },
    },
    "d^(3/2) for d": {
      bound: ({ d }, right) => (right() ?? 0) / Math.sqrt(d),
      at: { psi: "tanh", d: 100, k: 200, gamma: 0.1, radius: 1, directions: "tangent" },
    },
    "signs left out": {
      observed: (draw, given) => phi(draw, given, false),
      at: { psi: "10*(sqrt(1+(t/10)^2)-1)", d: 100, k: 200, gamma: 0.1, radius: 1, directions: "tangent" },
    },
    "not divided by √k": {
      observed: (draw, given) => {
        const { lower, upper } = phi(draw, given);
        return { lower: lower * Math.sqrt(given.k), upper: upper * Math.sqrt(given.k) };
      },
      at: { psi: "tanh", d: 100, k: 200, gamma: 0.1, radius: 1, directions: "tangent" },
    },
  },
});
