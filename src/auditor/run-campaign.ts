import { audit } from "./audit.js";
import { AuditError } from "./audit-error.js";
import type { Records } from "./campaign/records.js";
import { runJobs } from "./campaign/run-jobs.js";
import { type Json, toJson } from "./json.js";
import { localExecutor } from "./local-executor.js";
import { questionKey } from "./portable-question.js";
import type { AuditOptions, Question } from "./question.js";
import { readRow } from "./read-row.js";
import { rememberingExecutor } from "./remembering-executor.js";
import type { Row } from "./row-fields.js";
import { rowOfError } from "./row-of.js";

/** How a campaign runs. */
export interface CampaignOptions extends AuditOptions {
  /** Questions under way at a time; 1 if left out. */
  readonly concurrency?: number;
  /** What is known of the questions already, and where rows, and draws that take long, are kept. */
  readonly records?: Records | undefined;
  /** What differs from one question to another. */
  each?(index: number): AuditOptions;
  /** Called with each row as it is settled, in any order; `fresh` unless it was known. */
  onRow?(row: Row, index: number, fresh: boolean): void;
}

/** A question on its way. */
interface Asked {
  readonly key: string;
  readonly question: Question;
  readonly index: number;
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

/** A row as it was kept, if it is one of the question. */
function keptRow(x: Json, { claim, form = "printed" }: Question): Row | undefined {
  try {
    const row = readRow(x);
    return row.claim === claim.id && row.form === form ? row : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Audits all questions, several at a time, and returns their rows in the order of the questions. A claim that throws at a
 * cell, or computes something that is not a number, costs that row alone: it is inconclusive and says why.
 *
 * @throws what the first question to fail otherwise throws; the others are abandoned.
 */
export async function runCampaign(questions: readonly Question[], options: CampaignOptions = {}): Promise<Row[]> {
  const { records, signal: outer, concurrency, additions } = options;
  const rows: Row[] = [];
  const asked: readonly Asked[] = questions.map((question, index) => ({ key: questionKey(question), question, index }));
  await runJobs<Asked, Row>(asked, {
    concurrency,
    signal: outer,
    records,
    async run({ key, question, index }, signal) {
      const own = { ...options, ...options.each?.(index), signal };
      const { executor = localExecutor(additions, signal) } = own;
      const remembering = records ? rememberingExecutor(executor, key, records) : executor;
      return rowFor(question, { ...own, executor: remembering });
    },
    write: toJson,
    read: (x, { question }) => keptRow(x, question),
    onResult(row, { index }, fresh) {
      rows[index] = row;
      options.onRow?.(row, index, fresh);
    },
  });
  return rows;
}
