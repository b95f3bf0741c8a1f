import { isruBounds } from "../numbers/majorants/elementary-bounds.js";
import { defineActivation } from "./define-activation.js";

/** Beyond this size 1 + t² is t² to the last bit; powers of t are then divided out one by one, so as not to overflow. */
const LARGE = 1e9;

function value(t: number): number {
  return Math.abs(t) > LARGE ? Math.sign(t) : t / Math.sqrt(1 + t * t);
}

function derivative(t: number): number {
  const size = Math.abs(t);
  if (size > LARGE) return 1 / size / size / size;
  const q = 1 + t * t;
  return 1 / (q * Math.sqrt(q));
}

function secondDerivative(t: number): number {
  const size = Math.abs(t);
  if (size > LARGE) return -3 / t / size / size / size;
  const q = 1 + t * t;
  return (-3 * t) / (q * q * Math.sqrt(q));
}

/**
 * ψ(t) = t/√(1+t²), the inverse square root unit; odd. sup|ψ| = 1, approached at ±∞; ψ' = (1+t²)^(−3/2) ≤ 1, at 0;
 * ψ'' = −3t(1+t²)^(−5/2) is largest in size at |t| = ½: L = 48/(25√5), rounded up.
 */
export const isru = defineActivation({
  id: "isru",
  latex: String.raw`t / \sqrt{1 + t^2}`,
  expression: "t/sqrt(1+t^2)",
  value,
  derivative,
  secondDerivative,
  supremum: 1,
  lipschitz: 1,
  smoothness: 0.8586501033599193,
  taylorBounds: isruBounds,
  provenance: "certified",
});
