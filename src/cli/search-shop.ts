import type { Executor } from "../auditor/executor.js";
import { localExecutor } from "../auditor/local-executor.js";
import type { OpenPaper } from "../auditor/open-paper.js";
import { openPool, type Pool } from "../auditor/pool.js";
import { interruptSignal } from "./interrupt.js";

/** Who works for a search. */
export interface SearchShop {
  readonly signal: AbortSignal | undefined;
  /** Who looks at cells now; `until` ends what this thread is at. */
  executor(until: AbortSignal): Executor;
  /** After a search whose time was over: what threads are still at is given up. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Threads that look at cells, or this one if there are to be none. A look may take long: when the time is over, the threads
 * are ended and others started; this thread only stops between two looks, and an interrupt then ends the process as it
 * ends any.
 */
export function openSearchShop(workers: number, { place, additions }: OpenPaper): SearchShop {
  if (workers === 0)
    return {
      signal: undefined,
      executor: (until) => localExecutor(additions, until),
      renew: async () => undefined,
      close: async () => undefined,
    };
  const interrupt = interruptSignal();
  const { signal } = interrupt;
  let pool: Pool | undefined;
  signal.addEventListener("abort", () => void pool?.close(signal.reason));
  return {
    signal,
    executor: () => (pool ??= openPool(workers, place)),
    async renew() {
      const old = pool;
      pool = undefined;
      await old?.close();
    },
    async close() {
      interrupt.dispose();
      await pool?.close();
    },
  };
}
