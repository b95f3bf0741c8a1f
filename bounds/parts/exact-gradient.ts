import type { LogProbability } from "lemmacheck";
import { gradientTail } from "lemmacheck/activations";
import type { Given } from "../parameters.js";

/** log P(‖∇f(x)‖ < bound): the `exact` of claims that bound the gradient from below. */
export function exactGradient({ psi, d, k }: Given<"psi" | "d" | "k">, bound: number): LogProbability | null {
  return gradientTail(psi, d, k)?.(bound) ?? null;
}
