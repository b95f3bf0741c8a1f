import { randomUUID } from "node:crypto";
import type { Job } from "bullmq";
import { messageOf } from "../../numbers/message-of.js";
import { type Json, jsonOrNull } from "../json.js";
import type { OpenPaper } from "../open-paper.js";
import { type Reply, resultOf, taskServer } from "../task-server.js";
import { type ProgramIdentity, programText, queued, queueName, readReply } from "./queue.js";
import type { Redis } from "./redis.js";
import type { Runner, Work } from "./runner.js";

/** Jobs of a campaign to have in the queue at a time. */
export const CONCURRENCY = 256;

/** Jobs are looked after so often: an event may be lost with the connection, a job with the Redis. */
const LOOK_EVERY_MS = 3000;
/** How long a job waits before somebody is told that nobody takes it. */
const LONELY_MS = 4000;
/** Replies that are none are asked for again so often. */
const TRIES = 3;
/** Finished jobs stay this long, in seconds, for whoever missed the event. */
const KEPT = { age: 600, count: 2000 };

interface Waiting {
  readonly work: Work;
  readonly since: number;
  tries: number;
  resolve(reply: Reply): void;
  reject(error: unknown): void;
}

/** Jobs done by whichever workers take them from a queue on a Redis, for as long as it takes. */
export function redisRunner(
  { shown, bullmq, connect }: Redis,
  program: ProgramIdentity,
  open: OpenPaper,
  warn: (line: string) => void,
): Runner {
  const { Queue, QueueEvents } = bullmq;
  const name = queueName(program);
  const connections = [connect(), connect()];
  const queue = new Queue(name, {
    connection: connections[0],
    streams: { events: { maxLen: 4 * CONCURRENCY } },
    defaultJobOptions: { removeOnComplete: KEPT, removeOnFail: KEPT },
  });
  const events = new QueueEvents(name, { connection: connections[1] });
  const listening = events.waitUntilReady();
  listening.catch(() => undefined);
  // They say what the connections say, which is heard there.
  queue.on("error", () => undefined);
  events.on("error", () => undefined);
  const server = taskServer(open);
  const campaign = randomUUID();
  const waiting = new Map<string, Waiting>();
  let [count, lastAnswer, closed] = [0, performance.now(), false];

  async function put(id: string, work: Work): Promise<void> {
    await listening;
    await queue.add("job", queued(program, work), { jobId: id });
  }

  function send(id: string, entry: Waiting): void {
    put(id, entry.work).catch((error: unknown) => {
      // Whoever looks after the jobs will send it again.
      if (!closed) warn(`a job could not be sent to ${shown} (${messageOf(error)})`);
    });
  }

  /** Whether a reply is one of the job: anybody who can reach the Redis may have written it. */
  async function isReplyTo({ task, payload }: Work, reply: Reply): Promise<boolean> {
    return !("value" in reply) || (await server.task(task)).isResult(reply.value, payload);
  }

  async function settle(id: string, returned: Json): Promise<void> {
    const entry = waiting.get(id);
    if (!entry) return;
    lastAnswer = performance.now();
    const reply = readReply(returned);
    if (reply && (await isReplyTo(entry.work, reply))) {
      waiting.delete(id);
      entry.resolve(reply);
      return;
    }
    if (++entry.tries < TRIES) {
      warn("a worker's reply is none; its job is sent again");
      await queue.remove(id);
      send(id, entry);
      return;
    }
    waiting.delete(id);
    entry.reject(new Error(`workers at ${shown} reply what is no result of ${entry.work.task}`));
  }

  function fail(id: string, reason: string): void {
    const entry = waiting.get(id);
    waiting.delete(id);
    entry?.reject(new Error(`workers at ${shown} cannot do a job of ${entry.work.task}: ${reason}`));
  }

  async function lookAfter(id: string, entry: Waiting): Promise<void> {
    const job: Job<unknown, Json> | undefined = await queue.getJob(id);
    if (!waiting.has(id)) return;
    if (!job) {
      send(id, entry);
      return;
    }
    const state = await job.getState();
    if (state === "completed") await settle(id, job.returnvalue);
    else if (state === "failed") fail(id, job.failedReason);
  }

  /** Takes back what nobody waits for any more. What somebody is at goes on, for nothing. */
  async function takeBack(): Promise<void> {
    for (const [id, { work, reject }] of waiting) {
      if (!work.signal?.aborted) continue;
      waiting.delete(id);
      reject(work.signal.reason);
      await queue.remove(id).catch(() => undefined);
    }
  }

  let lonely = false;
  async function look(): Promise<void> {
    await takeBack();
    const old = [...waiting].filter(([, { since }]) => performance.now() - since > LOOK_EVERY_MS);
    await Promise.all(old.map(async ([id, entry]) => lookAfter(id, entry)));
    const silent = waiting.size > 0 && performance.now() - lastAnswer > LONELY_MS;
    const alone = silent && (await queue.getWorkersCount()) === 0;
    if (alone && !lonely)
      warn(
        `nobody takes jobs at ${shown} yet: lemmacheck worker --redis URL must run somewhere, as ${programText(program)}`,
      );
    lonely = alone;
  }

  let looking = false;
  const timer = setInterval(() => {
    if (looking || connections[0].status !== "ready") return;
    looking = true;
    look()
      .catch(() => undefined)
      .finally(() => {
        looking = false;
      });
  }, LOOK_EVERY_MS);

  events.on("completed", ({ jobId, returnvalue }: { jobId: string; returnvalue: unknown }) => {
    // BullMQ hands JSON on as text or as what it says, depending on its version.
    const returned = typeof returnvalue === "string" ? jsonOrNull(returnvalue) : returnvalue;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    void settle(jobId, returned as Json).catch(() => undefined);
  });
  events.on("failed", ({ jobId, failedReason }) => fail(jobId, failedReason));

  return {
    grain: 64,
    ahead: 16,
    async run(work) {
      if (closed) throw new Error("no more jobs are taken");
      const id = `${campaign}-${count++}`;
      const reply = new Promise<Reply>((resolve, reject) => {
        const entry: Waiting = { work, since: performance.now(), tries: 0, resolve, reject };
        waiting.set(id, entry);
        send(id, entry);
      });
      return resultOf(await reply);
    },
    async close(reason = new Error("no more jobs are taken")) {
      if (closed) return;
      closed = true;
      clearInterval(timer);
      const left = [...waiting];
      waiting.clear();
      for (const [, entry] of left) entry.reject(reason);
      const ready = connections[0].status === "ready";
      // What nobody has begun is taken back; an interrupt does not wait for it.
      const takenBack = ready ? Promise.allSettled(left.map(async ([id]) => queue.remove(id))) : Promise.resolve();
      await Promise.race([takenBack, new Promise((resolve) => setTimeout(resolve, 500).unref())]);
      for (const connection of connections) connection.disconnect();
      await Promise.race([
        Promise.allSettled([queue.close(), events.close()]),
        new Promise((resolve) => setTimeout(resolve, 200).unref()),
      ]);
    },
  };
}
