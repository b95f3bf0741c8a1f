import type { Batch } from "./draw-batch.js";
import type { Question } from "./question.js";
import type { Method, Row } from "./row-fields.js";

/** What is found out about a question without a draw. */
export interface Computed {
  /** Null where only draws can tell. */
  readonly row: Row | null;
  /** Whether draws may tell more. */
  readonly drawable: boolean;
}

/** Makes draws `from`, 0 if left out, to limit − 1 of a question in draw order, in batches of about `batchSize`. */
export type DrawSource = (question: Question, limit: number, batchSize: number, from?: number) => AsyncIterable<Batch>;

/** Who does the work: this thread, or others. */
export interface Executor {
  readonly source: DrawSource;
  /** By the method that is asked for, or the best there is. */
  compute(question: Question, method: Method | undefined): Promise<Computed>;
}
