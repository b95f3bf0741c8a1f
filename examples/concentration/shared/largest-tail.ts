import type { LogProbability } from "lemmacheck";
import { logNormalUpperTail, tailEnclosure } from "lemmacheck/probability";

/** log P(max X_i ≥ t) of n independent N(0, 1) variables: 1 − (1 − Q)^n, between nQ − (nQ)²/2 and nQ. */
export function largestTail(n: number, t: number): LogProbability {
  const one = logNormalUpperTail(t);
  const union = Math.log(n) + one;
  // (nQ)²/2 is far below what is allowed for there, and Q itself may underflow.
  if (union < -40) return tailEnclosure(union);
  return tailEnclosure(Math.log(-Math.expm1(n * Math.log1p(-Math.exp(one)))));
}
