import type { Json } from "lemmacheck";
import { describe, expect, test } from "vitest";
import { countPairs, countSamples } from "./figure-counts.js";
import { figureTask, isPairCounts, isSampleCounts } from "./figure-task.js";

const point = { psi: "relu", d: 3, k: 4, depth: 1, initialisation: "fan-in", coefficients: "rademacher" } as const;
const payload = { point, seed: "1", of: "samples", from: 2, to: 5 } as const;
const ofPairs = { ...payload, of: "pairs" } as const;

const samples = {
  samples: 3,
  switched: 2,
  unresolved: 0,
  eta: 0.5,
  etaSquared: 0.25,
  norm: 2,
  normSquared: 1.5,
  milliseconds: 7,
};
const pairs = { pairs: 3, one: 1, both: 1, unresolved: 0, milliseconds: 7 };
const untimed = (x: object) => ({ ...x, milliseconds: 0 });
const without = (x: object, name: string) => Object.fromEntries(Object.entries(x).filter(([key]) => key !== name));

/** What the task makes of a payload, and what it tells on the way. */
async function runOn(x: Json) {
  const told: (readonly number[])[] = [];
  const notify = (...args: readonly number[]) => void told.push(args);
  const found = await figureTask.run(x, { additions: {}, notify });
  return { found, told };
}

describe("the task", () => {
  test("counts samples, and tells how far it is", async () => {
    const { found, told } = await runOn(payload);
    expect(found).toEqual({ ...countSamples(payload, {}), milliseconds: expect.any(Number) });
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(figureTask.isResult(found, payload)).toBe(true);
  });

  test("counts pairs", async () => {
    const { found, told } = await runOn(ofPairs);
    expect(untimed(Object(found))).toEqual(untimed(countPairs(ofPairs, {})));
    expect(told.at(-1)).toEqual([3, 3]);
    expect(figureTask.isResult(found, ofPairs)).toBe(true);
    expect(figureTask.isResult(found, payload)).toBe(false);
  });

  test.each([
    ["point", { ...point, d: 0 }],
    ["seed", 1],
    ["of", "draws"],
    ["from", -1],
    ["from", 0.5],
    ["from", "2"],
    ["from", 5],
    ["to", 2],
    ["to", 2 ** 53],
    ["to", null],
  ])("refuses a payload with %s = %j", (name, value) => {
    const wrong: Json = { ...payload, [name]: value };
    expect(() => figureTask.run(wrong, { additions: {}, notify: () => {} })).toThrow(
      /^a job is .*; it must be a range of draws of a point of a figure$/,
    );
    expect(figureTask.isResult(samples, wrong)).toBe(false);
  });

  test.each([null, 1, "job", []])("refuses %j", (x) => {
    expect(() => figureTask.run(x, { additions: {}, notify: () => {} })).toThrow(
      new RangeError(`a job is ${JSON.stringify(x)}; it must be a range of draws of a point of a figure`),
    );
  });
});

describe("counts of samples", () => {
  test("are those of as many draws, sums of norms null where they are unknown", () => {
    expect(isSampleCounts(samples, 3)).toBe(true);
    expect(isSampleCounts({ ...samples, norm: null, normSquared: null }, 3)).toBe(true);
    expect(isSampleCounts({ ...samples, eta: 0, etaSquared: 0, norm: 0, normSquared: 0, milliseconds: 0 }, 3)).toBe(
      true,
    );
    expect(figureTask.isResult(samples, payload)).toBe(true);
    for (const draws of [2, 4]) expect(isSampleCounts(samples, draws)).toBe(false);
    for (const x of [undefined, null, 3, "counts", pairs]) expect(isSampleCounts(x, 3)).toBe(false);
  });

  test.each(["switched", "unresolved"])("have a whole number %s", (name) => {
    for (const wrong of [-1, 0.5, "1", null]) expect(isSampleCounts({ ...samples, [name]: wrong }, 3)).toBe(false);
  });

  test.each(["eta", "etaSquared", "norm", "normSquared", "milliseconds"])(
    "have a finite sum %s, not below 0",
    (name) => {
      for (const wrong of [-1, Infinity, Number.NaN, "1", true])
        expect(isSampleCounts({ ...samples, [name]: wrong }, 3)).toBe(false);
    },
  );

  test.each(["eta", "etaSquared", "milliseconds"])("do not leave out %s by null", (name) => {
    expect(isSampleCounts({ ...samples, [name]: null }, 3)).toBe(false);
  });

  test.each(Object.keys(samples))("have %s", (name) => {
    expect(isSampleCounts(without(samples, name), 3)).toBe(false);
  });

  test("are whole numbers of samples, whatever is asked", () => {
    expect(isSampleCounts({ ...samples, samples: 2.5 }, 2.5)).toBe(false);
  });
});

describe("counts of pairs", () => {
  test("are those of as many draws", () => {
    expect(isPairCounts(pairs, 3)).toBe(true);
    for (const draws of [2, 4]) expect(isPairCounts(pairs, draws)).toBe(false);
    for (const x of [undefined, null, 3, "counts", samples]) expect(isPairCounts(x, 3)).toBe(false);
  });

  test.each(["one", "both", "unresolved"])("have a whole number %s", (name) => {
    for (const wrong of [-1, 0.5, "1", null]) expect(isPairCounts({ ...pairs, [name]: wrong }, 3)).toBe(false);
  });

  test.each(Object.keys(pairs))("have %s", (name) => {
    expect(isPairCounts(without(pairs, name), 3)).toBe(false);
  });

  test("have a time", () => {
    for (const wrong of [-1, null, Infinity]) expect(isPairCounts({ ...pairs, milliseconds: wrong }, 3)).toBe(false);
    expect(isPairCounts({ ...pairs, pairs: 2.5 }, 2.5)).toBe(false);
  });
});
