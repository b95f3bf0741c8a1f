// What is none is passed as if it were one.
// oxlint-disable typescript/no-unsafe-type-assertion
import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AuditError } from "../audit-error.js";
import { integers } from "../domains.js";
import type { Json } from "../json.js";
import type { OpenPaper } from "../open-paper.js";
import { definePaper } from "../paper.js";
import { parameter } from "../parameter.js";
import { queued, queueName } from "./queue.js";
import type { Redis } from "./redis.js";
import { openRedis } from "./redis.js";
import { CONCURRENCY, redisRunner } from "./redis-runner.js";
import { queueWorker } from "./redis-worker.js";
import type { Runner } from "./runner.js";
import { RunnerEnded } from "./runner-ended.js";

const program = { version: "1.2.3", paper: "own", config: null };
const paper = definePaper({
  id: "own",
  title: "Own",
  authors: [],
  year: 2020,
  source: "nowhere",
  parameters: [parameter({ name: "n", domain: integers(1, 2) })],
  claims: [],
  tasks: { count: async () => ({ run: (payload) => payload, isResult: (x) => typeof x === "number" }) },
});
const open: OpenPaper = {
  paper,
  claims: paper.claims,
  claim: paper.claim,
  parameters: [],
  additions: {},
  place: { home: "", config: null, configName: "", paper: "own" },
};

/** A job that lies in a queue. */
interface Lying {
  state: string;
  returnvalue?: unknown;
  failedReason?: string;
}

/** A Redis that is none, and all that was asked of it. */
function pretended() {
  const calls: unknown[][] = [];
  const jobs = new Map<string, Lying>();
  const connections: { status: string }[] = [];
  const state = { workers: 0, refuses: false, hangs: false };
  const parts: {
    queue?: EventEmitter;
    events?: EventEmitter;
    worker?: EventEmitter;
    process?: (job: unknown, token?: string) => Promise<unknown>;
  } = {};
  class Queue extends EventEmitter {
    constructor(name: string, { connection, ...options }: Record<string, unknown>) {
      super();
      expect(connections).toContain(connection);
      calls.push(["queue", name, options]);
      parts.queue = this;
    }
    async add(name: string, data: unknown, options: { jobId: string }) {
      calls.push(["add", name, data, options.jobId.replace(/^.*-/, "#")]);
      if (state.refuses) throw new Error("refused");
      jobs.set(options.jobId, { state: "waiting" });
    }
    async getJob(id: string) {
      const job = jobs.get(id);
      return job && { ...job, getState: async () => job.state };
    }
    async remove(id: string) {
      calls.push(["remove", id.replace(/^.*-/, "#")]);
      if (state.hangs) await new Promise(() => undefined);
      jobs.delete(id);
    }
    async getWorkersCount() {
      return state.workers;
    }
    async close() {
      calls.push(["close queue"]);
    }
  }
  class QueueEvents extends EventEmitter {
    constructor(name: string) {
      super();
      calls.push(["events", name]);
      parts.events = this;
    }
    async waitUntilReady() {}
    async close() {
      calls.push(["close events"]);
    }
  }
  class WaitingError extends Error {}
  class Worker extends EventEmitter {
    constructor(
      name: string,
      process: (job: unknown, token?: string) => Promise<unknown>,
      { connection, ...options }: Record<string, unknown>,
    ) {
      super();
      expect(connections).toContain(connection);
      calls.push(["worker", name, options]);
      parts.worker = this;
      parts.process = process;
    }
    async close(force: boolean) {
      calls.push(["close worker", force]);
    }
  }
  const redis = {
    shown: "redis://there",
    bullmq: { Queue, QueueEvents, Worker, WaitingError },
    connect() {
      const connection = { status: "ready", disconnect: () => calls.push(["disconnect"]) };
      connections.push(connection);
      return connection;
    },
  } as unknown as Redis;
  const warnings: string[] = [];
  const ids = () => [...jobs.keys()];
  return {
    redis,
    calls,
    jobs,
    connections,
    state,
    parts,
    warnings,
    ids,
    WaitingError,
    warn: (line: string) => warnings.push(line),
  };
}

beforeEach(
  () =>
    void vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearTimeout", "clearInterval", "performance"] }),
);
afterEach(() => void vi.useRealTimers());
const settled = async () => {
  for (let i = 0; i < 30; i++) await Promise.resolve();
};

describe("jobs on a queue", () => {
  const started = () => {
    const there = pretended();
    const runner = redisRunner(there.redis, program, open, there.warn);
    const answer = (id: string, returnvalue: unknown) => {
      const job = there.jobs.get(id);
      if (job) Object.assign(job, { state: "completed", returnvalue });
      there.parts.events?.emit("completed", { jobId: id, returnvalue });
    };
    return { ...there, runner, answer };
  };
  const work = { task: "count", payload: { from: 1 } };

  test("are put there under names of their own, and their replies are results", async () => {
    const { runner, calls, ids, answer, warnings } = started();
    expect([CONCURRENCY, runner.grain, runner.ahead]).toEqual([256, 64, 16]);
    const [first, second, third] = [runner.run(work), runner.run(work), runner.run(work)];
    await settled();
    expect(calls.slice(0, 3)).toEqual([
      [
        "queue",
        queueName(program),
        {
          streams: { events: { maxLen: 1024 } },
          defaultJobOptions: { removeOnComplete: { age: 600, count: 2000 }, removeOnFail: { age: 600, count: 2000 } },
        },
      ],
      ["events", queueName(program)],
      ["add", "job", queued(program, work), "#0"],
    ]);
    const [one, two, three] = ids();
    answer(one, { value: 3 });
    answer(two, JSON.stringify({ value: 4 }));
    answer(three, { error: { of: "claim", message: "no" } });
    answer("other", { value: 1 });
    expect([await first, await second]).toEqual([3, 4]);
    await expect(third).rejects.toThrow(new AuditError("no"));
    expect(warnings).toEqual([]);
    await runner.close();
  });

  test("whose reply is none are sent again, three times in all", async () => {
    const { runner, calls, ids, answer, warnings } = started();
    const run = runner.run(work);
    run.catch(() => undefined);
    await settled();
    const [id] = ids();
    for (const wrong of [{ value: "x" }, "{", 1]) {
      answer(id, wrong);
      await settled();
    }
    await expect(run).rejects.toThrow(new Error("workers at redis://there reply what is no result of count"));
    expect(warnings).toEqual([
      "a worker's reply is none; its job is sent again",
      "a worker's reply is none; its job is sent again",
    ]);
    expect(calls.filter(([what]) => what === "add" || what === "remove").map(([what]) => what)).toEqual([
      "add",
      "remove",
      "add",
      "remove",
      "add",
    ]);
    await runner.close();
  });

  test("that failed there fail here", async () => {
    const { runner, ids, parts } = started();
    const run = runner.run(work);
    run.catch(() => undefined);
    await settled();
    parts.events?.emit("failed", { jobId: "other", failedReason: "x" });
    parts.events?.emit("failed", { jobId: ids()[0], failedReason: "stalled" });
    await expect(run).rejects.toThrow(new Error("workers at redis://there cannot do a job of count: stalled"));
    parts.queue?.emit("error", new Error("away"));
    parts.events?.emit("error", new Error("away"));
    await runner.close();
  });

  test("are looked after: what was lost is sent again, and what was missed is heard", async () => {
    const { runner, calls, ids, jobs, state, connections } = started();
    state.workers = 1;
    const runs = [1, 2, 3].map(() => runner.run(work));
    runs[2].catch(() => undefined);
    await settled();
    const [lost, done, failed] = ids();
    jobs.delete(lost);
    jobs.set(done, { state: "completed", returnvalue: { value: 8 } });
    jobs.set(failed, { state: "failed", failedReason: "gone" });
    connections[0].status = "reconnecting";
    await vi.advanceTimersByTimeAsync(6001);
    expect(calls.filter(([what]) => what === "add")).toHaveLength(3);
    connections[0].status = "ready";
    await vi.advanceTimersByTimeAsync(3000);
    expect(await runs[1]).toBe(8);
    await expect(runs[2]).rejects.toThrow("cannot do a job of count: gone");
    expect(calls.filter(([what]) => what === "add").map((call) => call[3])).toEqual(["#0", "#1", "#2", "#0"]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(calls.filter(([what]) => what === "add")).toHaveLength(4);
    await runner.close();
    await expect(runs[0]).rejects.toThrow("no more jobs are taken");
  });

  test("that nobody takes are told of once, until somebody is there", async () => {
    const { runner, warnings, state } = started();
    const run = runner.run(work);
    run.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(3000);
    expect(warnings).toEqual([]);
    await vi.advanceTimersByTimeAsync(9000);
    const lonely =
      "nobody takes jobs at redis://there yet: lemmacheck worker --redis URL must run somewhere, as lemmacheck 1.2.3, paper own";
    expect(warnings).toEqual([lonely]);
    state.workers = 1;
    await vi.advanceTimersByTimeAsync(3000);
    state.workers = 0;
    await vi.advanceTimersByTimeAsync(3000);
    expect(warnings).toEqual([lonely, lonely]);
    await runner.close();
  });

  test("that nobody waits for are taken back", async () => {
    const { runner, calls, ids, answer } = started();
    const end = new AbortController();
    const [run, other] = [
      runner.run({ ...work, signal: end.signal }),
      runner.run({ ...work, signal: new AbortController().signal }),
    ];
    run.catch(() => undefined);
    await settled();
    end.abort(new Error("enough"));
    await vi.advanceTimersByTimeAsync(3000);
    await expect(run).rejects.toThrow("enough");
    expect(calls.filter(([what]) => what === "remove")).toEqual([["remove", "#0"]]);
    answer(ids()[0], { value: 2 });
    expect(await other).toBe(2);
    await runner.close();
  });

  test("that cannot be sent are told of, and sent by who looks after them", async () => {
    const { runner, warnings, state, ids, answer } = started();
    state.refuses = true;
    state.workers = 1;
    const run = runner.run(work);
    await settled();
    expect(warnings).toEqual(["a job could not be sent to redis://there (refused)"]);
    state.refuses = false;
    await vi.advanceTimersByTimeAsync(6000);
    answer(ids()[0], { value: 5 });
    expect(await run).toBe(5);
    await runner.close();
  });

  test("end with the closing, which takes back what it can and waits for half a second", async () => {
    const { runner, calls, state } = started();
    const run = runner.run(work);
    run.catch(() => undefined);
    await settled();
    state.hangs = true;
    let isClosed = false;
    const closing = runner.close(new Error("stop")).then(() => {
      isClosed = true;
    });
    await expect(run).rejects.toThrow("stop");
    await vi.advanceTimersByTimeAsync(499);
    expect(isClosed).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    await closing;
    expect(calls.slice(-5)).toEqual([
      ["remove", "#0"],
      ["disconnect"],
      ["disconnect"],
      ["close queue"],
      ["close events"],
    ]);
    await runner.close();
    expect(calls.filter(([what]) => what === "disconnect")).toHaveLength(2);
    await expect(runner.run(work)).rejects.toThrow(new Error("no more jobs are taken"));
    const away = started();
    away.connections[0].status = "end";
    const left = away.runner.run(work);
    left.catch(() => undefined);
    await settled();
    await away.runner.close();
    await expect(left).rejects.toThrow("no more jobs are taken");
    expect(away.calls.some(([what]) => what === "remove")).toBe(false);
  });
});

describe("a worker at a queue", () => {
  const started = (run: Runner["run"]) => {
    const there = pretended();
    const closed: unknown[] = [];
    const runner: Runner = { grain: 1, ahead: 1, run, close: async (reason) => void closed.push(reason) };
    const worker = queueWorker(there.redis, program, runner, 3);
    const moved: unknown[] = [];
    const job = (data: Json) => ({ data, moveToWait: async (token: string) => void moved.push(token) });
    return { ...there, worker, closed, moved, job };
  };
  const data = queued(program, { task: "count", payload: 7 });

  test("does jobs of its program, and replies what they came to", async () => {
    const { worker, parts, job, calls } = started(async ({ task, payload }) => {
      if (payload === 0) throw new AuditError("no");
      return [task, payload];
    });
    expect(calls).toEqual([
      [
        "worker",
        queueName(program),
        { concurrency: 3, lockDuration: 6000, stalledInterval: 3000, maxStalledCount: 20 },
      ],
    ]);
    expect(await parts.process?.(job(data))).toEqual({ value: ["count", 7] });
    expect(worker.counts).toEqual({ done: 1, failed: 0 });
    expect(await parts.process?.(job(queued(program, { task: "count", payload: 0 })))).toEqual({
      error: { of: "claim", message: "no" },
    });
    expect(await parts.process?.(job(null))).toMatchObject({ error: { of: "input" } });
    expect(worker.counts).toEqual({ done: 1, failed: 2 });
    parts.worker?.emit("error", new Error("away"));
  });

  test("puts a job back where those who do it have ended", async () => {
    const { worker, parts, job, moved, WaitingError } = started(() => Promise.reject(new RunnerEnded("gone")));
    await expect(parts.process?.(job(data), "token")).rejects.toBeInstanceOf(WaitingError);
    await expect(worker.ended).rejects.toThrow("gone");
    expect([moved, worker.counts]).toEqual([["token"], { done: 0, failed: 0 }]);
  });

  test("is closed with all that is under way", async () => {
    const { worker, calls, closed } = started(async () => 1);
    await worker.close();
    expect(calls.slice(1)).toEqual([["close worker", true], ["disconnect"]]);
    expect(closed).toEqual([new RunnerEnded("stopped")]);
  });
});

test("an address that is none is refused, without what may be a password", async () => {
  const mustBe = "it must be redis://[USER:PASSWORD@]HOST[:PORT][/DB], or rediss:// for TLS";
  const said = async (typed: string) =>
    openRedis(typed, () => undefined).then(
      () => null,
      (error: Error) => error.message.replace(mustBe, "…"),
    );
  expect([
    await said("secret"),
    await said("http://u:secret@h"),
    await said(`${"x".repeat(30)}://secret`),
    await said("redis://"),
    await said("redis://u:secret@h/a"),
    await said("rediss://u:secret@h:1/1/2"),
  ]).toEqual([
    "--redis is no URL; …",
    "--redis is a URL of http:; …",
    `--redis is a URL of ${"x".repeat(20)}; …`,
    "--redis is without a host; …",
    "--redis is redis://h/a; …",
    "--redis is rediss://h:1/1/2; …",
  ]);
});
