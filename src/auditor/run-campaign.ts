import { audit } from "./audit.js";
import type { AuditOptions, Question } from "./question.js";
import type { Row } from "./row.js";

/** How a campaign runs. */
export interface CampaignOptions extends AuditOptions {
  /** Questions under way at a time; 1 if left out. */
  readonly concurrency?: number;
  /** Called with each row as it is settled, in any order. */
  onRow?(row: Row, index: number): void;
}

/**
 * Audits all questions, several at a time, and returns their rows in the order of the questions.
 *
 * @throws what the first question to fail throws; the others are abandoned.
 */
export async function runCampaign(questions: readonly Question[], options: CampaignOptions = {}): Promise<Row[]> {
  const rows: Row[] = [];
  let next = 0;
  const failure = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failure.signal]) : failure.signal;
  const settle = async () => {
    for (let index = next++; index < questions.length; index = next++) {
      const row = await audit(questions[index], { ...options, signal });
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
