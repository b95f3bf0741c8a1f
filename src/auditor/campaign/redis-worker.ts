import type { Job, JobJson } from "bullmq";
import { type Json, jsonOrNull } from "../json.js";
import { errorReply, type Reply } from "../task-server.js";
import { type ProgramIdentity, queueName, readQueued } from "./queue.js";
import type { Redis } from "./redis.js";
import type { Runner } from "./runner.js";
import { RunnerEnded } from "./runner-ended.js";

/** A worker says so often that it is alive; a job of one that has not for LOCK_MS is given to another. */
const LOCK_MS = 6000;
const STALLED_MS = 3000;
/** Jobs that have ended so many workers are not given to another. */
const MOST_DEATHS = 20;

/** What a worker has done. */
interface WorkerCounts {
  done: number;
  failed: number;
}

/** Takes jobs from a queue until it is told to stop. */
export interface QueueWorker {
  readonly counts: Readonly<WorkerCounts>;
  /** Rejects when those who do the jobs have ended by themselves. */
  readonly ended: Promise<never>;
  /** Puts back what is under way. */
  close(): Promise<void>;
}

/** Has jobs of a program's queue done by a runner, `concurrency` at a time. */
export function queueWorker(
  { bullmq, connect }: Redis,
  program: ProgramIdentity,
  runner: Runner,
  concurrency: number,
): QueueWorker {
  const { Worker, WaitingError } = bullmq;
  const counts: WorkerCounts = { done: 0, failed: 0 };
  const connection = connect();
  let reject: (error: Error) => void = () => undefined;
  const ended = new Promise<never>((_, fail) => {
    reject = fail;
  });
  ended.catch(() => undefined);

  async function process(job: Job<Json>, token?: string): Promise<Reply> {
    try {
      const value = await runner.run(readQueued(job.data, program));
      counts.done++;
      return { value };
    } catch (error) {
      if (error instanceof RunnerEnded) {
        reject(error);
        await job.moveToWait(token);
        throw new WaitingError();
      }
      counts.failed++;
      return errorReply(error);
    }
  }

  /** What has no JSON in it is refused like any other job that is none; bullmq would leave it to one worker after another. */
  class Tolerant extends Worker<Json, Reply> {
    protected override createJob(raw: JobJson, id: string): Job<Json, Reply> {
      return super.createJob(jsonOrNull(raw.data) === null ? { ...raw, data: "null" } : raw, id);
    }
  }

  const worker = new Tolerant(queueName(program), process, {
    connection,
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_MS,
    maxStalledCount: MOST_DEATHS,
  });
  // The connection says what there is to say; a lost lock means that another does the job again.
  worker.on("error", () => undefined);
  return {
    counts,
    ended,
    async close() {
      // No new job is taken; those under way are put back as the runner ends.
      const ending = worker.close(true).catch(() => undefined);
      await runner.close(new RunnerEnded("stopped"));
      await Promise.race([ending, new Promise((resolve) => setTimeout(resolve, 500).unref())]);
      connection.disconnect();
    },
  };
}
