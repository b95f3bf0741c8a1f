import { localRunner } from "../auditor/campaign/local-runner.js";
import type { Runner } from "../auditor/campaign/runner.js";
import { threadRunner } from "../auditor/campaign/thread-runner.js";
import type { Claim } from "../auditor/claim.js";
import type { Executor } from "../auditor/executor.js";
import { executorOver } from "../auditor/executor-over.js";
import { localExecutor } from "../auditor/local-executor.js";
import type { OpenPaper } from "../auditor/open-paper.js";
import { localRepairers, type Repairers, repairersOver } from "../auditor/search/repairs/repairers.js";
import { interruptSignal } from "./interrupt.js";
import type { Elsewhere } from "./workshop.js";

/** Who works for a search. */
export interface SearchShop {
  readonly signal: AbortSignal | undefined;
  /** Who looks at cells now; `until` ends what this thread is at. */
  executor(until: AbortSignal): Executor;
  /** Who looks for repairs; a look may take so many seconds, where whoever looks can be ended. */
  repairers(until: AbortSignal, seconds: number): Repairers;
  /** Somebody on this machine to do a job beside them; to be closed by whoever asks. */
  aside(): Runner;
  /** Waits until whoever works is ready: time begins then. */
  ready(claim: Claim): Promise<void>;
  /** After a search whose time was over: what threads are still at is given up. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Threads that look at cells, workers elsewhere in their place, or this one if there are to be none. A look may take long: when the time is over, the threads
 * are ended and others started; this thread only stops between two looks, and an interrupt then ends the process as it
 * ends any.
 */
export function openSearchShop(workers: number, open: OpenPaper, elsewhere: Elsewhere | undefined): SearchShop {
  const { place, additions } = open;
  if (workers === 0 && !elsewhere)
    return {
      signal: undefined,
      executor: (until) => localExecutor(additions, until),
      repairers: (until) => localRepairers(additions, until),
      aside: () => localRunner(open),
      ready: async () => undefined,
      renew: async () => undefined,
      close: async () => undefined,
    };
  const signal = interruptSignal();
  let runner: Runner | undefined;
  const asides: Runner[] = [];
  signal.addEventListener("abort", () => {
    for (const one of [...asides, ...(runner ? [runner] : [])]) void one.close(signal.reason);
  });
  const running = () => (runner ??= elsewhere ? elsewhere.runnerFor(open) : threadRunner(workers, place));
  const working = () => executorOver(running());
  return {
    signal,
    executor: working,
    repairers: (_, seconds) => repairersOver(running(), { additions, seconds }),
    aside() {
      const one = workers === 0 ? localRunner(open) : threadRunner(1, place);
      asides.push(one);
      return one;
    },
    async ready(claim) {
      const { probe } = working();
      // A cell without values is outside of any claim, but a thread has to have opened the paper to say so.
      const nowhere = { cell: {}, raise: "none" } as const;
      await Promise.all(
        Array.from({ length: elsewhere ? 1 : workers }, () => probe({ claim, cell: {} }, nowhere, { gaussians: 0 })),
      );
    },
    async renew() {
      // Workers elsewhere finish what they are at, for nobody.
      if (elsewhere) return;
      const old = runner;
      runner = undefined;
      await old?.close();
    },
    async close() {
      await Promise.all([...asides, ...(runner ? [runner] : [])].map((one) => one.close()));
    },
  };
}
