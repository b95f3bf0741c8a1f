// What is none is passed as if it were one.
// oxlint-disable typescript/no-unsafe-type-assertion
import { describe, expect, test } from "vitest";
import { uniform } from "../chance/bits.js";
import { CALIBRATION_GAMMAS } from "../chance/calibration-band.js";
import { audit } from "./audit.js";
import { calibrate } from "./calibrate.js";
import { canonicalCell, checkValue, givenOf, plainCell } from "./cell.js";
import { integers, oneOf } from "./domains.js";
import { drawBatch, joinBatches } from "./draw-batch.js";
import { drawCost } from "./draw-cost.js";
import { drawSetting } from "./draw-setting.js";
import { gamma } from "./gamma.js";
import { gridCells } from "./grid-cells.js";
import { investigationOf } from "./investigation.js";
import { isJsonObject, type Json } from "./json.js";
import { leastCell } from "./least-cell.js";
import { listedAlone } from "./listed-alone.js";
import { localExecutor } from "./local-executor.js";
import { packBatch, unpackBatch } from "./packed-batch.js";
import { parameter } from "./parameter.js";
import { pause, takeTurns } from "./pause.js";
import { repeatsItself } from "./repeats-itself.js";
import { defineSampler } from "./sampler.js";
import { someCell } from "./some-cell.js";
import { statementOf } from "./statement.js";
import { madeUp } from "./testing/made-up.js";

const n = parameter({ name: "n", domain: integers(1, 100), size: true });
const cell = { n: 3, gamma: 0.1 };
const drawn = (
  draw: (given: { n: number }, u: number) => number,
  changes: Readonly<Record<string, unknown>> = {},
  parameters: readonly (typeof n)[] = [n],
) =>
  madeUp({
    parameters: [n, gamma],
    cells: [{ n: [3], gamma: [0.1] }],
    mutants: { none: { bound: () => -1, at: cell } },
    draw: defineSampler({
      id: "own",
      parameters: parameters as readonly [typeof n],
      cost: () => 1,
      draw: (given, random) => draw(given, uniform(random("u"))),
    }),
    observed: (x: number) => x,
    ...changes,
  });

describe("draws that are made again", () => {
  async function again(claim: ReturnType<typeof madeUp>, cost = 1, size = 5) {
    const investigation = investigationOf({ claim, cell });
    const lower: number[] = [];
    for await (const batch of repeatsItself(
      localExecutor().source(investigation.question, 20, size),
      investigation,
      cost,
    ))
      lower.push(...batch.lower);
    return lower;
  }

  test("are the same, eight of the first batch at most, and none where they are dear", async () => {
    let draws = 0;
    const counting = drawn((_, u) => {
      draws++;
      return u;
    });
    const made = async (cost: number, batch: number) => {
      draws = 0;
      await again(counting, cost, batch);
      return draws - 20;
    };
    // The first batch of this thread is one draw.
    expect([await made(1, 5), await made(1e6, 5), await made(1e6 + 1, 5), await made(0, 5)]).toEqual([1, 1, 0, 1]);
    const whole = async function* () {
      yield drawBatch(drawSetting(investigationOf({ claim: counting, cell })), 0, 20);
    };
    const many = async (cost: number) => {
      draws = 0;
      for await (const _ of repeatsItself(whole(), investigationOf({ claim: counting, cell }), cost));
      return draws - 20;
    };
    expect([await many(1), await many(2e5), await many(5e5), await many(Infinity)]).toEqual([8, 5, 2, 0]);
  });

  test("or they are refused, and so is a sampler that reads what it does not list", async () => {
    let calls = 0;
    await expect(again(drawn(() => calls++))).rejects.toThrow(
      "draw 0 observed 0 and, made again, 1; what is observed must be a function of the draw, and the draw one of its streams",
    );
    const reads = drawn((given, u) => u + (given as unknown as { gamma: number }).gamma);
    await expect(again(reads)).rejects.toThrow(
      "sampler own reads gamma, and its parameters are [n]; gamma must be one of them",
    );
    const { statement, given } = investigationOf({ claim: reads, cell });
    const alone = listedAlone(statement, { ...given, toString: 1 }) as Record<string, unknown>;
    expect([alone.n, alone.other, Object.keys(alone)]).toEqual([3, undefined, ["n"]]);
    expect(() => alone.gamma).toThrow(
      'made-up (printed) at {"n":3,"gamma":0.1}: sampler own reads gamma, and its parameters are [n]; gamma must be one of them',
    );
    await expect(audit({ claim: reads, cell }, { draws: 64 })).rejects.toThrow("sampler own reads gamma");
  });
});

test("how many draws break the bound at each γ", () => {
  const claim = drawn((_, u) => u, {
    forms: { printed: { bound: ({ gamma: share }: Record<string, number>) => (share > 0.5 ? null : 1 - share) } },
    hypotheses: [{ latex: "x", holds: ({ gamma: share }: Record<string, number>) => share > 1e-3 }],
  });
  const lower = Float64Array.from({ length: 1000 }, (_, i) => i / 1000);
  const counts = calibrate(statementOf(claim, cell), cell, lower, lower);
  for (const [i, share] of CALIBRATION_GAMMAS.entries()) {
    const count = share > 0.5 || share <= 1e-3 ? null : lower.filter((x) => x > (1 - share) * (1 + 2 ** -40)).length;
    expect(counts[i]).toBe(count);
  }
  const strict = calibrate(
    statementOf({ ...claim, strict: true } as typeof claim, cell),
    cell,
    Float64Array.of(0.5),
    Float64Array.of(0.5),
  );
  expect(strict[CALIBRATION_GAMMAS.indexOf(0.5)] ?? 1).toBe(1);
});

describe("cells", () => {
  const word = parameter({ name: "w", domain: oneOf("a", "b") });
  const said = (make: () => unknown) => {
    try {
      make();
      return null;
    } catch (error) {
      return error instanceof RangeError ? error.message : error;
    }
  };
  test("are checked, resolved, and written in one way", () => {
    expect([
      said(() => checkValue(n, 0)),
      said(() => checkValue(n, 1)),
      said(() => givenOf([n, word], { n: 1, w: "a", q: 2 })),
      said(() => givenOf([n, word], { n: 1 })),
      said(() => givenOf([n], JSON.parse('{"toString":1}'))),
    ]).toMatchInlineSnapshot(`
      [
        "n is 0; it must be an integer from 1 to 100",
        null,
        "q is 2; the claim has no such parameter, only n, w",
        "w is missing; it must be one of a, b",
        "toString is 1; the claim has no such parameter, only n",
      ]
    `);
    expect(givenOf([n, word], { n: 1, w: "b" })).toEqual({ n: 1, w: "b" });
    expect(plainCell({ a: 1, b: undefined, c: "" })).toEqual({ a: 1, c: "" });
    expect(canonicalCell([n, word], { n: 1 }, {})).toEqual({ n: 1, w: "" });
    const odd = parameter({ name: "toString", domain: integers(1, 2) });
    expect(said(() => givenOf([odd], {}))).toBe("toString is missing; it must be an integer from 1 to 2");
  });

  test("of grids are every combination, the last parameter fastest, and what is made from them", () => {
    const claim = madeUp({
      parameters: [n, word, gamma],
      cells: [
        { n: [1, "least"], w: ["a", "b"], gamma: ({ w }: { w: string }) => (w === "a" ? 0.1 : 0.2) },
        { n: [7], w: ["a"], gamma: [0.5] },
      ],
    });
    const shown = (...args: Parameters<typeof gridCells> extends [unknown, ...infer R] ? R : never) =>
      gridCells(claim, ...args).map((at) => Object.values(at).join(" "));
    expect(shown({})).toEqual(["1 a 0.1", "1 b 0.2", "least a 0.1", "least b 0.2", "7 a 0.5"]);
    expect(shown({ n: [5], gamma: [0.3, 0.4] })).toEqual([
      "5 a 0.3",
      "5 a 0.4",
      "5 b 0.3",
      "5 b 0.4",
      "5 a 0.3",
      "5 a 0.4",
    ]);
    expect(shown({ toString: [1] }, (name, values) => (name === "w" ? values.slice(0, 1) : values))).toEqual([
      "1 a 0.1",
      "least a 0.1",
      "7 a 0.5",
    ]);
    const reads = madeUp({
      parameters: [n, gamma],
      cells: [{ n: ["least"], gamma: (others: Record<string, number>) => 1 / others.n }],
    });
    expect(said(() => gridCells(reads, {}))).toBe(
      'claim made-up: the function that cells has for gamma: it reads n, which is "least" there and not known yet; give n as numbers',
    );
    expect([
      someCell(claim),
      someCell({ ...reads, cells: [{ n: ["least"], gamma: [0.3] }] } as typeof reads),
      someCell(madeUp({ witness: { gamma: 0.7 } })),
    ]).toEqual([{ n: 1, w: "a", gamma: 0.1 }, { n: 1, gamma: 0.3 }, { gamma: 0.7 }]);
  });

  test("with a least are the least that hypotheses allow", () => {
    const m = parameter({ name: "m", domain: integers(1, 100), size: true });
    const least = (...hypotheses: readonly unknown[]) =>
      leastCell(madeUp({ parameters: [n, m, gamma], hypotheses }), { n: "least", m: "least", gamma: 0.1 });
    const of = (size: typeof n | typeof m | typeof gamma, at: (given: Record<string, number>) => number) => ({
      latex: "x",
      parameter: size,
      least: at,
    });
    const plain = { n: 5, m: 6, gamma: 0.1 };
    expect(leastCell(madeUp({ parameters: [n, m, gamma] }), plain)).toBe(plain);
    expect([
      least(),
      least(
        of(n, ({ m: b }) => 2 * b),
        of(m, () => 7.5),
      ),
      least(
        of(n, ({ m: b }) => b + 1),
        of(m, ({ n: a }) => a + 1),
      ),
      least(of(n, () => Infinity)),
      least(of(n, () => 1000)),
      least(
        { latex: "x", holds: () => false },
        of(gamma, () => 0.9),
        of(n, () => 3),
      ),
    ]).toMatchInlineSnapshot(`
      [
        {
          "gamma": 0.1,
          "m": 1,
          "n": 1,
        },
        {
          "gamma": 0.1,
          "m": 8,
          "n": 16,
        },
        {
          "gamma": 0.1,
          "m": 100,
          "n": 100,
        },
        {
          "gamma": 0.1,
          "m": 1,
          "n": 1,
        },
        {
          "gamma": 0.1,
          "m": 1,
          "n": 100,
        },
        {
          "gamma": 0.1,
          "m": 1,
          "n": 3,
        },
      ]
    `);
    const oops = (): never => {
      throw new Error("oops");
    };
    // Its row says what it was.
    expect(
      least(
        of(m, () => 7),
        of(n, oops),
      ),
    ).toEqual({ n: 1, m: 7, gamma: 0.1 });
  });
});

describe("draws and their cost", () => {
  test("packed are read again, and nothing else is", () => {
    const batch = {
      lower: Float64Array.of(1, -Infinity, 5e-324),
      upper: Float64Array.of(1, Infinity, 2),
      bound: Float64Array.of(NaN, 3, -0),
    };
    const packed = packBatch(batch);
    expect(packed).toMatchSnapshot();
    expect(unpackBatch(packed, 3)).toEqual(batch);
    const wrong: (Json | undefined)[] = [
      undefined,
      null,
      [],
      {},
      { ...packed, lower: 1 },
      { ...packed, upper: "AAAA" },
      { ...packed, bound: packBatch({ ...batch, bound: Float64Array.of(1, 2, Infinity) }).bound },
      { ...packed, lower: packBatch({ ...batch, lower: Float64Array.of(2, 0, 0) }).lower },
      { ...packed, lower: packBatch({ ...batch, lower: Float64Array.of(NaN, 0, 0) }).lower },
    ];
    for (const one of wrong) expect(unpackBatch(one, 3)).toBeNull();
    expect([unpackBatch(packed, 2), unpackBatch(packed, 4), isJsonObject(packed)]).toEqual([null, null, true]);
    expect(joinBatches([batch, batch]).lower).toEqual(Float64Array.of(1, -Infinity, 5e-324, 1, -Infinity, 5e-324));
  });

  test("a draw costs what its sampler says, times the claim's effort", () => {
    const of = (cost: unknown, changes: Readonly<Record<string, unknown>> = {}) =>
      drawCost(
        drawn((_, u) => u, { draw: { ...drawn((_, u) => u).draw, cost: () => cost }, ...changes }),
        cell,
      );
    expect([of(3), of(3, { effort: 4 }), of(Infinity)]).toEqual([3, 12, Infinity]);
    expect(() => of(NaN)).toThrow(new RangeError("the cost of sampler own is NaN; it must be a number ≥ 0"));
    expect(() => of("3")).toThrow(new RangeError('the cost of sampler own is "3"; it must be a number ≥ 0'));
    const trend = {
      kind: "trend",
      trend: {
        grid: ({ n: size }: Record<string, number>) =>
          [1, 5].map((t) => ({ size: t, cell: { n: t * size, gamma: 0.1 } })),
      },
    };
    expect([of(3, trend), of(3, { ...trend, effort: 2 })]).toEqual([6, 12]);
    expect(
      drawCost(
        drawn((_, u) => u, trend),
        { n: 21, gamma: 0.1 },
      ),
    ).toBe(Infinity);
  });

  test("streams are keyed by the sampler's parameters, or by the whole cell", () => {
    const claim = drawn((_, u) => u);
    const first = (question: Readonly<Record<string, unknown>> = {}) =>
      drawBatch(drawSetting(investigationOf({ claim, cell, ...question })), 0, 1).lower[0];
    const [shared, other] = [first(), first({ cell: { n: 3, gamma: 0.2 } })];
    expect(other).toBe(shared);
    const all = [
      shared,
      first({ cell: { n: 4, gamma: 0.1 } }),
      first({ seed: "2" }),
      first({ stream: "cell" }),
      first({ stream: "cell", cell: { n: 3, gamma: 0.2 } }),
      first({ stream: "cell", mutant: "none" }),
    ];
    expect(new Set(all).size).toBe(6);
    expect(first({ seed: "1", stream: "shared", form: "printed", mutant: null })).toBe(shared);
    expect(first({ stream: "cell", form: "printed", mutant: null })).toBe(all[3]);
    expect(all).toMatchSnapshot();
  });

  test("turns are given, and an abort is heard", async () => {
    const end = new AbortController();
    await pause(end.signal);
    end.abort(new Error("stop"));
    await expect(pause(end.signal)).rejects.toThrow("stop");
    // Not due: nobody has computed for long.
    await pause();
    await takeTurns(end.signal);
    const started = Date.now();
    while (Date.now() - started < 25);
    await expect(takeTurns(end.signal)).rejects.toThrow("stop");
  });
});
