import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { uniform } from "./bits.js";
import { drawUntilSettled } from "./draw-until-settled.js";
import { hasMean } from "./has-mean.js";
import { holdsWithProbability } from "./holds-with-probability.js";
import type { Streams } from "./streams.js";

/** Comes after as many turns of the loop as a draw's number says, so that later draws may come before earlier ones. */
async function late<T>(draw: number, value: T): Promise<T> {
  for (let left = (draw * 7) % 5; left > 0; left--) await turn();
  return value;
}

const sample = (random: Streams) => uniform(random("u"));

test("what comes out does not depend on how many draws are under way at once", async () => {
  const held = (atOnce: number) =>
    holdsWithProbability((draw, random) => late(draw, sample(random) < 0.7), 0.8, { atOnce, alpha: 1e-3 });
  const mean = (atOnce: number) =>
    hasMean((draw, random) => late(draw, sample(random)), {
      range: { lower: 0, upper: 1 },
      atMost: 0.45,
      atOnce,
      alpha: 1e-3,
    });
  const [one, other] = [await held(1), await mean(1)];
  expect(one.firstFailure).not.toBeNull();
  for (const atOnce of [2, 13, 64]) {
    expect(await held(atOnce)).toEqual(one);
    expect(await mean(atOnce)).toEqual(other);
  }
});

test("as many are under way as is said, counted in order, up to the look and no further", async () => {
  const counted: number[] = [];
  let [under, most] = [0, 0];
  const { draws } = await drawUntilSettled({
    limit: 100,
    atOnce: 5,
    signal: undefined,
    async draw(draw) {
      most = Math.max(most, ++under);
      expect(draw < 64 || counted.length >= 64).toBe(true);
      await late(draw, null);
      under--;
      return draw;
    },
    count: (observed, draw) => counted.push(observed === draw ? draw : Number.NaN),
    look: () => "inconclusive",
  });
  expect(draws).toBe(100);
  expect(most).toBe(5);
  expect(counted).toEqual(Array.from({ length: 100 }, (_, i) => i));
});

test("once a draw has failed no other is begun", async () => {
  const begun: number[] = [];
  const refused = holdsWithProbability(
    async (draw) => {
      begun.push(draw);
      await late(draw, null);
      if (draw === 10) throw new Error("no answer");
      return true;
    },
    0.5,
    { atOnce: 4 },
  );
  await expect(refused).rejects.toThrow("no answer");
  const then = begun.length;
  for (let i = 0; i < 20; i++) await turn();
  expect(begun).toHaveLength(then);
  expect(then).toBeLessThan(30);
});

test.each([0, 65, 1.5, Number.NaN])("atOnce = %d is refused", async (atOnce) => {
  await expect(holdsWithProbability(() => true, 0.5, { atOnce })).rejects.toThrow(
    new RangeError(`atOnce is ${atOnce}; it must be an integer from 1 to 64`),
  );
});

test("one draw is the least that may be asked for", async () => {
  expect(await holdsWithProbability(() => true, 0.5, { draws: 1 })).toMatchObject({
    draws: 1,
    verdict: "inconclusive",
  });
  for (const draws of [0, 0.5, -1, Number.NaN])
    await expect(holdsWithProbability(() => true, 0.5, { draws })).rejects.toThrow(
      new RangeError(`draws is ${draws}; it must be an integer from 1 to 2^53 - 1`),
    );
});
