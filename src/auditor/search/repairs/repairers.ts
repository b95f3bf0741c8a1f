import { audit } from "../../audit.js";
import type { How } from "../../audit-job.js";
import type { Runner } from "../../campaign/runner.js";
import type { Additions } from "../../cell.js";
import type { Executor } from "../../executor.js";
import { executorOver } from "../../executor-over.js";
import { localExecutor } from "../../local-executor.js";
import { portableQuestion } from "../../portable-question.js";
import type { Question } from "../../question.js";
import type { Row } from "../../row-fields.js";
import type { Candidate } from "../probe.js";
import type { SearchQuestion } from "../searching.js";
import type { Repair } from "./repair.js";
import { repairedBy } from "./repaired-by.js";
import { type RightSide, rightSidesOf } from "./right-sides.js";
import { RIGHT_SIDES, readRightSides, rightSidesJob } from "./right-sides-task.js";

/** Who works for repairs: whatever of a claim is computed, is computed by them. Questions are about the claim as it is. */
export interface Repairers {
  /** For a search of a repaired form. */
  executorOf(repair: Repair): Executor;
  /**
   * The row of a repaired form at a cell.
   *
   * @throws TookTooLong where it took too long, and was ended.
   */
  audit(question: Question, repair: Repair, how: How): Promise<Row>;
  /**
   * The right sides of a form, repaired if a repair is given, at each of some cells; null where it says nothing.
   *
   * @throws TookTooLong where it took too long, and was ended.
   */
  rightSides(
    question: SearchQuestion,
    repair: Repair | null,
    candidates: readonly Candidate[],
  ): Promise<readonly (RightSide | null)[]>;
}

/** Looks that a part of a decision may take as long as. */
const LOOKS = 4;

const mended = <Q extends SearchQuestion>(question: Q, repair: Repair | null): Q =>
  repair ? { ...question, claim: repairedBy(question.claim, question.form ?? "printed", repair) } : question;

/** This thread; `end` is heard between two pieces of work. */
export const localRepairers = (additions: Additions, end: AbortSignal | undefined): Repairers => ({
  executorOf: () => localExecutor(additions, end),
  audit: (question, repair, how) => audit(mended(question, repair), { additions, signal: end, ...how }),
  rightSides: async (question, repair, candidates) => rightSidesOf(mended(question, repair), candidates, additions),
});

/** Whoever does jobs; a look may take so many seconds, where they can be ended. */
export function repairersOver(
  runner: Runner,
  { additions, seconds }: { readonly additions: Additions; readonly seconds: number },
): Repairers {
  const rightSides: Repairers["rightSides"] = async (question, repair, candidates) => {
    const payload = rightSidesJob(portableQuestion({ ...question, cell: {} }, repair), candidates);
    const found = readRightSides(await runner.run({ task: RIGHT_SIDES, payload, rank: -1, seconds }));
    if (found?.length === candidates.length) return found;
    throw new Error("a worker computed no right sides");
  };
  return {
    executorOf: (repair) => executorOver(runner, repair),
    async audit(question, repair, how) {
      // All of them draw, and this thread judges: it may ask for the right side too, which has to end.
      await rightSides(question, repair, [{ cell: question.cell, raise: "none" }]);
      const executor = executorOver(runner, repair, LOOKS * seconds);
      return audit(mended(question, repair), { additions, executor, ...how });
    },
    rightSides,
  };
}
