import type { MeanOutcome } from "../chance/mean-outcome.js";
import { digits } from "./explain.js";

/** What an outcome of `hasMean` says of itself: the claim, the verdict, what it rests on, and how to see it again. */
export function explainMean(outcome: MeanOutcome, expected: string): string {
  const { name, relation, bound, verdict, reason, meanLower, meanUpper, alpha, seed } = outcome;
  return [
    `"has mean ${relation === "<=" ? "at most" : "at least"} ${bound}" is ${verdict}; expected ${expected}.`,
    `${reason}.`,
    `Limits [${digits(meanLower)}, ${digits(meanUpper)}] at alpha = ${alpha}.`,
    `Seed ${seed}, name ${JSON.stringify(name)}.`,
  ].join(" ");
}
