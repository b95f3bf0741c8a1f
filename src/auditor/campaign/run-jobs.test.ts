import { expect, test } from "vitest";
import type { Json } from "../json.js";
import type { Records } from "./records.js";
import { runJobs } from "./run-jobs.js";

interface Numbered {
  readonly key: string;
  readonly i: number;
}

const jobs = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `job ${i}`, i }));

function inMemory(known: Readonly<Record<string, Json>> = {}): Records & { readonly kept: Map<string, Json> } {
  const kept = new Map(Object.entries(known));
  return {
    kept,
    get: (key) => kept.get(key),
    parts: () => [],
    add: (key, value) => void kept.set(key, value),
    addPart: () => undefined,
  };
}

const doubled = {
  run: async ({ i }: { readonly i: number }) => 2 * i,
  write: (result: number): Json => result,
  read: (x: Json) => (typeof x === "number" ? x : undefined),
};

test("does what is not known, keeps it, and does again what was kept and is no result", async () => {
  const records = inMemory({ "job 1": 2, "job 2": "damaged" });
  const done: string[] = [];
  await runJobs<Numbered, number>(jobs(5), {
    ...doubled,
    records,
    onResult: (result, { key }, fresh) => done.push(`${key} ${result} ${fresh ? "new" : "known"}`),
  });
  expect(done).toEqual(["job 0 0 new", "job 1 2 known", "job 2 4 new", "job 3 6 new", "job 4 8 new"]);
  expect([...records.kept.values()]).toEqual([2, 4, 0, 6, 8]);
});

test("has so many under way as it may, begun in their order", async () => {
  let [underWay, most] = [0, 0];
  const begun: number[] = [];
  await runJobs(jobs(20), {
    ...doubled,
    concurrency: 4,
    async run({ i }) {
      begun.push(i);
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 1 + (i % 3)));
      underWay--;
      return i;
    },
  });
  expect([most, begun]).toEqual([4, Array.from({ length: 20 }, (_, i) => i)]);
});

test("takes jobs that are made while others are done", async () => {
  const results: number[] = [];
  function* search() {
    for (let i = 0; i < 100 && !results.includes(6); i++) yield { key: `job ${i}`, i };
  }
  await runJobs<Numbered, number>(search(), { ...doubled, onResult: (result) => results.push(result) });
  expect(results).toEqual([0, 2, 4, 6]);
});

test("one that fails ends them all, with what it threw; so does the signal", async () => {
  const seen: number[] = [];
  const failing = runJobs(jobs(100), {
    ...doubled,
    concurrency: 3,
    async run({ i }, signal) {
      seen.push(i);
      await new Promise((resolve) => setImmediate(resolve));
      if (i === 5) throw new RangeError("job 5 is none");
      signal.throwIfAborted();
      return i;
    },
  });
  await expect(failing).rejects.toThrow("job 5 is none");
  expect(seen.length).toBeLessThan(12);
  await expect(
    runJobs(jobs(3), {
      ...doubled,
      signal: AbortSignal.abort(new Error("enough")),
      run: async (_, signal) => {
        signal.throwIfAborted();
        return 1;
      },
    }),
  ).rejects.toThrow("enough");
});
