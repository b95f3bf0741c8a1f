import type { Hypothesis } from "lemmacheck";
import { gradientVariation, type NeighbourhoodDraw, radius } from "lemmacheck/networks";
import type { Given } from "../parameters.js";

type Setting = Given<"psi" | "d" | "k" | "gamma" | "radius">;

/** R ≥ 1, as Proposition 2 assumes. */
export const radiusIsOne: Hypothesis<Given<"radius">> = {
  latex: String.raw`R \ge 1`,
  parameter: radius,
  least: () => 1,
};

/** sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖, from both sides. */
export function observedVariation({ around, random }: NeighbourhoodDraw, { radius }: Given<"radius">) {
  return gradientVariation(around, radius, random("attack"));
}

/** 20RL(√(log(Rk/γ)/d) + log(1/γ)/√k), the right side of Proposition 2. */
export function variationBound({ psi, d, k, gamma, radius }: Setting): number {
  const log = -Math.log(gamma);
  return 20 * radius * psi.smoothness * (Math.sqrt((Math.log(radius) + Math.log(k) + log) / d) + log / Math.sqrt(k));
}

/** What Proposition 2 lacks: as γ → 1 its log(1/γ) vanishes, and the variation does not. */
export const gammaAtMostHalf: Hypothesis<Given<"gamma">> = {
  latex: String.raw`\gamma \le 1/2`,
  holds: ({ gamma }) => gamma <= 1 / 2,
  because: ({ gamma }) => `γ is ${gamma}`,
};
