import { describe, expect, test } from "vitest";
import { uniform } from "../chance/bits.js";
import type { Definition } from "./claim.js";
import { defineClaim } from "./define-claim.js";
import { drawsAgree } from "./draws-agree.js";
import { gamma } from "./gamma.js";
import { defineSampler } from "./sampler.js";

const parameters = [gamma] as const;
const cell = { gamma: 0.1 };

/** One uniform variable, at a cost. */
const coin = (cost = 1) =>
  defineSampler({ id: "coin", parameters: [], cost: () => cost, draw: (_, random) => uniform(random("coin")) });

type Uniform = Extract<Definition<typeof parameters, number>, { kind: "whp"; allows?: never; logAllows?: never }>;
type Law = NonNullable<Uniform["exact"]>;

/** A claim of a uniform U that nobody could draw the right side of, changed as a test asks. */
const claimOf = (exact: Law | undefined, changes: Partial<Uniform> = {}) =>
  defineClaim<typeof parameters, number>({
    id: "uniform",
    label: "Uniform",
    kind: "whp",
    quote: "U ≤ 1",
    latex: "U",
    nonClaims: [],
    parameters,
    hypotheses: [],
    draw: coin(),
    observed: (u) => u,
    relation: "<=",
    trivial: () => Infinity,
    forms: { printed: { bound: () => null } },
    cells: [{ gamma: [0.1] }],
    mutants: { never: { bound: () => -1, at: cell } },
    ...(exact ? { exact } : {}),
    ...changes,
  });

/** A law that gives a probability at each bound. */
const lawOf =
  (probability: (bound: number) => number): Law =>
  (_, bound) => {
    const log = Math.log(probability(bound));
    return { logLower: log, logUpper: log };
  };
/** Of U > bound. */
const right = lawOf((bound) => 1 - bound);
const never = lawOf(() => 0);
const always = lawOf(() => 1);

describe("a law of something continuous", () => {
  test("that is right is contradicted nowhere, by whatever draws", () => {
    // Each of the 4·5 comparisons is wrong with probability at most 1e-10.
    for (const seed of ["1", "2", "3", "4", "5"]) expect(drawsAgree(claimOf(right), cell, { seed })).toEqual([]);
    const below = lawOf((bound) => bound);
    expect(drawsAgree(claimOf(below, { relation: ">=" }), cell)).toEqual([]);
  });

  test("that is wrong everywhere is contradicted where 10, 50, 90 and 98 of 100 draws break it", () => {
    for (const [law, says] of [
      [never, 0],
      [always, 1],
    ] as const) {
      const found = drawsAgree(claimOf(law), cell);
      expect(found).toHaveLength(4);
      for (const [i, share] of [0.9, 0.5, 0.1, 0.02].entries()) {
        const { bound, computed, drawn, draws, broken } = found[i];
        // Of 512 draws, a quantile is off by more than 0.15 with probability below 1e-10, and so is one of 4096 by 0.06.
        expect(Math.abs(bound - share)).toBeLessThan(0.15);
        expect(computed).toEqual([says, says]);
        expect(draws).toBe(4096);
        expect(Math.abs(broken / draws - (1 - bound))).toBeLessThan(0.06);
        expect(drawn[0]).toBeLessThan(1 - bound);
        expect(drawn[1]).toBeGreaterThan(1 - bound);
        expect(drawn[1] - drawn[0]).toBeLessThan(0.12);
      }
    }
  });

  test("that is wrong in a part is contradicted there", () => {
    const high = claimOf(lawOf((bound) => (bound < 0.3 ? 1 - bound : 1 - bound / 2)));
    expect(drawsAgree(high, cell).map(({ bound }) => bound > 0.3)).toEqual([true, true]);
    const low = claimOf(lawOf((bound) => (bound > 0.3 ? 1 - bound : 1 - 2 * bound - 0.1)));
    expect(drawsAgree(low, cell).map(({ bound }) => bound < 0.3)).toEqual([true, true]);
  });

  test("is compared where it is computed", () => {
    const lower: Law = (given, bound) => (bound > 0.3 ? null : never(given, bound));
    expect(drawsAgree(claimOf(lower), cell).map(({ bound }) => bound < 0.3)).toEqual([true, true]);
    expect(
      drawsAgree(
        claimOf(() => null),
        cell,
      ),
    ).toEqual([]);
    expect(drawsAgree(claimOf(undefined), cell)).toEqual([]);
  });

  test("that is known between two ends is contradicted where the draws are beyond them", () => {
    const between =
      (lower: number, upper: number): Law =>
      (_, bound) => ({ logLower: Math.log(lower * (1 - bound)), logUpper: Math.log(Math.min(1, upper * (1 - bound))) });
    expect(drawsAgree(claimOf(between(0.5, 2)), cell)).toEqual([]);
    expect(drawsAgree(claimOf(between(0.1, 0.5)), cell)).toHaveLength(4);
  });
});

describe("a law of something with atoms", () => {
  /** The share of the values that are above a bound. */
  const above = (values: readonly number[]) =>
    lawOf((bound) => values.filter((value) => value > bound).length / values.length);

  test("is compared between them, once a gap", () => {
    const observed = (u: number) => (u < 0.5 ? 2 : 3);
    expect(drawsAgree(claimOf(above([2, 3]), { observed }), cell)).toEqual([]);
    expect(drawsAgree(claimOf(never, { observed }), cell)).toMatchObject([{ bound: 2.5, computed: [0, 0] }]);
    expect(drawsAgree(claimOf(always, { observed }), cell)).toMatchObject([{ bound: 2.5, computed: [1, 1] }]);
    // At the atoms themselves, where strict and loose differ, it may say what it will.
    const between = lawOf((bound) => (bound === 2.5 ? 0.5 : 0));
    expect(drawsAgree(claimOf(between, { observed, strict: true }), cell)).toEqual([]);
  });

  test("is compared in the gaps at the shares of the values", () => {
    const observed = (u: number) => Math.floor(5 * u);
    expect(drawsAgree(claimOf(above([0, 1, 2, 3, 4]), { observed }), cell)).toEqual([]);
    expect(drawsAgree(claimOf(never, { observed }), cell).map(({ bound }) => bound)).toEqual([3.5, 2.5, 0.5]);
  });

  test("of which there is one is compared on both sides of it, where the draws all break it or none does", () => {
    const observed = () => 5;
    expect(drawsAgree(claimOf(above([5]), { observed }), cell)).toEqual([]);
    expect(drawsAgree(claimOf(never, { observed }), cell)).toMatchObject([{ bound: 4, broken: 4096 }]);
    expect(drawsAgree(claimOf(always, { observed }), cell)).toMatchObject([{ bound: 6, broken: 0 }]);
  });
});

describe("what is known by enclosures", () => {
  test("contradicts only where a draw is surely broken or surely kept", () => {
    const wide = { observed: (u: number) => ({ lower: u - 0.2, upper: u + 0.2 }) };
    const shifted = (by: number) => lawOf((bound) => Math.min(1, Math.max(0, 1 - bound + by)));
    expect(drawsAgree(claimOf(right, wide), cell)).toEqual([]);
    expect(drawsAgree(claimOf(shifted(0.15), wide), cell)).toEqual([]);
    expect(drawsAgree(claimOf(shifted(-0.15), wide), cell)).toEqual([]);
    const [found] = drawsAgree(claimOf(shifted(0.4), wide), cell);
    expect(Math.abs(found.bound - 0.9)).toBeLessThan(0.15);
    expect(drawsAgree(claimOf(shifted(-0.4), wide), cell)).not.toEqual([]);
  });

  test("is compared at its middles, where these are numbers", () => {
    const asked: number[] = [];
    const law: Law = (_, bound) => {
      asked.push(bound);
      return { logLower: -Infinity, logUpper: 0 };
    };
    const observed = (u: number) => ({ lower: u < 0.5 ? -Infinity : u < 0.7 ? 0 : 1, upper: u < 0.7 ? 2 : 5 });
    expect(drawsAgree(claimOf(law, { observed }), cell)).toEqual([]);
    // The middles are 1 and 3.
    expect(asked).toEqual([2]);
    asked.length = 0;
    const open = () => ({ lower: 0, upper: Infinity });
    expect(drawsAgree(claimOf(law, { observed: open }), cell)).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe("draws", () => {
  test("are as many as the work allows, 64 at least and 4096 at most", () => {
    const drawsOf = (cost: number, gaussians?: number) =>
      drawsAgree(claimOf(never, { draw: coin(cost) }), cell, gaussians === undefined ? {} : { gaussians }).map(
        ({ draws }) => draws,
      );
    expect(drawsOf(1, 64)[0]).toBe(64);
    expect(drawsOf(1, 63)).toEqual([]);
    expect(drawsOf(0.5, 64)[0]).toBe(64);
    expect(drawsOf(1e5)[0]).toBe(100);
    expect(drawsOf(1e6)).toEqual([]);
    expect(drawsOf(3, 1000)[0]).toBe(333);
    expect(drawsOf(1, 5000)[0]).toBe(4096);
  });

  test("that find the bounds cost no more than those that are compared", () => {
    let observed = 0;
    const counting = (u: number) => {
      observed++;
      return u;
    };
    expect(drawsAgree(claimOf(right, { observed: counting }), cell, { gaussians: 100 })).toEqual([]);
    expect(observed).toBe(200);
    observed = 0;
    expect(drawsAgree(claimOf(right, { observed: counting }), cell)).toEqual([]);
    expect(observed).toBe(4096 + 512);
  });

  test("are those of a seed, 1 unless another is given, for the bounds and for what is compared", () => {
    const seen = (seed?: string) => drawsAgree(claimOf(never), cell, seed === undefined ? {} : { seed });
    expect(seen()).toEqual(seen("1"));
    expect(seen("2").map(({ bound }) => bound)).not.toEqual(seen().map(({ bound }) => bound));
    const heads = (seed: string) => drawsAgree(claimOf(never, { observed: Math.round }), cell, { seed })[0].broken;
    expect(new Set(["1", "2", "3"].map(heads)).size).toBe(3);
  });
});

test("where a hypothesis fails, or is not known to hold, nothing is said and nothing compared", () => {
  const at = (gamma: number, holds: boolean | null) =>
    drawsAgree(claimOf(never, { hypotheses: [{ latex: "\\gamma < 0.2", holds: () => holds }] }), { gamma });
  expect(at(0.1, true)).toHaveLength(4);
  expect(at(0.1, false)).toEqual([]);
  expect(at(0.1, null)).toEqual([]);
});

test("what the claim throws names it, the cell and the part", () => {
  const broken = () => {
    throw new Error("broken");
  };
  const named = 'uniform (printed) at {"gamma":0.1}: ';
  const hypotheses = [{ latex: "H", holds: broken }];
  expect(() => drawsAgree(claimOf(right, { hypotheses }), cell)).toThrow(`${named}a hypothesis threw: broken`);
  expect(() => drawsAgree(claimOf(broken), cell)).toThrow(`${named}exact threw: broken`);
  expect(() => drawsAgree(claimOf(right, { observed: broken }), cell)).toThrow(`${named}observed threw: broken`);
});
