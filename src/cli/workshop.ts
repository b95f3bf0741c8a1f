import { availableParallelism } from "node:os";
import { localRunner } from "../auditor/campaign/local-runner.js";
import type { Runner, WorkProgress } from "../auditor/campaign/runner.js";
import { threadRunner } from "../auditor/campaign/thread-runner.js";
import type { Executor } from "../auditor/executor.js";
import { executorOver } from "../auditor/executor-over.js";
import { localExecutor } from "../auditor/local-executor.js";
import type { OpenPaper } from "../auditor/open-paper.js";
import { formatNumber } from "../numbers/format-number.js";
import { interruptSignal } from "./interrupt.js";
import { parseCount } from "./parse-options.js";
import type { Progress } from "./progress.js";

/** Where a command's work is done. */
export interface Workshop {
  /** Jobs to have under way at a time. */
  readonly concurrency: number;
  /** Aborted by an interrupt, which ends all work. */
  readonly signal: AbortSignal | undefined;
  /** Who does the work of audits of a paper. */
  executorFor(paper: OpenPaper): Executor;
  /** Who does the jobs of a paper's campaigns. */
  runnerFor(paper: OpenPaper): Runner;
  /** Who does a job of a paper beside this thread, on this machine. */
  asideFor(paper: OpenPaper): Runner;
  close(): Promise<void>;
}

/** Other machines. */
export interface Elsewhere {
  /** Opens the way there for a paper's jobs. */
  runnerFor(paper: OpenPaper): Runner;
  /** Jobs to have under way at a time. */
  readonly concurrency: number;
}

/** What is to be done there. */
export interface Shift {
  /** Threads. */
  readonly workers: number;
  /** Whoever works elsewhere, in place of threads. */
  readonly elsewhere?: Elsewhere | undefined;
  readonly note: Progress["note"];
}

/**
 * --workers as typed: as many as there are cores if left out.
 *
 * @throws UsageError if it is no such number.
 */
export function parseWorkers(asked: string | undefined): number {
  return asked === undefined ? Math.min(availableParallelism(), 64) : parseCount("--workers", asked, 256, 0);
}

/**
 * Threads that compute and draw, be it a single question: while others work this one hears an interrupt whatever they are
 * at. If there are to be none it does everything and could not hear one; the operating system's own answer, the end of the
 * process, is left in place.
 */
export function openWorkshop({ workers, elsewhere, note }: Shift): Workshop {
  const alone = !elsewhere && workers === 0;
  const signal = alone ? undefined : interruptSignal();
  const runners: Runner[] = [];
  // What is under way may take minutes: an interrupt does not wait for it.
  signal?.addEventListener("abort", () => {
    for (const runner of runners) void runner.close(signal.reason);
  });
  const onProgress = ({ what, done, total }: WorkProgress) => {
    note(`${what}: ${formatNumber(done)} of ${formatNumber(total)} of a draw`);
  };
  const kept = (runner: Runner) => {
    runners.push(runner);
    return runner;
  };
  const threads = (open: OpenPaper, count: number) =>
    workers === 0 ? localRunner(open, onProgress) : threadRunner(count, open.place, onProgress);
  const runnerFor = (open: OpenPaper) => kept(elsewhere?.runnerFor(open) ?? threads(open, workers));
  return {
    concurrency: elsewhere?.concurrency ?? workers + 1,
    signal,
    executorFor(open) {
      return alone ? localExecutor(open.additions) : executorOver(runnerFor(open));
    },
    runnerFor,
    asideFor: (open) => kept(threads(open, 1)),
    async close() {
      await Promise.all(runners.map((runner) => runner.close()));
    },
  };
}
