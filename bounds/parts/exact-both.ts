import type { LogProbability } from "lemmacheck";
import { eitherTail } from "lemmacheck/activations";
import type { Given } from "../parameters.js";

/** log P(|f(x)| > t or ‖∇f(x)‖ < b): closer than from both alone, where the number of active neurons makes both. */
export function exactBoth({ psi, d, k }: Given<"psi" | "d" | "k">, t: number, b: number): LogProbability | null {
  return b > 0 ? (eitherTail(psi, d, k)?.(t, b) ?? null) : null;
}
