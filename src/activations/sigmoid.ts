import { timesExp } from "./times-exp.js";

/** The logistic function σ(t) = 1/(1 + e^(−t)), without overflow. Relative error below 2 ulp. */
export function sigmoid(t: number): number {
  const e = Math.exp(-Math.abs(t));
  return t >= 0 ? 1 / (1 + e) : e / (1 + e);
}

/** factor·σ'(t), where σ' = σ(1 − σ) = e/(1+e)² with e = exp(−|t|). Relative error below 3 ulp beside that of `factor`. */
export function timesSigmoidSlope(factor: number, t: number): number {
  const size = Math.abs(t);
  const onePlus = 1 + Math.exp(-size);
  return timesExp(factor / (onePlus * onePlus), -size);
}
