import { defineClaim, gamma, type Hypothesis, pow } from "lemmacheck";
import {
  d,
  gradientVariation,
  k,
  type NeighbourhoodDraw,
  neighbourhood,
  neighbourhoodDoubt,
  psi,
  radius,
} from "lemmacheck/networks";
import { simplifiedConstant } from "./constants/proposition-1-constants.js";
import { sectionTwo } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";
import { radiusIsOne, variationBound } from "./parts/proposition-2-parts.js";
import { scaled } from "./parts/scaled.js";
import { trivialVariation } from "./parts/trivial-variation.js";

type Setting = Given<"psi" | "d" | "k" | "gamma" | "radius">;

const cPsi = ({ psi }: Given<"psi">) => Math.sqrt(psi.gaussian.derivativeSecondMoment.value);

/** ‖∇f(x)‖ between two bounds. */
function gradientNorm({ around }: NeighbourhoodDraw) {
  const { activation, k, coefficients, preActivations, transposedProduct, rounding, size } = around;
  const s = preActivations.map((u, i) => (coefficients[i] * activation.derivative(u)) / Math.sqrt(k));
  const length = (v: Float64Array) => Math.sqrt(v.reduce((sum, t) => sum + t * t, 0));
  const norm = length(transposedProduct(s));
  // Of s: 8 ulp of ψ', and its argument, off by 2·rounding·size·√d in norm, times L.
  const shift = (activation.smoothness * 2 * rounding * size * Math.sqrt(around.d)) / Math.sqrt(k);
  const error = size * ((rounding + 2 ** -48) * length(s) + shift) + 2 ** -40 * norm;
  return { lower: Math.max(0, norm - error), upper: norm + error };
}

/** sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖/‖∇f(x)‖; endless where ∇f(x) may be 0. */
function relativeVariation(draw: NeighbourhoodDraw, { radius }: Given<"radius">) {
  const { lower, upper } = gradientVariation(draw.around, radius, draw.random("attack"));
  const norm = gradientNorm(draw);
  return {
    lower: norm.upper > 0 ? lower / norm.upper : 0,
    upper: upper === 0 ? 0 : upper / norm.lower,
  };
}

/** (20RL√(log(Rk/γ)/d))/(c_ψ/2), or another power of d. */
function printedBound({ psi, d, k, gamma, radius }: Setting, power = 1 / 2): number {
  const log = Math.log(radius) + Math.log(k) - Math.log(gamma);
  return ((40 * radius * psi.smoothness) / cPsi({ psi })) * pow(log / d, power);
}

/** The sizes from which ‖∇f(x)‖ ≥ c_ψ/2 with probability 1 − γ/2, by Proposition 1. */
const gradientSizes: readonly Hypothesis<Setting>[] = [
  {
    latex: String.raw`k \ge C \log(4/\gamma)`,
    parameter: k,
    least: ({ psi, gamma }) => simplifiedConstant(cPsi({ psi })) * (Math.log(4) - Math.log(gamma)),
  },
  {
    latex: String.raw`d \ge C \log(16/\gamma)`,
    parameter: d,
    least: ({ psi, gamma }) => simplifiedConstant(cPsi({ psi })) * (Math.log(16) - Math.log(gamma)),
  },
];

/**
 * (6), in a finite form: for ‖δ‖ ≤ R the gradient varies by at most a multiple of ‖∇f(x)‖ that vanishes with R/√d, up to a
 * logarithm. The paper takes it from (3) and (5); Propositions 1 and 2 give these constants, ‖∇f(x)‖ ≥ c_ψ/2 and
 * 20L√(log(Rk/γ)/d) for the Õ(1/√d) of (5), so that the multiple is (40RL/c_ψ)√(log(Rk/γ)/d).
 */
export const approximateLinearity = defineClaim({
  id: "approximate-linearity",
  label: "(6)",
  kind: "whp",
  quote: "Approximate Linearity: ‖∇f(x) − ∇f(x + δ)‖ = o(‖∇f(x)‖), ∀δ: ‖δ‖ = o(√d).",
  latex: String.raw`\sup_{\|\delta\| \le R} \|\nabla f(x) - \nabla f(x + \delta)\| \le \frac{40RL}{c_\psi} \sqrt{\frac{\log(Rk/\gamma)}{d}} \|\nabla f(x)\|`,
  quantity: String.raw`\sup \|\nabla f(x) - \nabla f(x + \delta)\| / \|\nabla f(x)\|`,
  reading:
    "o(·) has no rate; Propositions 1 and 2 give this one, with ‖∇f(x)‖ ≥ c_ψ/2 and 20L√(log(Rk/γ)/d) for the Õ(1/√d) of (5)",
  nonClaims: [
    "the constants: (6) has none, and these are those of Propositions 1 and 2",
    "R of the order of √d, where the bound exceeds 1",
    "more than the triangle inequality and (3), at any size that can be drawn: that takes k ≥ 400·d·log(Rk/γ) at d ≥ C log(16/γ)",
  ],
  // (6) prints no constants: those of the statement are theirs.
  uses: { statement: ["proposition-1-simplified", "proposition-2"], proof: ["gradient-order", "hessian-ball"] },
  parameters: [psi, d, k, gamma, radius],
  hypotheses: [...sectionTwo, radiusIsOne],
  draw: neighbourhood,
  observed: (draw: NeighbourhoodDraw, given) => relativeVariation(draw, given),
  relation: "<=",
  // The triangle inequality for the variation, and (3).
  trivial: (given) => (2 * trivialVariation(given)) / cPsi(given),
  uncertainty: neighbourhoodDoubt,
  forms: {
    printed: {
      bound: (given) => printedBound(given),
      refutedAt: { psi: "sin", d: 1e15, k: 1000, gamma: 0.5, radius: 1 },
    },
    repaired: {
      latex: String.raw`\sup_{\|\delta\| \le R} \|\nabla f(x) - \nabla f(x + \delta)\| \le \frac{40RL}{c_\psi} \left( \sqrt{\frac{\log(2Rk/\gamma)}{d}} + \frac{\log(2/\gamma)}{\sqrt{k}} \right) \|\nabla f(x)\|`,
      reason:
        "(6) speaks of ‖δ‖ and d alone, but a narrow network bends at a distance of 1 whatever d: with k ≪ d neurons the supremum is of order RL/√k, so ‖δ‖ = o(√d) must also be o(√k). At k = 1000, d = 10¹⁵ and R = 1, ψ = sin varies by 0.042‖∇f(x)‖ in the median draw, some 9000 times the bound, which falls like 1/√d. Proposition 2 has the term with √k; at γ/2, where it holds as printed, and with ‖∇f(x)‖ ≥ c_ψ/2 at γ/2 it gives this one.",
      hypotheses: gradientSizes,
      bound: (given) => (2 * variationBound({ ...given, gamma: given.gamma / 2 })) / cPsi(given),
    },
  },
  cells: [
    { psi: ["sin"], d: [10_000], k: [1], gamma: [0.5], radius: [1] },
    { psi: ["tanh"], d: [100], k: [100], gamma: [0.5], radius: [1, 3] },
    { psi: ["tanh", "sin"], d: [2000], k: [1000], gamma: [0.5], radius: [1] },
  ],
  mutants: {
    "a sixtieth": { bound: scaled(1 / 60), at: { psi: "tanh", d: 100, k: 100, gamma: 0.5, radius: 1 } },
    "1/d for 1/√d": {
      bound: (given) => printedBound(given, 1),
      at: { psi: "tanh", d: 2000, k: 20, gamma: 0.5, radius: 1 },
    },
    "a ball of radius 40R": {
      observed: (draw, { radius }) => relativeVariation(draw, { radius: 40 * radius }),
      at: { psi: "tanh", d: 10_000, k: 4, gamma: 0.5, radius: 1 },
    },
  },
});
