import { type Given, type LogProbability, valueTail } from "lemmacheck";

/** log P(|f(x)| > bound): the `exact` of claims about the value. */
export function exactValue({ psi, k }: Given<"psi" | "k">, bound: number): LogProbability | null {
  return valueTail(psi, k)?.(bound) ?? null;
}
