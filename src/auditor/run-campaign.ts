import { audit } from "./audit.js";
import { AuditError } from "./audit-error.js";
import { takeTurns } from "./pause.js";
import type { AuditOptions, Question } from "./question.js";
import type { Row } from "./row-fields.js";
import { rowOfError } from "./row-of.js";

/** How a campaign runs. */
export interface CampaignOptions extends AuditOptions {
  /** Questions under way at a time; 1 if left out. */
  readonly concurrency?: number;
  /** What differs from one question to another. */
  each?(index: number): AuditOptions;
  /** Called with each row as it is settled, in any order. */
  onRow?(row: Row, index: number): void;
}

/** The row of a question; that of a claim which cannot be judged there says why. */
async function rowFor(question: Question, options: AuditOptions): Promise<Row> {
  try {
    return await audit(question, options);
  } catch (error) {
    if (error instanceof AuditError) return rowOfError(question, error);
    throw error;
  }
}

/**
 * Audits all questions, several at a time, and returns their rows in the order of the questions. A claim that throws at a
 * cell, or computes something that is not a number, costs that row alone: it is inconclusive and says why.
 *
 * @throws what the first question to fail otherwise throws; the others are abandoned.
 */
export async function runCampaign(questions: readonly Question[], options: CampaignOptions = {}): Promise<Row[]> {
  const rows: Row[] = [];
  let next = 0;
  const failure = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failure.signal]) : failure.signal;
  const settle = async () => {
    for (let index = next++; index < questions.length; index = next++) {
      await takeTurns(signal);
      const row = await rowFor(questions[index], { ...options, ...options.each?.(index), signal });
      rows[index] = row;
      options.onRow?.(row, index);
    }
  };
  const lanes = Array.from({ length: Math.max(1, options.concurrency ?? 1) }, settle);
  try {
    await Promise.all(lanes);
  } catch (error) {
    failure.abort(error);
    await Promise.allSettled(lanes);
    throw error;
  }
  return rows;
}
