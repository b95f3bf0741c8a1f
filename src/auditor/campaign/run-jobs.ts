import type { Json } from "../json.js";
import { takeTurns } from "../pause.js";
import type { Records } from "./records.js";

/** How jobs are done. */
export interface RunOptions<J, R> {
  /** Jobs to have under way at a time; 1 if left out. */
  readonly concurrency?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What is known already, and where results are kept; nothing and nowhere if left out. */
  readonly records?: Records | undefined;
  /** Does one. */
  run(job: J, signal: AbortSignal): Promise<R>;
  /** A result as it is kept. */
  write(result: R): Json;
  /** A result as it was kept; undefined if it is none of the job. */
  read(x: Json, job: J): R | undefined;
  /** Called with each result as it is there, in any order; `fresh` unless it was known. */
  onResult?(result: R, job: J, fresh: boolean): void;
}

/**
 * Does jobs, several at a time, begun in their order. What is known already is not done again.
 *
 * @param jobs may go on making more while these are done.
 * @throws what the first job to fail throws, CampaignError where a result cannot be kept; the others are abandoned.
 */
export async function runJobs<J extends { readonly key: string }, R>(
  jobs: Iterable<J>,
  { concurrency = 1, signal: outer, records, run, write, read, onResult }: RunOptions<J, R>,
): Promise<void> {
  const failure = new AbortController();
  const signal = outer ? AbortSignal.any([outer, failure.signal]) : failure.signal;
  const iterator = jobs[Symbol.iterator]();
  const settle = async () => {
    for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
      await takeTurns(signal);
      const job = next.value;
      const kept = records?.get(job.key);
      const known = kept === undefined ? undefined : read(kept, job);
      const result = known ?? (await run(job, signal));
      if (known === undefined) records?.add(job.key, write(result));
      onResult?.(result, job, known === undefined);
    }
  };
  const lanes = Array.from({ length: Math.max(1, concurrency) }, settle);
  try {
    await Promise.all(lanes);
  } catch (error) {
    failure.abort(error);
    await Promise.allSettled(lanes);
    throw error;
  }
}
