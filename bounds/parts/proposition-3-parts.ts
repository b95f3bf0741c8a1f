import type { Hypothesis } from "lemmacheck";
import { type Activation, isRelu as isProvedRelu } from "lemmacheck/activations";
import type { SlopedLine } from "lemmacheck/networks";
import { isExpression } from "../hypotheses/constant-ends.js";
import type { Given } from "../parameters.js";
import type { Part } from "./conjunction.js";
import { gradientPart, valuePart } from "./proposition-1-parts.js";
import { squareRoot } from "./square-root.js";

type P = "psi" | "d" | "k" | "gamma";

/** Where ψ is held to max(0, t): on both sides of 0, and where it bends or comes to its constants. */
function places(psi: Activation): readonly number[] {
  const peaks = isExpression(psi) ? Object.values(psi.certificate).map(({ at }) => at) : [];
  const far = [2 ** -20, 0.3, 1, 2.7, 1e3, 1e9].flatMap((t) => [t, -t]);
  return [0, ...far, ...peaks.filter(Number.isFinite), ...psi.kinks.slice(0, 16)];
}

/** Whether a value of ψ is for certain none of max(0, t). */
const differsFromRelu = (psi: Activation) =>
  places(psi).some((t) => Math.abs(psi.value(t) - Math.max(0, t)) > (psi.proof?.error(t, 0) ?? 0));

/** Section 3 is about the ReLU alone. */
export const isRelu: Hypothesis<Given<"psi">> = {
  latex: String.raw`\psi(t) = \max(0, t)`,
  holds({ psi }) {
    if (isProvedRelu(psi)) return true;
    return differsFromRelu(psi) ? false : null;
  },
  because: ({ psi }) => (differsFromRelu(psi) ? `ψ is ${psi.id}` : `${psi.id} is not proved to be it, nor not to be`),
};

/** Proposition 3, first inequality: |f(x)| ≤ √(2 log(2/γ))(1 + √(log(2/γ)/k)). */
export const reluValuePart: Part<P, SlopedLine> = {
  ...valuePart,
  bound: ({ k, gamma }) => {
    const log = Math.LN2 - Math.log(gamma);
    return Math.sqrt(2 * log) * (1 + Math.sqrt(log / k));
  },
};

/** Proposition 3, second inequality: (1/2 − √(2 log(4/γ)/k)(1 + √(log(1/γ)/k)))^(1/2) (1 − 5√(log(4/γ)/d)). */
export const reluGradientPart: Part<P, SlopedLine> = {
  ...gradientPart,
  bound: ({ d, k, gamma }) => {
    const log = Math.log(4) - Math.log(gamma);
    const root = squareRoot(0.5 - Math.sqrt((2 * log) / k) * (1 + Math.sqrt(-Math.log(gamma) / k)));
    return root === null ? null : root * (1 - 5 * Math.sqrt(log / d));
  },
};

/** (17), first inequality: |f(x)| ≤ 2√log(2/γ). */
export const simplifiedReluValuePart: Part<P, SlopedLine> = {
  ...valuePart,
  bound: ({ gamma }) => 2 * Math.sqrt(Math.LN2 - Math.log(gamma)),
};

/** (17), second inequality: ‖∇f(x)‖ ≥ 1/4. */
export const simplifiedReluGradientPart: Part<P, SlopedLine> = { ...gradientPart, bound: () => 1 / 4 };

/**
 * A C for (17): for γ ≤ 1/2, log(2/γ) ≤ 2 log(1/γ) and log(4/γ) ≤ 3 log(1/γ), so k ≥ C log(1/γ) and d ≥ C log(4/γ) give
 * √2(1 + √(2/C)) ≤ 2 and (1/2 − √(6/C)(1 + √(1/C)))^(1/2)(1 − 5/√C) ≥ 1/4 from C = 106 on; at 105 it is 0.2496.
 *
 * As γ → 1 k ≥ C log(1/γ) asks for nothing, while √(2 log(4/γ)/k) does not vanish: from Proposition 3 no C follows for all
 * γ < 1. (17) holds for γ > 1/2 by itself, since its bounds fail with probability below 1/2 from k = 2 on: with n ~
 * Bin(k, 1/2) active neurons ‖∇f‖² ~ (n/k)χ²_d/d, P(n < k/8) ≤ 1/4, P(χ²_d < d/2) ≤ e^(−d/16) ≤ 1e-4 for d ≥ C log 4, and
 * P(|f| > 2√log 2) ≤ (1/2)/(4 log 2) < 0.19. At k = 1 all is below 0.7, and k ≥ C log(1/γ) is γ ≥ 0.99. Where k ≥
 * C log(2/γ) is asked for, as by what rests on (17) outside Theorem 2, Proposition 3 serves every γ < 1.
 */
export const SIMPLIFIED_RELU_CONSTANT = 106;
