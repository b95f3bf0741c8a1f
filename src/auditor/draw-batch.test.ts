import { describe, expect, test } from "vitest";
import { boundAhead, drawBatch, joinBatches } from "./draw-batch.js";
import { drawSetting } from "./draw-setting.js";
import { investigationOf } from "./investigation.js";
import { statementOf } from "./statement.js";
import { madeUp } from "./testing/made-up.js";

const cell = { gamma: 0.1 };
const named = 'made-up (printed) at {"gamma":0.1}: ';

/** A claim of the first 32 bits of a draw's stream. */
const bits = (changes: Readonly<Record<string, unknown>> = {}) =>
  madeUp({
    draw: {
      id: "bits",
      parameters: [],
      cost: () => 1,
      draw: (_: unknown, random: (name: string) => () => number) => random("bits")(),
    },
    observed: (x: number) => x,
    ...changes,
  });
const drawsOf = (claim: ReturnType<typeof bits>, from: number, to: number) =>
  drawBatch(drawSetting(investigationOf({ claim, cell })), from, to);

describe("a batch of draws", () => {
  test("has what each draw observed and its bound, by its number, however draws are put in batches", () => {
    const claim = bits({
      observed: (x: number) => ({ lower: x, upper: x + 1 }),
      forms: { printed: { bound: (_: unknown, x: number) => (x % 2 === 0 ? null : 2 * x) } },
    });
    const all = drawsOf(claim, 0, 20);
    expect(new Set(all.lower).size).toBe(20);
    expect(all.upper).toEqual(all.lower.map((x) => x + 1));
    expect(all.bound).toEqual(all.lower.map((x) => (x % 2 === 0 ? Number.NaN : 2 * x)));
    expect(all.bound.some(Number.isNaN)).toBe(true);
    expect(joinBatches([drawsOf(claim, 0, 7), drawsOf(claim, 7, 8), drawsOf(claim, 8, 20)])).toEqual(all);
  });

  test("whose sampler or sides throw, or give what is no number, names the claim, the cell and the part", () => {
    const broken = () => {
      throw new Error("broken");
    };
    const sampler = { ...bits().draw, draw: broken };
    expect(() => drawsOf(bits({ draw: sampler }), 0, 1)).toThrow(`${named}sampler bits threw: broken`);
    expect(() => drawsOf(bits({ observed: broken }), 0, 1)).toThrow(`${named}observed threw: broken`);
    const wrong = bits({ observed: () => Number.NaN });
    expect(() => drawsOf(wrong, 5, 6)).toThrow(`${named}draw 5 observed NaN; it must be`);
    for (const [bound, shown] of [
      [Number.NaN, "NaN"],
      [-Infinity, "-Infinity"],
      ["1", '"1"'],
      [undefined, "missing"],
    ])
      expect(() => drawsOf(bits({ forms: { printed: { bound: () => bound } } }), 0, 1)).toThrow(
        `${named}the bound is ${shown}; it must be a finite number or null where undefined`,
      );
  });
});

test("a right side without a draw is a number, or null where it is undefined", () => {
  const ahead = (bound: unknown) =>
    boundAhead(statementOf(madeUp({ forms: { printed: { bound: () => bound } } }), cell), cell);
  expect([ahead(2), ahead(null)]).toEqual([2, null]);
  expect(() => ahead(Infinity)).toThrow(`${named}the bound is Infinity; it must be`);
});
