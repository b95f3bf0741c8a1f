import { siluBounds } from "../numbers/majorants/elementary-bounds.js";
import { defineActivation } from "./define-activation.js";
import { sigmoid, timesSigmoidSlope } from "./sigmoid.js";
import { timesExp } from "./times-exp.js";

/** The zero r of 1 + t + e^t, as a double and what it leaves, and e^r = −1 − r. */
const MINIMUM = -1.2784645427610737;
const MINIMUM_REST = -1.0946994183093437e-16;
const EXP_AT_MINIMUM = 0.2784645427610738;

/** The positive zero x₀ of 1 − x·tanh(x), as a double and what it leaves; 1/x₀ and x₀ − 1/x₀. */
const INFLECTION = 1.1996786402577337;
const INFLECTION_REST = 9.232436427676682e-17;
const INVERSE_INFLECTION = 0.8335565596009648;
const INFLECTION_LESS_INVERSE = 0.36612208065676916;

function value(t: number): number {
  return t < 0 ? timesExp(t / (1 + Math.exp(t)), t) : t * sigmoid(t);
}

/** σ(t)·(1 + tσ(−t)); for t < 0 that is σ'(t)·(1 + t + e^t), whose bracket with d = t − r is d + e^r·(e^d − 1). */
function derivative(t: number): number {
  if (t >= 0) return sigmoid(t) * (1 + t * sigmoid(-t));
  const d = t - MINIMUM - MINIMUM_REST;
  return timesSigmoidSlope(d + EXP_AT_MINIMUM * Math.expm1(d), t);
}

/**
 * 1 − x·tanh(x) for x ≥ 0. Away from 0 by the addition theorem at x₀, with d = x − x₀ and T = tanh(d):
 * −((x₀ − 1/x₀ + d)·T + d/x₀)/(1 + T/x₀), so that the zero costs no digits.
 */
function oneMinusXTanh(x: number): number {
  if (x < 0.5) return 1 - x * Math.tanh(x);
  const d = x - INFLECTION - INFLECTION_REST;
  const T = Math.tanh(d);
  return -((INFLECTION_LESS_INVERSE + d) * T + d * INVERSE_INFLECTION) / (1 + T * INVERSE_INFLECTION);
}

/** 2σ'(t)·(1 − x·tanh x) with x = |t|/2. */
function secondDerivative(t: number): number {
  const size = Math.abs(t);
  return size > 800 ? 0 : timesSigmoidSlope(2 * oneMinusXTanh(size / 2), t);
}

/**
 * ψ(t) = t·σ(t) with σ the logistic function (also called swish); unbounded. ψ'' = 2σ'(t)·(1 − x·tanh x), x = t/2:
 * both factors are largest at 0, giving L = ½, and where the second is negative |ψ''| ≤ |t|·e^(−|t|) ≤ 1/e < ½. ψ' is
 * largest where ψ'' vanishes, at t = 2x₀ with x₀·tanh x₀ = 1; σ = ½ + 1/t there, so ψ' = ½ + x₀/2, rounded up.
 */
export const silu = defineActivation({
  id: "silu",
  latex: String.raw`\frac{t}{1 + e^{-t}}`,
  expression: "t/(1+exp(-t))",
  value,
  derivative,
  secondDerivative,
  lipschitz: 1.099839320128867,
  smoothness: 0.5,
  taylorBounds: siluBounds,
  provenance: "certified",
});
