import { Worker } from "node:worker_threads";
import { AuditError } from "./audit-error.js";
import type { Batch } from "./draw-batch.js";
import type { Computed, Executor } from "./executor.js";
import type { DrawProgress, Job, PortableQuestion, Reply, WorkerData, WorkerError } from "./messages.js";
import type { PaperPlace } from "./open-paper.js";
import type { Question } from "./question.js";
import type { Probe } from "./search/probe.js";

/** Worker threads. */
export interface Pool extends Executor {
  /** Ends the threads; what is under way is lost, and whoever waits for them gets the reason. */
  close(reason?: unknown): Promise<void>;
}

interface Waiting {
  readonly job: Job;
  resolve(reply: Answer): void;
  reject(error: unknown): void;
}

/** What a job came to. */
type Answer = Extract<Reply, { readonly batch: Batch } | { readonly computed: Computed } | { readonly probe: Probe }>;

/** First what is computed, then first draws: a question whose draws are long keeps no quick one waiting. */
const rank = (job: Job) => ("from" in job ? job.from : -1);

function portable({ claim, ...rest }: Question): PortableQuestion {
  return { ...rest, claim: claim.id };
}

/** What a worker reports of its own accord, as an error of this thread. */
function errorOf({ ofClaim, message }: WorkerError): Error {
  return ofClaim ? new AuditError(message) : new Error(message);
}

/**
 * A pool of up to `size` threads for the claims of a paper; `onProgress` hears of draws that take long. Threads start
 * when there is work for them. Batches come back in draw order, so rows do not depend on `size`.
 */
export function openPool(size: number, place: PaperPlace, onProgress?: (progress: DrawProgress) => void): Pool {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const workers: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  let closed = false;

  function dispatch(): void {
    while (queue.length > 0) {
      const worker = idle.pop() ?? (workers.length < size ? startWorker() : undefined);
      const next = worker && queue.shift();
      if (!next) return;
      busy.set(worker, next);
      worker.postMessage(next.job);
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
    worker.on("message", (reply: Reply) => {
      if ("progress" in reply) {
        onProgress?.(reply.progress);
        return;
      }
      const waiting = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      if ("error" in reply) waiting?.reject(errorOf(reply.error));
      else waiting?.resolve(reply);
      // After whoever waited has asked for more, which may come first.
      setImmediate(dispatch);
    });
    worker.on("error", failAll);
    worker.on("exit", (code) => {
      if (!closed)
        failAll(
          new Error(
            `a worker thread stopped by itself with exit code ${code}; a claim or its sampler may have called process.exit`,
          ),
        );
    });
    workers.push(worker);
    return worker;
  }

  function run(job: Job): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (closed) {
        reject(new Error("the pool of workers is closed"));
        return;
      }
      const after = queue.findIndex((other) => rank(other.job) > rank(job));
      queue.splice(after < 0 ? queue.length : after, 0, { job, resolve, reject });
      dispatch();
    });
  }

  async function draw(question: Question, from: number, to: number): Promise<Batch> {
    const answer = await run({ question: portable(question), from, to });
    if ("batch" in answer) return answer.batch;
    throw new Error("a worker thread gave no draws");
  }

  return {
    async compute(question, method) {
      const answer = await run({ question: portable(question), method });
      if ("computed" in answer) return answer.computed;
      throw new Error("a worker thread computed nothing");
    },
    async probe(question, candidate, looking) {
      const answer = await run({ question: portable(question), candidate, looking });
      if ("probe" in answer) return answer.probe;
      throw new Error("a worker thread looked at nothing");
    },
    // Each question keeps a few batches in flight, so that the threads never wait for the judge.
    source: async function* (question, limit, batchSize) {
      const ahead: Promise<Batch>[] = [];
      let asked = 0;
      const ask = () => {
        if (asked >= limit) return;
        const to = Math.min(limit, asked + batchSize);
        const batch = draw(question, asked, to);
        // A batch that nobody will wait for any more must not count as an unhandled rejection.
        batch.catch(() => undefined);
        ahead.push(batch);
        asked = to;
      };
      for (let i = 0; i <= size; i++) ask();
      for (let next = ahead.shift(); next; next = ahead.shift()) {
        const batch = await next;
        ask();
        yield batch;
      }
    },
    async close(reason = new Error("the pool of workers is closed")) {
      failAll(reason);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
