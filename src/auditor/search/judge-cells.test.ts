import { describe, expect, test } from "vitest";
import { TookTooLong } from "../campaign/took-too-long.js";
import type { Claim } from "../claim.js";
import type { Executor } from "../executor.js";
import { localExecutor } from "../local-executor.js";
import { madeUp } from "../testing/made-up.js";
import { decisionDraws } from "./decision-draws.js";
import { judgeCells } from "./judge-cells.js";
import type { Place } from "./place.js";
import { overlong, type Probe } from "./probe.js";
import { searchClaim } from "./search-claim.js";
import type { SearchOptions } from "./searching.js";
import { shrinkingLooks } from "./shrinking-looks.js";
import { sizes } from "./testing/plain-plants.js";
import { headsClaim, normalSum, uniformShare } from "./testing/random-plants.js";

const placeOf = (cell: Record<string, number>, raise: Place["raise"] = "none"): Place => ({
  spots: Object.fromEntries(Object.entries(cell).map(([name, value]) => [name, { value }])),
  raise,
});
const seen = (cell: Record<string, number>, changes: Partial<Probe> = {}): Probe => ({
  ...overlong(cell),
  status: "judged",
  excess: 1,
  sure: true,
  ...changes,
});

const plain = sizes(
  "plain",
  (a) => a,
  (_, b) => b,
);
const often = uniformShare("often", () => 0.2, true);

/** An executor of this thread that notes what it is asked to look at. */
function noting(probing: Executor["probe"] = (...asked) => localExecutor().probe(...asked)) {
  const asked: unknown[] = [];
  const executor: Executor = {
    ...localExecutor(),
    probe(question, candidate, how) {
      asked.push({ ...question, claim: question.claim.id, ...candidate, ...how });
      return probing(question, candidate, how);
    },
  };
  return { asked, executor };
}

const judgeOf = (claim: Claim, options: SearchOptions = {}, executor: Executor = localExecutor()) =>
  judgeCells({ claim }, options, executor);

describe("looks of a search", () => {
  test("keep what was asked for and what they are told to, and come back in order", async () => {
    const { asked, executor } = noting();
    const judge = judgeCells(
      { claim: plain, seed: "7", paper: "p" },
      { asked: { m: [2], toString: [1] }, lookSeconds: 3 },
      executor,
    );
    const found = await judge.look([placeOf({ n: 3, m: 2 }), placeOf({ n: 1, m: 2 }, "edge")], {
      gaussians: 9,
      keeping: ["n", "m"],
    });
    expect(found.map((one) => one && [one.cell, one.excess > 0])).toEqual([
      [{ n: 3, m: 2 }, true],
      [{ n: 1, m: 2 }, false],
    ]);
    await judge.look([placeOf({ n: 1, m: 1 })], { gaussians: 8 });
    expect(asked).toMatchInlineSnapshot(`
      [
        {
          "cell": {
            "m": 2,
            "n": 3,
          },
          "claim": "plain",
          "fixed": [
            "m",
            "n",
          ],
          "form": "printed",
          "gaussians": 9,
          "paper": "p",
          "raise": "none",
          "seconds": 3,
          "seed": "7",
        },
        {
          "cell": {
            "m": 2,
            "n": 1,
          },
          "claim": "plain",
          "fixed": [
            "m",
            "n",
          ],
          "form": "printed",
          "gaussians": 9,
          "paper": "p",
          "raise": "edge",
          "seconds": 3,
          "seed": "7",
        },
        {
          "cell": {
            "m": 1,
            "n": 1,
          },
          "claim": "plain",
          "fixed": [
            "m",
          ],
          "form": "printed",
          "gaussians": 8,
          "paper": "p",
          "raise": "none",
          "seconds": 3,
          "seed": "7",
        },
      ]
    `);
    const { asked: plainly, executor: other } = noting();
    await judgeOf(plain, {}, other).look([placeOf({ n: 1, m: 1 })], { gaussians: 8 });
    expect(plainly).toMatchInlineSnapshot(`
      [
        {
          "cell": {
            "m": 1,
            "n": 1,
          },
          "claim": "plain",
          "fixed": [],
          "form": "printed",
          "gaussians": 8,
          "raise": "none",
          "seconds": undefined,
          "seed": "1",
        },
      ]
    `);
  });

  test("that take too long are overlong; what else is thrown is thrown", async () => {
    const slow = noting((_, { cell }) => Promise.reject(cell.n === 2 ? new Error("oops") : new TookTooLong("slow")));
    const judge = judgeOf(plain, {}, slow.executor);
    expect(await judge.look([placeOf({ n: 1, m: 1 })], { gaussians: 1 })).toEqual([overlong({ n: 1, m: 1 })]);
    await expect(judge.look([placeOf({ n: 2, m: 1 })], { gaussians: 1 })).rejects.toThrow("oops");
  });

  test("that the end of the time cuts off are none, and those that came before it are", async () => {
    const end = new AbortController();
    const cut = noting((question, candidate, how) => {
      if (candidate.cell.n === 1) return localExecutor().probe(question, candidate, how);
      return new Promise((_, reject) => {
        end.signal.addEventListener("abort", () => reject(new Error("cut off")));
        setTimeout(() => end.abort(), 5);
      });
    });
    const found = await judgeOf(plain, { until: end.signal }, cut.executor).look(
      [placeOf({ n: 1, m: 1 }), placeOf({ n: 2, m: 1 })],
      { gaussians: 1 },
    );
    expect(found.map((one) => one?.status ?? null)).toEqual(["judged", null]);
  });
});

describe("decisions of a search", () => {
  test("are made where something seems to fail, with fresh draws of the whole cell", async () => {
    const judge = judgeOf(plain);
    for (const probe of [
      seen({ n: 3, m: 2 }, { status: "beyond" }),
      seen({ n: 3, m: 2 }, { excess: 0 }),
      seen({ n: 3, m: 2 }, { excess: NaN }),
    ])
      expect(await judge.refuting(probe)).toEqual({ row: null, failure: null, isUnpaid: false });
    expect(await judge.refuting(seen({ n: 1, m: 2 }))).toEqual({ row: null, failure: null, isUnpaid: false });
    const { row, ...rest } = await judge.refuting(seen({ n: 3, m: 2 }));
    expect(rest).toEqual({ failure: null, isUnpaid: false });
    expect({ ...row, milliseconds: 0 }).toMatchObject({
      claim: "plain",
      verdict: "refuted",
      stream: "cell",
      seed: "1",
      form: "printed",
      cell: { n: 3, m: 2 },
    });
    expect(judge.spent()).toEqual({ decisions: 0, spent: 0 });
  });

  test("by draws are counted, and spend of the budget until it is spent", async () => {
    const judge = judgeOf(often, { draws: 640, budget: 2.5e-10 });
    const probe = seen({ n: 1, gamma: 0.1 }, { sure: false });
    const { row } = await judge.refuting(probe);
    expect(row).toMatchObject({ verdict: "refuted", method: "sampled", alpha: 1e-10 });
    expect(await judge.refuting(seen({ n: 1, gamma: 0.9 }, { sure: false }))).toEqual({
      row: null,
      failure: null,
      isUnpaid: false,
    });
    expect(judge.spent()).toEqual({ decisions: 2, spent: 2e-10 });
    expect(await judge.refuting(probe)).toEqual({ row: null, failure: null, isUnpaid: true });
    expect(judge.spent()).toEqual({ decisions: 2, spent: 2e-10 });
    // What is proved is paid for by nothing.
    expect((await judge.refuting({ ...probe, sure: true })).isUnpaid).toBe(false);
    const exactly = judgeOf(often, { draws: 640, budget: 1e-10 });
    expect((await exactly.refuting(probe)).row).not.toBeNull();
  });

  test("that the claim prevents say what it said, and other errors are thrown", async () => {
    const failing = sizes(
      "failing",
      () => {
        throw new Error("oops");
      },
      () => 1,
    );
    expect(await judgeOf(failing).refuting(seen({ n: 1, m: 1 }))).toEqual({
      row: null,
      failure: 'failing (printed) at {"n":1,"m":1}: observed threw: oops',
      isUnpaid: false,
    });
    expect(await judgeOf(plain).refuting(seen({ n: 1 }))).toMatchObject({
      row: null,
      failure: "m is missing; it must be an integer from 1 to 2^53",
    });
    const broken: Executor = { ...localExecutor(), compute: () => Promise.reject(new Error("broken")) };
    await expect(judgeOf(plain, {}, broken).refuting(seen({ n: 3, m: 2 }))).rejects.toThrow("broken");
  });

  test.each([
    ["is NaN", () => NaN],
    [
      "throws",
      () => {
        throw new Error("oops");
      },
    ],
  ])("need no cost of a draw where the law is computed: it %s", async (_, cost) => {
    const sum = normalSum("sum", () => 0.1);
    const claim = madeUp({ ...sum, draw: { ...sum.draw, cost } });
    const { row } = await searchClaim({ claim }, { candidates: 16 });
    expect(row).toMatchObject({ verdict: "refuted", method: "exact" });
    expect(decisionDraws(claim, { n: 1, gamma: 0.1 }, {})).toBe(64);
  });

  test("are made by the method that was asked for", async () => {
    expect(
      (await judgeOf(plain, { method: "sampled" }).refuting(seen({ n: 3, m: 2 }))).row?.method ?? null,
    ).toMatchInlineSnapshot(`null`);
  });

  test("of what is proved are made though the time is over, and no others", async () => {
    const end = new AbortController();
    end.abort();
    const judge = judgeOf(plain, { until: end.signal });
    expect((await judge.refuting(seen({ n: 3, m: 2 }))).row?.verdict).toBe("refuted");
    expect(await judge.refuting(seen({ n: 3, m: 2 }, { sure: false }))).toEqual({
      row: null,
      failure: null,
      isUnpaid: false,
    });
  });

  test("take as many draws as their work pays for", () => {
    const at = (cost: number, gaussians?: number) =>
      decisionDraws(
        madeUp({ draw: { ...often.draw, parameters: [], cost: () => cost } }),
        { gamma: 0.1 },
        {},
        gaussians,
      );
    expect([at(0), at(1), at(1000), at(1e6), at(3e8 / 64 / 2), at(3e8 / 64 / 2 + 1), at(1e9), at(Infinity)]).toEqual([
      2 ** 20,
      2 ** 20,
      299968,
      256,
      128,
      64,
      64,
      64,
    ]);
    expect([at(1, 6400), at(0.5, 6400), at(1, 6399), at(1, 1)]).toEqual([6400, 6400, 6336, 64]);
    expect(decisionDraws(headsClaim("heads", 1), { n: 100 }, {}, 1e5)).toBe(960);
  });
});

describe("looks for something simpler", () => {
  const places = (...ns: readonly number[]) => ns.map((n) => placeOf({ n, m: 5 }));
  const cells = (found: Awaited<ReturnType<ReturnType<typeof shrinkingLooks>["first"]>>) =>
    found && [found.place.spots.n.value, found.index];
  const exactly = { keeping: ["n", "m"] };

  test("find the first of some that is refuted, eight at a time, and ask for none twice", async () => {
    const { asked, executor } = noting();
    const looks = shrinkingLooks(judgeOf(plain, {}, executor), 77, 100, () => false);
    expect(cells(await looks.first(places(1, 2, 9, 3, 8), exactly))).toEqual([9, 2]);
    expect(asked).toHaveLength(5);
    expect(asked[0]).toMatchObject({ gaussians: 77, fixed: ["n", "m"], cell: { n: 1, m: 5 } });
    // Some of what came after was looked at, and is not counted.
    expect(looks.count()).toEqual({ shrinks: 3, unfinished: null });
    expect(await looks.first(places(1, 2, 3), exactly)).toBeNull();
    expect(looks.count()).toEqual({ shrinks: 4, unfinished: null });
    expect(await looks.first(places(1, 2), { keeping: [] })).toBeNull();
    expect(looks.count()).toEqual({ shrinks: 6, unfinished: null });
    const many = await looks.first(
      places(1, 2, 3, 4, 5, ...Array.from({ length: 20 }, (_, i) => 5 - (i % 5)), 6, 7),
      exactly,
    );
    expect(cells(many)).toEqual([6, 25]);
  });

  test("take what may be taken", async () => {
    const looks = shrinkingLooks(judgeOf(plain), 77, 100, () => false);
    expect(cells(await looks.first(places(9, 8, 7), { ...exactly, mayBe: ({ n }) => Number(n) < 8 }))).toEqual([7, 2]);
    const failing = await looks.failing(places(9, 1, 7), exactly);
    expect(failing.map(({ cell }) => cell)).toEqual([
      { n: 9, m: 5 },
      { n: 7, m: 5 },
    ]);
    expect(await looks.failing(places(9), { ...exactly, mayBe: () => false })).toEqual([]);
  });

  test("are as many as may be, but for the last eight", async () => {
    const looks = shrinkingLooks(judgeOf(plain), 77, 9, () => false);
    expect(await looks.first(places(...Array.from({ length: 30 }, () => 1)), exactly)).toBeNull();
    expect(looks.count()).toEqual({ shrinks: 16, unfinished: "cells" });
    expect(await looks.first(places(9), exactly)).toBeNull();
    expect(looks.count().shrinks).toBe(16);
  });

  test("end with the time, or with the budget, and say so", async () => {
    let isOver = false;
    const judge = judgeOf(plain);
    const late = shrinkingLooks(
      { ...judge, refuting: async () => ({ row: null, failure: null, isUnpaid: false }) },
      77,
      100,
      () => isOver,
    );
    expect(await late.first(places(9), exactly)).toBeNull();
    expect(late.count()).toEqual({ shrinks: 1, unfinished: null });
    isOver = true;
    expect(await late.first(places(9, 8), exactly)).toBeNull();
    expect(late.count().unfinished).toBe("time");
    const poor = shrinkingLooks(
      { ...judge, refuting: async () => ({ row: null, failure: null, isUnpaid: true }) },
      77,
      100,
      () => true,
    );
    await poor.first(places(9), exactly);
    expect(poor.count()).toEqual({ shrinks: 1, unfinished: "budget" });
    const cut = shrinkingLooks({ ...judge, look: async (some) => some.map(() => null) }, 77, 100, () => false);
    expect(await cut.first(places(9), exactly)).toBeNull();
    expect(cut.count()).toEqual({ shrinks: 0, unfinished: "time" });
  });
});
