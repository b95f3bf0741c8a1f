import { describe, expect, test } from "vitest";
import { uniform } from "../chance/bits.js";
import { quantileLimits } from "../chance/quantile-limits.js";
import { audit } from "./audit.js";
import { AuditError } from "./audit-error.js";
import type { Definition } from "./claim.js";
import { defineClaim } from "./define-claim.js";
import { integers } from "./domains.js";
import { between, judgeTrend } from "./judge-trend.js";
import { nothing } from "./nothing.js";
import { parameter } from "./parameter.js";
import { defineSampler } from "./sampler.js";
import { statementOf } from "./statement.js";
import { madeUp } from "./testing/made-up.js";
import { trendParts } from "./trend-parts.js";

const k = parameter({ name: "k", domain: integers(1, 2 ** 53), size: true });
const parameters = [k] as const;

/** (1 + U)/√k for a uniform U: its median falls with exponent −1/2. */
const falling = defineSampler({
  id: "falling",
  parameters: [k],
  cost: ({ k }) => k,
  draw: ({ k }, random) => (1 + uniform(random("u"))) / Math.sqrt(k),
});

type Trend = Extract<Definition<typeof parameters, number>, { kind: "trend"; relation: "<=" | ">=" }>;
/** With any members, as from JavaScript. */
type Loose = Readonly<Record<string, unknown>>;

function claimOf(changes: Partial<Trend> | Loose = {}) {
  const claim: Trend = {
    id: "falls",
    label: "Falls",
    kind: "trend",
    quote: "X = O(1/√k)",
    latex: "X",
    nonClaims: [],
    parameters,
    hypotheses: [],
    draw: falling,
    observed: (x) => x,
    relation: "<=",
    trend: {
      grid: (_, { k }) => [1, 4, 16, 64].map((factor) => ({ size: k * factor, cell: { k: k * factor } })),
      printedExponent: () => -0.5,
    },
    forms: { printed: { bound: () => -0.45 } },
    cells: [{ k: [10] }],
    mutants: { steeper: { bound: () => -0.7, at: { k: 10 } } },
  };
  return defineClaim<typeof parameters, number>({ ...claim, ...changes });
}

describe("a trend", () => {
  test("that begins beyond the cell says so in its row, and one that begins at it says nothing", async () => {
    const large = claimOf({
      trend: {
        grid: (_: unknown, cell: { readonly k: number }) =>
          [1, 4, 16, 64].map((factor) => {
            const k = Math.max(cell.k, 10) * factor;
            return { size: k, cell: { k } };
          }),
        printedExponent: () => -0.5,
      },
    });
    const [below, at] = [await audit({ claim: large, cell: { k: 3 } }), await audit({ claim: large, cell: { k: 10 } })];
    expect(below.cell).toEqual({ k: 3 });
    expect(below.grid).toEqual([10, 40, 160, 640]);
    expect(below.reason).toMatch(/^the grid begins at k = 10, beyond the cell's k = 3: over sizes 10, /);
    expect(at.reason).toMatch(/^over sizes 10, /);
  });

  test("within its exponent is supported, with limits on either side of the true one", async () => {
    const row = await audit({ claim: claimOf(), cell: { k: 10 } });
    expect(row).toMatchObject({
      verdict: "supported",
      method: "sampled",
      bound: -0.45,
      printedExponent: -0.5,
      grid: [10, 40, 160, 640],
      draws: 4096,
      slack: null,
      failureRate: null,
    });
    // Each limit is wrong with probability at most alpha = 1e-10.
    expect(row.exponentLower).toBeLessThan(-0.5);
    expect(row.exponentUpper).toBeGreaterThan(-0.5);
    // 1.5/√10 is the true median.
    expect(row.gridLower?.[0]).toBeLessThan(1.5 / Math.sqrt(10));
    expect(row.gridUpper?.[0]).toBeGreaterThan(1.5 / Math.sqrt(10));
  });

  test("beyond its exponent is refuted", async () => {
    expect(await audit({ claim: claimOf(), cell: { k: 10 }, mutant: "steeper" })).toMatchObject({ verdict: "refuted" });
  });

  test("from below: at least", async () => {
    const from = (bound: number) =>
      audit({ claim: claimOf({ relation: ">=", forms: { printed: { bound: () => bound } } }), cell: { k: 10 } });
    expect(await from(-0.6)).toMatchObject({ verdict: "supported" });
    expect(await from(-0.3)).toMatchObject({ verdict: "refuted" });
  });

  test("the same up to a tolerance, from both sides", async () => {
    const near = (bound: number, tolerance = 0.05) =>
      audit({
        claim: claimOf({ relation: "=", resolution: () => tolerance, forms: { printed: { bound: () => bound } } }),
        cell: { k: 10 },
      });
    expect(await near(-0.5)).toMatchObject({ verdict: "supported" });
    expect(await near(-0.6)).toMatchObject({ verdict: "refuted" });
    expect(await near(-0.4)).toMatchObject({ verdict: "refuted" });
    expect(await near(-0.5, 1e-6)).toMatchObject({ verdict: "inconclusive" });
  });

  test("with too few draws is inconclusive: open limits are null, never infinite", async () => {
    const row = await audit({ claim: claimOf(), cell: { k: 10 } }, { draws: 40 });
    expect(row).toMatchObject({ verdict: "inconclusive", draws: 40, exponentLower: null, exponentUpper: null });
    expect(await audit({ claim: claimOf(), cell: { k: 10 } }, { draws: 3 })).toMatchObject({ verdict: "inconclusive" });
  });

  test("shares alpha out among its sizes", async () => {
    // Limits of 38 draws for a median end at the extremes where 2⁻³⁸ ≤ level/2: 2⁻³⁷ would do, a quarter of it does not.
    const limits = (draws: number) =>
      audit({ claim: claimOf(), cell: { k: 10 } }, { draws: 4 * draws, alpha: 2 ** -36 }).then(
        ({ gridUpper }) => gridUpper,
      );
    expect(await limits(38)).toEqual([null, null, null, null]);
    expect(await limits(40)).toEqual(Array.from({ length: 4 }, () => expect.any(Number)));
  });

  test("replays from the number of draws that its row states", async () => {
    const row = await audit({ claim: claimOf(), cell: { k: 10 } }, { draws: 2000 });
    const again = await audit({ claim: claimOf(), cell: { k: 10 } }, { draws: row.draws ?? 0 });
    expect({ ...again, milliseconds: 0 }).toEqual({ ...row, milliseconds: 0 });
  });

  test("costs what its largest sizes cost", async () => {
    expect(await audit({ claim: claimOf(), cell: { k: 2 ** 40 } })).toMatchObject({ verdict: "inconclusive" });
  });

  test("of sizes beyond 2^53 cannot be drawn, and says so", async () => {
    const row = await audit({ claim: claimOf(), cell: { k: 2 ** 50 } });
    expect(row).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringContaining("cannot be made at this size"),
    });
  });

  test("that is known by enclosures widens by the doubt in their ends", async () => {
    // The truth is X; the upper end is X for nine draws of ten, and too low for the others.
    const observed = (x: number) => ({ lower: x / 2, upper: (x * 1e6) % 1 < 0.1 ? 0.9 * x : x });
    const sure = await audit({ claim: claimOf({ observed }), cell: { k: 10 } });
    const doubted = await audit({ claim: claimOf({ observed, uncertainty: () => 0.1 }), cell: { k: 10 } });
    expect(doubted.gridLower).toEqual(sure.gridLower);
    const [upper, lower] = [doubted.gridUpper?.[0], sure.gridUpper?.[0]].map(Number);
    // From the median to the 0.6-quantile of X, 1.6/√10.
    expect(upper / lower).toBeGreaterThan(1.03);
    expect(upper).toBeGreaterThan(1.5 / Math.sqrt(10));
    // Doubted from one half on, no upper limit is left.
    const lost = await audit({ claim: claimOf({ observed, uncertainty: () => 0.5 }), cell: { k: 10 } });
    expect(lost).toMatchObject({ verdict: "inconclusive", gridUpper: [null, null, null, null] });
  });

  test("of something that is computed needs no draws", async () => {
    const computed = (power: number) =>
      defineClaim({
        id: "computed",
        label: "Computed",
        kind: "trend",
        quote: "1/√k",
        latex: "X",
        nonClaims: [],
        parameters,
        hypotheses: [],
        draw: nothing,
        observed: (_, { k }) => ({ lower: 0.9 * k ** power, upper: 1.1 * k ** power }),
        relation: "<=",
        trend: {
          grid: (_, { k }) => [1, 10, 100].map((factor) => ({ size: k * factor, cell: { k: k * factor } })),
          printedExponent: () => -0.5,
        },
        forms: { printed: { bound: () => -0.45 } },
        cells: [{ k: [10] }],
        mutants: { steeper: { bound: () => -0.7, at: { k: 10 } } },
      });
    const row = await audit({ claim: computed(-0.5), cell: { k: 10 } });
    expect(row).toMatchObject({
      verdict: "supported",
      method: "exact",
      draws: null,
      alpha: null,
      grid: [10, 100, 1000],
    });
    expect(row.exponent).toBeCloseTo(-0.5, 12);
    // The ends of the grid weigh 1/log 100: the limits are log(1.1/0.9)/log 100 away.
    expect(row.exponentLower).toBeCloseTo(-0.5 - Math.log(1.1 / 0.9) / Math.log(100), 12);
    expect(await audit({ claim: computed(-0.3), cell: { k: 10 } })).toMatchObject({ verdict: "refuted" });
    expect(await audit({ claim: computed(-0.45), cell: { k: 10 } })).toMatchObject({ verdict: "inconclusive" });
    expect(await audit({ claim: computed(-0.5), cell: { k: 2 ** 50 } })).toMatchObject({
      verdict: "inconclusive",
      reason: "beyond reach: the grid grows past what cells can hold",
    });
  });

  const boom = (): never => {
    throw new TypeError("x is undefined");
  };
  const sizes = (...grid: readonly number[]) => ({ grid: () => grid.map((size) => ({ size, cell: { k: 10 } })) });
  const mustBe = "it must be a list of two { size, cell } or more, sizes positive and ascending";
  test.each<[what: string, trend: Loose, claim: Loose, said: string]>([
    ["a grid", { grid: boom }, {}, "cost threw: x is undefined"],
    ["a grid that is a text", { grid: () => "ab" }, {}, `cost: the grid is "ab"; ${mustBe}`],
    ["a grid of nothing", { grid: () => [null, null] }, {}, `cost: the grid is [null,null]; ${mustBe}`],
    ["one size", sizes(1), {}, 'cost: the grid is [{"size":1,"cell":{"k":10}}]; it must'],
    ["sizes that fall", sizes(2, 1), {}, `trend: the sizes of the grid are [2, 1]; ${mustBe}`],
    ["a size of 0", sizes(0, 1), {}, "trend: the sizes of the grid are [0, 1]; it must"],
    ["a size that is NaN", sizes(1, Number.NaN), {}, "trend: the sizes of the grid are [1, NaN]; it must"],
    ["a size without end", sizes(1, Infinity), {}, "trend: the sizes of the grid are [1, Infinity]; it must"],
    ["a printed exponent", { printedExponent: boom }, {}, "trend threw: x is undefined"],
    [
      "a printed exponent that is none",
      { printedExponent: () => "x" },
      {},
      'trend: the printed exponent is "x"; it must be a finite number',
    ],
    ["a resolution", {}, { resolution: boom }, "resolution threw: x is undefined"],
    [
      "a resolution that is NaN",
      {},
      { resolution: () => Number.NaN },
      "resolution: it is NaN; it must be a finite number ≥ 0",
    ],
    ["a resolution below 0", {}, { resolution: () => -1 }, "resolution: it is -1; it must be a finite number ≥ 0"],
  ])(
    "whose parts throw or are not what they must be names itself and the cell: %s",
    async (_, parts, changes, said) => {
      const trend = { ...sizes(1, 10), printedExponent: () => -0.5, ...parts };
      for (const draw of [falling, nothing]) {
        const claim = claimOf({ relation: "=", resolution: () => 0.1, draw, observed: () => 1, trend, ...changes });
        const asked = audit({ claim, cell: { k: 10 } });
        await expect(asked).rejects.toThrow(AuditError);
        await expect(asked).rejects.toThrow(`falls (printed) at {"k":10}: ${said}`);
      }
    },
  );

  test("of a grid that grows beyond all numbers is beyond reach, as one beyond cells is", async () => {
    const grid = (_: unknown, cell: { readonly k: number }) =>
      [cell.k, Infinity].map((k) => ({ size: k, cell: { k } }));
    const claim = claimOf({ trend: { grid, printedExponent: () => -0.5 } });
    expect(await audit({ claim, cell: { k: 10 } })).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringContaining("cannot be made at this size"),
    });
  });

  const wrong: Readonly<Record<string, Loose>> = {
    "a grid of another kind": { kind: "deterministic" },
    "an equality without a tolerance": { relation: "=" },
    "a whp claim with a grid": { kind: "whp", trivial: () => 1 },
    "every γ": { everyGamma: true },
  };
  test.each(Object.entries(wrong))("refuses %s", (_, changes) => {
    expect(() => claimOf(changes)).toThrow(/claim falls/);
  });
});

test("between two ends is their geometric middle, or the upper one where there is none", () => {
  expect(between(4, 9)).toBeCloseTo(6, 12);
  expect(between(1e200, 1e300) / 1e250).toBeCloseTo(1, 12);
  expect([between(0, 9), between(-4, 9), between(4, Infinity)]).toEqual([9, 9, Infinity]);
  expect(between(0, Infinity)).toBe(Infinity);
});

describe("draws of a trend", () => {
  const DRAWS = 100;
  /** 100 to 1, and four times that. */
  const lower = Float64Array.from({ length: DRAWS }, (_, i) => DRAWS - i);
  const upper = lower.map((x) => 4 * x);

  /** What is found where the draws are between those ends at size 1, and `last` at size 10, in batches of 30. */
  function found(last: number, changes: Loose = {}, { uncertainty = 0, affordable = DRAWS, more = {} } = {}) {
    const trend = {
      grid: () => [1, 10].map((size) => ({ size, cell: { k: size } })),
      printedExponent: () => 1,
      ...more,
    };
    const claim = madeUp({ kind: "trend", parameters, trend, ...changes });
    if (claim.kind !== "trend") throw new Error("no trend");
    const asked: number[] = [];
    async function* source({ k }: Loose, draws: number) {
      asked.push(draws);
      const ends = k === 1 ? [lower, upper] : [lower, upper].map((end) => end.map(() => last));
      for (let from = 0; from < draws; from += 30) {
        const [a, b] = ends.map((end) => Float64Array.from(end.subarray(from, Math.min(draws, from + 30))));
        yield { lower: a, upper: b, bound: new Float64Array(a.length) };
      }
    }
    const [cell, given] = [{ k: 1 }, {}];
    const parts = trendParts(statementOf(claim, cell), claim, given);
    const setting = { claim, cell, parts, alpha: 0.02, uncertainty, affordable, source };
    return judgeTrend(1, setting).then((row) => ({ ...row, asked }));
  }

  test.each([
    // 51 is the 51st of the lower ends, 204 of the upper ones.
    [undefined, Math.sqrt(51 * 204)],
    [0.9, Math.sqrt(91 * 364)],
    [0.01, Math.sqrt(2 * 8)],
  ])("have the quantile that is followed, the median if none is: %d", async (quantile, middle) => {
    expect((await found(10 * middle, {}, { more: { quantile } })).exponent).toBeCloseTo(1, 12);
  });

  test.each(["<=", ">="])("have limits further out by the doubt in the end that supports: %s", async (relation) => {
    for (const uncertainty of [0, 0.1]) {
      const { gridLower, gridUpper } = await found(7, { relation }, { uncertainty });
      const [below, above] = relation === ">=" ? [uncertainty, 0] : [0, uncertainty];
      // Half of alpha for each of the two sizes.
      expect(gridLower).toEqual([quantileLimits(lower, 0.5 - below, 0.01).lower, 7]);
      expect(gridUpper).toEqual([quantileLimits(upper, 0.5 + above, 0.01).upper, 7]);
    }
    for (const uncertainty of [0.5, 0.6]) {
      const { gridLower, gridUpper } = await found(7, { relation }, { uncertainty });
      if (relation === ">=") expect([gridLower?.[0], gridLower?.[1]]).toEqual([0, 0]);
      else expect(gridUpper).toEqual([null, null]);
    }
  });

  test("are as many as the trend asks for, 1024 if it does not, and are affordable", async () => {
    expect(await found(7, {}, { affordable: 90 })).toMatchObject({ asked: [90, 90], draws: 180, alpha: 0.02 });
    expect(await found(7, {}, { more: { draws: 40 } })).toMatchObject({ asked: [40, 40], draws: 80 });
    expect((await found(7, {}, { affordable: 5000 })).asked).toEqual([1024, 1024]);
  });
});
