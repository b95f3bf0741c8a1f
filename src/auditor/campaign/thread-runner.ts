import { Worker } from "node:worker_threads";
import type { Json } from "../json.js";
import type { PaperPlace } from "../open-paper.js";
import { type Reply, resultOf } from "../task-server.js";
import type { WorkerData, WorkerMessage } from "../worker.js";
import type { Runner, Work, WorkProgress } from "./runner.js";
import { RunnerEnded } from "./runner-ended.js";

interface Waiting {
  readonly work: Work;
  resolve(reply: Reply): void;
  reject(error: unknown): void;
}

const rankOf = ({ rank = 0 }: Work) => rank;

/**
 * A pool of up to `size` threads for the tasks of a paper; `onProgress` hears of jobs that take long. Threads start when
 * there is work for them.
 */
export function threadRunner(size: number, place: PaperPlace, onProgress?: (progress: WorkProgress) => void): Runner {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const workers: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
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
    }
  }

  function failAll(error: unknown): void {
    closed = true;
    for (const waiting of [...busy.values(), ...queue]) waiting.reject(error);
    busy.clear();
    queue.length = 0;
  }

  function startWorker(): Worker {
    const data: WorkerData = { place };
    const worker = new Worker(new URL(import.meta.resolve("lemmacheck/worker")), { workerData: data });
    worker.on("message", (message: WorkerMessage) => {
      if ("progress" in message) {
        onProgress?.(message.progress);
        return;
      }
      const waiting = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      waiting?.resolve(message);
      // After whoever waited has asked for more, which may come first.
      setImmediate(dispatch);
    });
    worker.on("error", failAll);
    worker.on("exit", (code) => {
      if (!closed)
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
