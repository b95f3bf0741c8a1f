import type { LogProbability } from "lemmacheck";
import { valueTail } from "lemmacheck/activations";
import type { Given } from "../parameters.js";

/** log P(|f(x)| > bound): the `exact` of claims about the value. */
export function exactValue({ psi, k }: Given<"psi" | "k">, bound: number): LogProbability | null {
  return valueTail(psi, k)?.(bound) ?? null;
}
