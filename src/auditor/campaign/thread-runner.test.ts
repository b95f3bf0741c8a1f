// What is none is passed as if it were one.
// oxlint-disable typescript/no-unsafe-type-assertion
import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PaperPlace } from "../open-paper.js";
import type { Runner, WorkProgress } from "./runner.js";
import { type Thread, threadRunner } from "./thread-runner.js";

const place: PaperPlace = { home: "home", config: null, configName: "", paper: "own" };

/** A thread that is none: what it was given, and what it says as the test has it. */
class Pretended extends EventEmitter {
  static readonly all: Pretended[] = [];
  readonly given: unknown[] = [];
  ended = false;
  readonly data: unknown;
  constructor(data: unknown) {
    super();
    this.data = data;
    Pretended.all.push(this);
  }
  postMessage(work: unknown) {
    this.given.push(work);
  }
  async terminate() {
    this.ended = true;
    this.emit("exit", 1);
  }
}

const pool = (size: number, onProgress?: (progress: WorkProgress) => void): Runner =>
  threadRunner(size, place, onProgress, (data) => new Pretended(data) as unknown as Thread);

beforeEach(() => {
  Pretended.all.length = 0;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => void vi.useRealTimers());

const turn = () => new Promise((resolve) => setImmediate(resolve));
const work = (payload: number, rest: Readonly<Record<string, unknown>> = {}) => ({ task: "t", payload, ...rest });
const quietly = <T>(promise: Promise<T>) => {
  promise.catch(() => undefined);
  return promise;
};
const given = () => Pretended.all.map((one) => one.given.map((job) => (job as { payload: number }).payload).join(" "));

describe("a pool of threads", () => {
  test("starts threads as there is work, and gives each one job at a time, low ranks first", async () => {
    const runner = pool(2);
    expect([runner.grain, runner.ahead, Pretended.all.length]).toEqual([1, 3, 0]);
    const runs = [work(1), work(2), work(3, { rank: 5 }), work(4), work(5, { rank: -1 }), work(6)].map((one) =>
      quietly(runner.run(one)),
    );
    expect(given()).toEqual(["1", "2"]);
    expect(Pretended.all[0].given[0]).toEqual({ task: "t", payload: 1 });
    expect(Pretended.all[0].data).toEqual({ place });
    for (const [i, of] of [0, 1, 0, 1, 0, 1].entries()) {
      Pretended.all[of].emit("message", { value: i });
      await turn();
    }
    expect(given()).toEqual(["1 5 6", "2 4 3"]);
    expect(await Promise.all(runs)).toEqual([0, 1, 5, 3, 2, 4]);
    const again = runner.run(work(7));
    expect(Pretended.all).toHaveLength(2);
    Pretended.all[1].emit("message", { error: { of: "input", message: "no" } });
    await expect(again).rejects.toThrow(RangeError);
    await runner.close();
    expect(Pretended.all.every(({ ended }) => ended)).toBe(true);
  });

  test("hands on what long jobs say", async () => {
    const said: unknown[] = [];
    const runner = pool(1, (progress) => said.push(progress));
    const run = runner.run(work(1));
    Pretended.all[0].emit("message", { progress: { what: "a", done: 1, total: 2 } });
    Pretended.all[0].emit("message", { value: 3 });
    expect([await run, said]).toEqual([3, [{ what: "a", done: 1, total: 2 }]]);
    const quiet = pool(1);
    void quietly(quiet.run(work(1)));
    Pretended.all[1].emit("message", { progress: {} });
    await Promise.all([runner.close(), quiet.close()]);
  });

  test("does not begin what nobody waits for any more", async () => {
    const runner = pool(1);
    const end = new AbortController();
    const runs = [work(1), work(2, { signal: end.signal }), work(3)].map((one) => quietly(runner.run(one)));
    end.abort(new Error("enough"));
    Pretended.all[0].emit("message", { value: 1 });
    await turn();
    await expect(runs[1]).rejects.toThrow("enough");
    expect(given()).toEqual(["1 3"]);
    const late = quietly(runner.run(work(4, { signal: end.signal })));
    Pretended.all[0].emit("message", { value: 3 });
    await turn();
    await expect(late).rejects.toThrow("enough");
    // The thread is free for the next one.
    void quietly(runner.run(work(5)));
    expect(given()).toEqual(["1 3 5"]);
    await runner.close();
  });

  test("ends a thread that is at a job for too long, counted from when it is at it", async () => {
    const runner = pool(1);
    const runs = [work(1, { seconds: 2 }), work(2, { seconds: 2 }), work(3)].map((one) => quietly(runner.run(one)));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(Pretended.all[0].ended).toBe(false);
    Pretended.all[0].emit("message", { ready: true });
    await vi.advanceTimersByTimeAsync(1999);
    Pretended.all[0].emit("message", { value: 1 });
    await turn();
    expect(await runs[0]).toBe(1);
    await vi.advanceTimersByTimeAsync(1999);
    expect(Pretended.all[0].ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(Pretended.all[0].ended).toBe(true);
    await expect(runs[1]).rejects.toMatchObject({ name: "TookTooLong", message: "it took over 2 s" });
    // Another takes its place, and what the first one says late is not heard.
    expect(given()).toEqual(["1 2", "3"]);
    Pretended.all[0].emit("message", { value: 9 });
    Pretended.all[1].emit("message", { ready: true });
    await vi.advanceTimersByTimeAsync(60_000);
    Pretended.all[1].emit("message", { value: 3 });
    expect(await runs[2]).toBe(3);
    await runner.close();
  });

  test("fails as a whole where a thread stops by itself, or cannot begin", async () => {
    const runner = pool(2);
    const runs = [work(1), work(2), work(3)].map((one) => quietly(runner.run(one)));
    Pretended.all[0].emit("exit", 7);
    const message =
      "a worker thread stopped by itself with exit code 7; a claim or its sampler may have called process.exit";
    for (const run of runs) await expect(run).rejects.toMatchObject({ name: "RunnerEnded", message });
    await expect(runner.run(work(4))).rejects.toMatchObject({
      name: "RunnerEnded",
      message: "the pool of workers is closed",
    });
    const broken = pool(1);
    const run = quietly(broken.run(work(1)));
    Pretended.all.at(-1)?.emit("error", new Error("no such paper"));
    await expect(run).rejects.toThrow("no such paper");
  });

  test("is closed with a reason, which all who wait get, and its time runs no further", async () => {
    const runner = pool(1);
    const runs = [work(1, { seconds: 1 }), work(2)].map((one) => quietly(runner.run(one)));
    Pretended.all[0].emit("message", { ready: true });
    await runner.close(new Error("stop"));
    for (const run of runs) await expect(run).rejects.toThrow("stop");
    expect(vi.getTimerCount()).toBe(0);
    const other = pool(1);
    const run = quietly(other.run(work(1)));
    await other.close();
    await expect(run).rejects.toMatchObject({ name: "RunnerEnded", message: "the pool of workers is closed" });
  });
});
