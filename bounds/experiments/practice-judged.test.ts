import type { Json } from "lemmacheck";
import { describe, expect, test } from "vitest";
import { shareOf } from "./deviation-over-networks.js";
import { judgeSizes, PRACTICE_ALPHA, thresholdOf } from "./practice-judged.js";

const point = { psi: "relu", d: 4, k: 5, depth: 1, initialisation: "fan-in", coefficients: "rademacher" } as const;
/** Slow, so that 26 samples are a job, the first 3. */
const slow = { ...point, psi: "tanh", d: 10, k: 1_000_000 } as const;
const counts = (samples: number, stayed: number, unresolved = 0) => ({
  samples,
  switched: samples - stayed,
  unresolved,
  eta: 0,
  etaSquared: 0,
  norm: 0,
  normSquared: 0,
  milliseconds: 0,
});

/** How 600 samples are judged at γ = 0.1. */
const judged = (stayed: number, unresolved = 0) =>
  judgeSizes(
    { plans: [{ point, networks: 600, inputs: 1 }], gamma: 0.1, seed: "s" },
    new Map([["relu L=1 d=4 k=5 fan-in samples 0-600", counts(600, stayed, unresolved)]]),
  )[0].enough;

describe("a size", () => {
  const all = Array.from({ length: 601 }, (_, stayed) => stayed);
  /** The most that stay while it surely is enough, and the least while it surely is not, at a level of 1e-6. */
  const most = all.findLast((stayed) => shareOf(stayed, 600, 1e-6).upper < 0.1)!;
  const least = all.find((stayed) => shareOf(stayed, 600, 1e-6).lower > 0.1)!;

  test("is enough, or not, or neither, as limits at 1e-6 tell", () => {
    expect(PRACTICE_ALPHA).toBe(1e-6);
    expect(0 <= most && most < 60 && 60 < least && least < 600).toBe(true);
    expect([0, most, most + 1, least - 1, least, 600].map((stayed) => judged(stayed))).toEqual([
      true,
      true,
      null,
      null,
      false,
      false,
    ]);
  });

  test("is not surely short where the unresolved may have switched, and they count as stayed", () => {
    expect(judged(least, 1)).toBeNull();
    expect(judged(least + 1, 1)).toBe(false);
    expect(judged(most, most)).toBe(true);
    expect(judged(most + 1, most + 1)).toBeNull();
  });

  test("is open where a limit is γ itself", () => {
    const { upper } = shareOf(0, 600, 1e-6);
    const at = (gamma: number) =>
      judgeSizes(
        { plans: [{ point, networks: 600, inputs: 1 }], gamma, seed: "s" },
        new Map([["relu L=1 d=4 k=5 fan-in samples 0-600", counts(600, 0)]]),
      )[0].enough;
    expect([at(upper), at(upper * (1 + 1e-9))]).toEqual([null, true]);
  });

  test("is judged by all of its jobs that are there, and left out where none is", () => {
    const plans = [
      { point: slow, networks: 55, inputs: 1 },
      { point, networks: 600, inputs: 1 },
    ];
    const at = (range: string) => `tanh L=1 d=10 k=1000000 fan-in samples ${range}`;
    const results = new Map<string, Json>([
      [at("0-3"), counts(3, 3)],
      [at("3-29"), counts(26, 26)],
      [at("29-55"), counts(25, 25)],
    ]);
    const judgedAt = (gamma: number) => judgeSizes({ plans, gamma, seed: "s" }, results);
    // 29 stayed of 29; with the 25, which are no result of a job of 26, limits would be closer.
    const { lower } = shareOf(29, 29, 1e-6);
    expect(judgedAt(lower)).toEqual([{ d: 10, k: 1_000_000, enough: null }]);
    expect(judgedAt(lower - 1e-9)).toEqual([{ d: 10, k: 1_000_000, enough: false }]);
    expect(judgedAt(lower + 1e-9)).toEqual([{ d: 10, k: 1_000_000, enough: null }]);
    expect(judgeSizes({ plans, gamma: 0.1, seed: "s" }, new Map())).toEqual([]);
  });
});

describe("the threshold", () => {
  const sizes = (...enough: readonly (boolean | null)[]) => enough.map((one, i) => ({ d: i, k: i, enough: one }));
  const at = (i: number | null, enough: boolean) => (i === null ? null : { d: i, k: i, enough });

  test.each([
    [[], null, null],
    [[true, true], 0, null],
    [[false, false], null, 1],
    [[false, null, true, true], 2, 0],
    [[true, false, true], 2, 1],
    [[false, true, null, true, true], 3, 0],
    [[true, true, null], null, null],
    [[true, false, true, false], null, 3],
  ])("of %j is %s, and %s is not enough", (enough, least, notEnough) => {
    expect(thresholdOf(sizes(...enough))).toEqual({ least: at(least, true), notEnough: at(notEnough, false) });
  });
});
