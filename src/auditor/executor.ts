import type { Batch } from "./draw-batch.js";
import type { Question } from "./question.js";
import type { Method, Row } from "./row-fields.js";
import type { Candidate, Probe, ProbeOptions } from "./search/probe.js";

/** What is found out about a question without a draw. */
export interface Computed {
  /** Null where only draws can tell. */
  readonly row: Row | null;
  /** Whether draws may tell more. */
  readonly drawable: boolean;
}

/** Makes draws `from`, 0 if left out, to limit − 1 of a question in draw order, in batches of about `batchSize`. */
export type DrawSource = (question: Question, limit: number, batchSize: number, from?: number) => AsyncIterable<Batch>;

/** How candidates of a search are looked at, in plain JSON. */
export interface Looking extends Pick<ProbeOptions, "gaussians" | "fixed"> {
  /** Seconds that a look may take, where whoever looks can be ended. */
  readonly seconds?: number | undefined;
}

/** Who does the work: this thread, or others. */
export interface Executor {
  readonly source: DrawSource;
  /** By the method that is asked for, or the best there is. */
  compute(question: Question, method: Method | undefined): Promise<Computed>;
  /**
   * Looks at a candidate for the cell of a question, whose own is left aside.
   *
   * @throws TookTooLong where the look was ended.
   */
  probe(question: Question, candidate: Candidate, options: Looking): Promise<Probe>;
}
