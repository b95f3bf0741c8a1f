import { availableParallelism } from "node:os";
import type { Executor } from "../auditor/executor.js";
import { localExecutor } from "../auditor/local-executor.js";
import type { DrawProgress } from "../auditor/messages.js";
import type { OpenPaper } from "../auditor/open-paper.js";
import { openPool, type Pool } from "../auditor/pool.js";
import { formatNumber } from "../numbers/format-number.js";
import { interruptSignal } from "./interrupt.js";
import { parseCount } from "./parse-options.js";
import type { Progress } from "./progress.js";

/** Where a command's work is done. */
export interface Workshop {
  /** Questions to have under way at a time. */
  readonly concurrency: number;
  /** Aborted by an interrupt, which ends all work. */
  readonly signal: AbortSignal | undefined;
  /** Who works for a paper. */
  executorFor(paper: Pick<OpenPaper, "place" | "additions">): Executor;
  close(): Promise<void>;
}

/** So few questions are computed in this thread: sooner than another one has started. */
const ALONE = 2;

/**
 * --workers as typed: as many as there are cores if left out.
 *
 * @throws UsageError if it is no such number.
 */
export function parseWorkers(asked: string | undefined): number {
  return asked === undefined ? Math.min(availableParallelism(), 64) : parseCount("--workers", asked, 256, 0);
}

/**
 * Threads that compute and draw; this one does everything if there are to be none, and computes what little there is. While
 * others work it hears an interrupt whatever they are at; while it computes itself, it could not, and the operating
 * system's own answer, the end of the process, is left in place.
 */
export function openWorkshop(workers: number, questions: number, { note }: Pick<Progress, "note">): Workshop {
  const alone = workers === 0 || questions <= ALONE;
  const interrupt = alone ? undefined : interruptSignal();
  const signal = interrupt?.signal;
  const pools: Pool[] = [];
  // What is under way may take minutes: an interrupt does not wait for it.
  signal?.addEventListener("abort", () => {
    for (const pool of pools) void pool.close(signal.reason);
  });
  const onProgress = ({ claim, done, total }: DrawProgress) => {
    note(`${claim}: ${formatNumber(done)} of ${formatNumber(total)} of a draw`);
  };
  return {
    concurrency: workers + 1,
    signal,
    executorFor({ place, additions }) {
      const local = localExecutor(additions);
      if (workers === 0) return local;
      const pool = openPool(workers, place, onProgress);
      pools.push(pool);
      return alone ? { ...pool, compute: local.compute } : pool;
    },
    async close() {
      interrupt?.dispose();
      await Promise.all(pools.map((pool) => pool.close()));
    },
  };
}
