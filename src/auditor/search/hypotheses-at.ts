import { messageOf } from "../../numbers/message-of.js";
import { guarded } from "../audit-error.js";
import { failingHypothesis } from "../failing-hypothesis.js";
import type { Investigation } from "../investigation.js";

/** The hypotheses of a statement at a cell, by number. */
interface HypothesesAt {
  readonly holding: readonly number[];
  /** Those that fail, or are undecided. */
  readonly failing: readonly number[];
  /** What the first said that could not be asked, because it failed itself. */
  readonly failure: string | null;
}

/** Asks each hypothesis by itself, whatever the others say. */
export function hypothesesAt({ statement, given }: Investigation): HypothesesAt {
  const ask = guarded(statement, statement.cell, "a hypothesis", failingHypothesis);
  const holding: number[] = [];
  const failing: number[] = [];
  let failure: string | null = null;
  for (const [i, hypothesis] of statement.hypotheses.entries()) {
    try {
      (ask([hypothesis], given) === null ? holding : failing).push(i);
    } catch (error) {
      failure ??= messageOf(error);
    }
  }
  return { holding, failing, failure };
}
