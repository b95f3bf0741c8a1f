import type { Json } from "lemmacheck";
import { resolveActivation } from "lemmacheck/activations";
import { drawPlane } from "lemmacheck/networks";
import { keyedStreams } from "lemmacheck/statistics";
import { describe, expect, test } from "vitest";
import { isBeyond, isLandscape, landscapeTask, stepsOf } from "./landscape-task.js";

const point = { psi: "relu", d: 4, k: 5, depth: 1, initialisation: "fan-in", coefficients: "rademacher" } as const;
const payload = { point, seed: "s", reach: 2, side: 3, line: 5 };
const seen = { value: 1, gradientNorm: 2, heights: [1, 2, 3, 4, 5, 6, 7, 8, 9], profile: [1, 2, 3, 4, 5] };
const without = (x: object, name: string) => Object.fromEntries(Object.entries(x).filter(([key]) => key !== name));
const quiet = { additions: {}, notify: () => {} };

test("steps go from −reach to reach", () => {
  expect(stepsOf(2, 5)).toEqual([-2, -1, 0, 1, 2]);
  expect(stepsOf(3, 4)).toEqual([-3, -1, 1, 3]);
});

describe("the task", () => {
  test("looks at f along the gradient, row by row of the steps across it, and tells each row", async () => {
    const told: (readonly number[])[] = [];
    const found = await landscapeTask.run(payload, {
      additions: {},
      notify: (...args: readonly number[]) => void told.push(args),
    });
    const streams = keyedStreams({ seed: "s", sampler: "landscape", parameters: { ...point } });
    const plane = drawPlane({ ...point, psi: resolveActivation("relu") }, streams(0));
    expect(found).toEqual({
      value: plane.value,
      gradientNorm: plane.gradientNorm,
      heights: [-2, 0, 2].flatMap((t) => [-2, 0, 2].map((s) => plane.at(s, t))),
      profile: [-2, -1, 0, 1, 2].map((s) => plane.at(s, 0)),
    });
    expect(told).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(landscapeTask.isResult(found, payload)).toBe(true);
  });

  test("finds a linear network straight along the gradient, and level across it", async () => {
    const found = await landscapeTask.run({ ...payload, point: { ...point, psi: "identity" } }, quiet);
    expect(isLandscape(found, payload)).toBe(true);
    if (!isLandscape(found, payload)) return;
    const { value, gradientNorm, heights, profile } = found;
    for (const [i, f] of heights.entries()) expect(f).toBeCloseTo(value + gradientNorm * [-2, 0, 2][i % 3], 12);
    for (const [i, f] of profile.entries()) expect(f).toBeCloseTo(value + gradientNorm * (i - 2), 12);
  });

  test("says where f is beyond doubles", async () => {
    const beyond = { ...payload, point: { ...point, psi: "t^3", d: 50, k: 20, depth: 6 }, reach: 20 };
    const found = await landscapeTask.run(beyond, quiet);
    expect(found).toEqual({ beyond: true });
    expect(landscapeTask.isResult(found, beyond)).toBe(true);
  });

  test("takes counts from 3 to 1001, and any reach above 0", () => {
    expect(landscapeTask.isResult({ beyond: true }, { ...payload, reach: 1e-9 })).toBe(true);
    for (const count of [3, 1001])
      expect(landscapeTask.isResult({ beyond: true }, { ...payload, side: count, line: count })).toBe(true);
  });

  test.each([
    ["point", { ...point, k: 0 }],
    ["seed", 1],
    ["reach", 0],
    ["reach", "2"],
    ["side", 2],
    ["side", 1002],
    ["side", 3.5],
    ["side", "3"],
    ["line", 2],
    ["line", 1002],
    ["line", null],
  ])("refuses a payload with %s = %j", (name, value) => {
    const wrong: Json = { ...payload, [name]: value };
    expect(() => landscapeTask.run(wrong, quiet)).toThrow(/^a job is .*; it must be a plane of a network$/);
    expect(landscapeTask.isResult({ beyond: true }, wrong)).toBe(false);
  });

  test("refuses what is no object", () => {
    expect(() => landscapeTask.run([1], quiet)).toThrow(
      new RangeError("a job is [1]; it must be a plane of a network"),
    );
  });
});

describe("what is seen", () => {
  test("has as many heights as the plane has points", () => {
    expect(isLandscape(seen, payload)).toBe(true);
    expect(landscapeTask.isResult(seen, payload)).toBe(true);
    expect(landscapeTask.isResult(seen, { ...payload, side: 4 })).toBe(false);
    expect(landscapeTask.isResult(seen, { ...payload, line: 4 })).toBe(false);
  });

  test.each([
    ["value", "1"],
    ["gradientNorm", null],
    ["heights", [1, 2, 3, 4, 5, 6, 7, 8]],
    ["heights", [1, 2, 3, 4, 5, 6, 7, 8, "9"]],
    ["heights", { length: 9 }],
    ["profile", [1, 2, 3, 4, 5, 6]],
    ["profile", ["1", 2, 3, 4, 5]],
  ])("is not there with %s = %j", (name, value) => {
    expect(isLandscape({ ...seen, [name]: value }, payload)).toBe(false);
    expect(landscapeTask.isResult({ ...seen, [name]: value }, payload)).toBe(false);
  });

  test.each(Object.keys(seen))("is not there without %s", (name) => {
    expect(isLandscape(without(seen, name), payload)).toBe(false);
  });

  test("is no array, and not nothing", () => {
    for (const x of [undefined, null, [], "seen"]) {
      expect(isLandscape(x, payload)).toBe(false);
      expect(isBeyond(x)).toBe(false);
    }
    expect(isBeyond({ beyond: 1 })).toBe(false);
    expect(isBeyond(seen)).toBe(false);
    expect(isBeyond({ beyond: true })).toBe(true);
  });
});
