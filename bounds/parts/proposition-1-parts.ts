import type { SlopedLine } from "lemmacheck/networks";
import type { Given } from "../parameters.js";
import { trivialGradient, trivialValue } from "./chebyshev.js";
import type { Part } from "./conjunction.js";
import { exactGradient } from "./exact-gradient.js";
import { exactValue } from "./exact-value.js";
import { squareRoot } from "./square-root.js";

type P = "psi" | "d" | "k" | "gamma";

/** √(2 log(1/γ))(1 + √(log(2/γ)/k)), the right side for the value. */
function valueBound({ k, gamma }: Given<"k" | "gamma">): number {
  return Math.sqrt(-2 * Math.log(gamma)) * (1 + Math.sqrt((Math.log(2) - Math.log(gamma)) / k));
}

/** (c_ψ² − √(2 log(4/γ)/k)(1 + √(log(4/γ)/k)))^(1/2) (1 − 5√(log(8/γ)/d)), the right side for the gradient. */
function gradientBound({ psi, d, k, gamma }: Given<P>): number | null {
  const x = Math.sqrt((Math.log(4) - Math.log(gamma)) / k);
  const root = squareRoot(psi.gaussian.derivativeSecondMoment.value - Math.SQRT2 * x * (1 + x));
  return root === null ? null : root * (1 - 5 * Math.sqrt((Math.log(8) - Math.log(gamma)) / d));
}

/** Proposition 1, first inequality. */
export const valuePart: Part<P, SlopedLine> = {
  relation: "<=",
  observed: ({ value }) => Math.abs(value),
  bound: valueBound,
  trivial: trivialValue,
  exact: exactValue,
};

/** Proposition 1, second inequality. */
export const gradientPart: Part<P, SlopedLine> = {
  relation: ">=",
  observed: ({ gradientNorm }) => gradientNorm,
  bound: gradientBound,
  trivial: trivialGradient,
  exact: exactGradient,
};

/** (13), first inequality: |f(x)| ≤ 2√log(1/γ). */
export const simplifiedValuePart: Part<P, SlopedLine> = {
  ...valuePart,
  bound: ({ gamma }) => 2 * Math.sqrt(-Math.log(gamma)),
};

/** (13), second inequality: ‖∇f(x)‖ ≥ c_ψ/2. */
export const simplifiedGradientPart: Part<P, SlopedLine> = {
  ...gradientPart,
  bound: ({ psi }) => Math.sqrt(psi.gaussian.derivativeSecondMoment.value) / 2,
};
