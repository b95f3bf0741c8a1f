import type { Json } from "../json.js";

/** A job on its way to whoever does it. */
export interface Work {
  /** The task's name. */
  readonly task: string;
  readonly payload: Json;
  /** Lower ones are begun first; 0 if left out. */
  readonly rank?: number;
  /** Seconds that it may take once begun; without end if left out, and where whoever does it cannot be ended. */
  readonly seconds?: number | undefined;
  /** Aborted when nobody waits for it any more: one that was not begun need not be. */
  readonly signal?: AbortSignal;
}

/** How far a job that takes long has come. */
export interface WorkProgress {
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

/** Who does jobs: this thread, other threads, other machines. Results do not depend on it. */
export interface Runner {
  /** How much longer than a few milliseconds a job must be to be worth its way there. */
  readonly grain: number;
  /** The ranges of one question's draws to ask for ahead. */
  readonly ahead: number;
  /**
   * The result of a job.
   *
   * @throws AuditError, RangeError or Error, whatever the task threw; TookTooLong; RunnerEnded, or the reason of the closing.
   */
  run(work: Work): Promise<Json>;
  /** Ends all work; whoever waits for a job gets the reason. */
  close(reason?: unknown): Promise<void>;
}
