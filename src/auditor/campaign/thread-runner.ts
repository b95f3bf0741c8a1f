import { Worker } from "node:worker_threads";
import type { Json } from "../json.js";
import type { PaperPlace } from "../open-paper.js";
import { type Reply, resultOf } from "../task-server.js";
import type { WorkerData, WorkerMessage } from "../worker.js";
import type { Runner, Work, WorkProgress } from "./runner.js";
import { RunnerEnded } from "./runner-ended.js";
import { TookTooLong } from "./took-too-long.js";

interface Waiting {
  readonly work: Work;
  resolve(reply: Reply): void;
  reject(error: unknown): void;
}

/** What is asked of a thread. */
export type Thread = Pick<Worker, "on" | "postMessage" | "terminate">;

const startThread = (data: WorkerData): Thread =>
  new Worker(new URL(import.meta.resolve("lemmacheck/worker")), { workerData: data });

const rankOf = ({ rank = 0 }: Work) => rank;

/**
 * A pool of up to `size` threads for the tasks of a paper; `onProgress` hears of jobs that take long. Threads start when
 * there is work for them, and end with a job that takes longer than it may.
 *
 * @param start Node's own threads unless given: tests have others.
 */
export function threadRunner(
  size: number,
  place: PaperPlace,
  onProgress?: (progress: WorkProgress) => void,
  start: (data: WorkerData) => Thread = startThread,
): Runner {
  const queue: Waiting[] = [];
  const idle: Thread[] = [];
  const workers: Thread[] = [];
  const busy = new Map<Thread, Waiting>();
  /** Those that have opened the paper. */
  const ready = new Set<Thread>();
  const timers = new Map<Thread, NodeJS.Timeout>();
  let closed = false;

  /** The next job that somebody still waits for. */
  function takeNext(): Waiting | undefined {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (!next.work.signal?.aborted) return next;
      next.reject(next.work.signal.reason);
    }
    return undefined;
  }

  function dispatch(): void {
    while (queue.length > 0) {
      const worker = idle.pop() ?? (workers.length < size ? startWorker() : undefined);
      if (!worker) return;
      const next = takeNext();
      if (!next) {
        idle.push(worker);
        return;
      }
      busy.set(worker, next);
      const { task, payload } = next.work;
      worker.postMessage({ task, payload } satisfies Work);
      if (ready.has(worker)) startTimer(worker);
    }
  }

  /** A job's time runs from when its thread is at it. */
  function startTimer(worker: Thread): void {
    const seconds = busy.get(worker)?.work.seconds;
    if (seconds !== undefined)
      timers.set(
        worker,
        setTimeout(() => giveUp(worker, seconds), 1000 * seconds),
      );
  }

  function stopTimer(worker: Thread): void {
    clearTimeout(timers.get(worker));
    timers.delete(worker);
  }

  /** Ends a thread that is at a job for too long; another takes its place when there is work. */
  function giveUp(worker: Thread, seconds: number): void {
    const waiting = busy.get(worker);
    busy.delete(worker);
    timers.delete(worker);
    ready.delete(worker);
    workers.splice(workers.indexOf(worker), 1);
    void worker.terminate();
    waiting?.reject(new TookTooLong(`it took over ${seconds} s`));
    dispatch();
  }

  function failAll(error: unknown): void {
    closed = true;
    for (const worker of workers) stopTimer(worker);
    for (const waiting of [...busy.values(), ...queue]) waiting.reject(error);
    busy.clear();
    queue.length = 0;
  }

  function startWorker(): Thread {
    const worker = start({ place });
    worker.on("message", (message: WorkerMessage) => {
      if (!workers.includes(worker)) return;
      if ("progress" in message) {
        onProgress?.(message.progress);
        return;
      }
      if ("ready" in message) {
        ready.add(worker);
        startTimer(worker);
        return;
      }
      stopTimer(worker);
      const waiting = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      waiting?.resolve(message);
      // After whoever waited has asked for more, which may come first.
      setImmediate(dispatch);
    });
    worker.on("error", failAll);
    worker.on("exit", (code) => {
      if (!closed && workers.includes(worker))
        failAll(
          new RunnerEnded(
            `a worker thread stopped by itself with exit code ${code}; a claim or its sampler may have called process.exit`,
          ),
        );
    });
    workers.push(worker);
    return worker;
  }

  function reply(work: Work): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (closed) {
        reject(new RunnerEnded("the pool of workers is closed"));
        return;
      }
      const after = queue.findIndex((other) => rankOf(other.work) > rankOf(work));
      queue.splice(after < 0 ? queue.length : after, 0, { work, resolve, reject });
      dispatch();
    });
  }

  return {
    grain: 1,
    ahead: size + 1,
    run: async (work): Promise<Json> => resultOf(await reply(work)),
    async close(reason = new RunnerEnded("the pool of workers is closed")) {
      failAll(reason);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
