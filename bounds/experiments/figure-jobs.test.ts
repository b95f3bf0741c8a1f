import { describe, expect, test } from "vitest";
import { secondsOfPair, secondsOfSample } from "./figure-costs.js";
import { checkJobs, type FigurePlan, jobsOf } from "./figure-jobs.js";

const base = {
  psi: "tanh",
  d: 10,
  k: 1_000_000,
  depth: 1,
  initialisation: "fan-in",
  coefficients: "rademacher",
} as const;
/** A sample of `base` takes 0.1501 s, so that a job has 26 of them; a pair takes 3.00015 s. */
const [SAMPLE, PAIR] = [0.1501, 3.00015];
const quick = { ...base, psi: "relu", k: 5 } as const;

const rangesOf = (plan: FigurePlan, of: "samples" | "pairs") =>
  jobsOf([plan], "1").flatMap(({ payload }) => (payload.of === of ? [[payload.from, payload.to]] : []));
const pairsOf = (plan: FigurePlan) => rangesOf(plan, "pairs").reduce((sum, [from, to]) => sum + to - from, 0);

test("the costs that these tests rest on", () => {
  expect(secondsOfSample(base)).toBeCloseTo(SAMPLE, 12);
  expect(secondsOfPair(base)).toBeCloseTo(PAIR, 12);
});

describe("jobs", () => {
  test("are ranges of about four seconds, the first a tenth as long, with a key each", () => {
    const jobs = jobsOf([{ point: base, networks: 5, inputs: 12, pairs: 3 }], "seed");
    expect(
      jobs.map(({ key, payload, seconds }) => ({ key, payload, seconds: Number(seconds.toPrecision(12)) })),
    ).toEqual(
      (
        [
          ["samples", 0, 3, 3 * SAMPLE],
          ["pairs", 0, 1, PAIR],
          ["samples", 3, 29, 26 * SAMPLE],
          ["pairs", 1, 2, PAIR],
          ["samples", 29, 55, 26 * SAMPLE],
          ["pairs", 2, 3, PAIR],
          ["samples", 55, 60, 5 * SAMPLE],
        ] as const
      ).map(([of, from, to, seconds]) => ({
        key: `tanh L=1 d=10 k=1000000 fan-in ${of} ${from}-${to}`,
        payload: { point: base, seed: "seed", of, from, to },
        seconds: Number(seconds.toPrecision(12)),
      })),
    );
  });

  test("are one where one is enough", () => {
    expect(rangesOf({ point: base, networks: 26, inputs: 1 }, "samples")).toEqual([[0, 26]]);
    expect(rangesOf({ point: base, networks: 27, inputs: 1 }, "samples")).toEqual([
      [0, 3],
      [3, 27],
    ]);
  });

  test("have a tenth of others in the first, rounded up", () => {
    // 4 s over 0.19 s are 21 draws.
    expect(rangesOf({ point: { ...base, k: 1_266_000 }, networks: 22, inputs: 1 }, "samples")).toEqual([
      [0, 3],
      [3, 22],
    ]);
  });

  test("of one draw each are there where a draw takes longer", () => {
    const slow = { ...base, k: 1_000_000_000 };
    expect(rangesOf({ point: slow, networks: 3, inputs: 1 }, "samples")).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  test("come in rounds over all points, quick ones first in each", () => {
    const plans = [
      { point: base, networks: 30, inputs: 2, pairs: 1 },
      { point: quick, networks: 2, inputs: 2, pairs: 1 },
    ];
    expect(jobsOf(plans, "1").map(({ payload: { point, of, from, to } }) => [point.psi, of, from, to])).toEqual([
      ["relu", "samples", 0, 4],
      ["tanh", "samples", 0, 3],
      ["relu", "pairs", 0, 1],
      ["tanh", "pairs", 0, 1],
      ["tanh", "samples", 3, 29],
      ["tanh", "samples", 29, 55],
      ["tanh", "samples", 55, 60],
    ]);
  });

  test("of no points are none", () => {
    expect(jobsOf([], "1")).toEqual([]);
  });
});

describe("pairs", () => {
  test.each([
    ["as many as a plan says", { point: quick, networks: 100, inputs: 100, pairs: 7 }, 7],
    ["none where a plan says so", { point: quick, networks: 100, inputs: 100, pairs: 0 }, 0],
    ["none of one input a network", { point: quick, networks: 1000, inputs: 1 }, 0],
    ["a quarter of the samples, rounded up", { point: quick, networks: 51, inputs: 2 }, 26],
    ["24 of few samples", { point: quick, networks: 2, inputs: 2 }, 24],
    ["24 where they are slow", { point: base, networks: 100, inputs: 10 }, 24],
    // 20 s over 1.5e-4 + 0.3
    ["66 that 20 s pay for", { point: { ...base, k: 100_000 }, networks: 100, inputs: 10 }, 66],
    ["20,000 at most", { point: quick, networks: 1000, inputs: 1000 }, 20_000],
  ])("are %s", (_, plan, pairs) => {
    expect(pairsOf(plan)).toBe(pairs);
  });
});

describe("a list of jobs that is too long to be made", () => {
  const slow = { point: { ...base, k: 1_000_000_000 }, inputs: 1 };
  const check =
    (...plans: FigurePlan[]) =>
    () =>
      checkJobs(plans, "--networks and sizes");

  test("is refused from 500,001 on, counted over all plans", () => {
    expect(check({ ...slow, networks: 500_000 })).not.toThrow();
    expect(check({ ...slow, networks: 500_001 })).toThrow(
      new RangeError("--networks and sizes make about 500001 jobs; they must make at most 500000"),
    );
    // 26 samples of `base` are a job, and 27 are two.
    expect(check({ ...slow, networks: 499_999 }, { point: base, networks: 13, inputs: 2 })).not.toThrow();
    expect(check({ ...slow, networks: 499_999 }, { point: base, networks: 9, inputs: 3 })).toThrow(
      new RangeError("--networks and sizes make about 500001 jobs; they must make at most 500000"),
    );
  });

  test("is none where nothing is asked for", () => {
    expect(check()).not.toThrow();
  });
});
