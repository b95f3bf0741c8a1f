import { programText } from "../auditor/campaign/queue.js";
import { threadRunner } from "../auditor/campaign/thread-runner.js";
import { ownVersion } from "../auditor/own-version.js";
import type { Context } from "./context.js";
import { interruptSignal } from "./interrupt.js";
import { configDigest } from "./keep-journal.js";
import { oneLine } from "./printable.js";
import { UsageError } from "./usage-error.js";
import { parseWorkers } from "./workshop.js";

/** The options of `worker`, as typed. */
export interface WorkerFlags {
  readonly redis?: string;
  readonly workers?: string;
}

const REPORT_EVERY_MS = 10_000;

const say = (line: string) => process.stderr.write(`${oneLine(line)}\n`);

/** `worker --redis URL`: does jobs until it is interrupted. */
export async function workerCommand(flags: WorkerFlags, { open: { place } }: Context): Promise<void> {
  if (flags.redis === undefined) throw new UsageError("--redis is missing; it must be given: redis://HOST[:PORT]");
  const threads = parseWorkers(flags.workers);
  if (threads === 0)
    throw new UsageError("--workers is 0; it must be an integer from 1 to 256, since the jobs are for threads");
  const { openRedis } = await import("../auditor/campaign/redis.js");
  const { queueWorker } = await import("../auditor/campaign/redis-worker.js");
  const program = { version: ownVersion(), paper: place.paper, config: await configDigest(place) };
  const redis = await openRedis(flags.redis, say);
  const signal = interruptSignal();
  const worker = queueWorker(redis, program, threadRunner(threads, place), threads);
  say(`working for ${redis.shown} with ${threads} ${threads === 1 ? "thread" : "threads"}: ${programText(program)}`);
  let [before, since] = [0, performance.now()];
  const report = () => {
    const { done, failed } = worker.counts;
    const seconds = (performance.now() - since) / 1000;
    if (done + failed > before)
      say(
        `${done} jobs done${failed > 0 ? `, ${failed} could not be` : ""}, ${((done + failed - before) / seconds).toPrecision(3)} a second`,
      );
    [before, since] = [done + failed, performance.now()];
  };
  const timer = setInterval(report, REPORT_EVERY_MS);
  const interrupted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  try {
    await Promise.race([worker.ended, interrupted]);
  } finally {
    clearInterval(timer);
    await worker.close();
    report();
  }
}
