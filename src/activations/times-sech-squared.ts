import { timesExp } from "./times-exp.js";

/**
 * factor/cosh²(x + correction) for |correction| at most an ulp of x: 4e/(1+e)² with e = exp(−2|x + correction|), which
 * neither cancels nor overflows. Relative error below 4 ulp beside that of `factor`.
 */
export function timesSechSquared(factor: number, x: number, correction = 0): number {
  const size = Math.abs(x);
  const onePlus = 1 + Math.exp(-2 * size);
  const shift = 1 - 2 * correction * Math.tanh(x);
  return timesExp((4 * factor * shift) / (onePlus * onePlus), -2 * size);
}
