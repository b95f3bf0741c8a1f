import { expect, test } from "vitest";
import { diceOf } from "./dice.js";
import { seededDice, times } from "./testing/seeded-dice.js";

// Pinned to the last bit: a search is what its dice are.
test("dice fall the same way in every run", () => {
  const dice = seededDice();
  expect({
    shares: times(4, () => dice.share()),
    normals: times(4, () => dice.normal()),
    below: times(20, () => dice.below(7)).join(" "),
    chances: times(20, () => Number(dice.chance(0.3))).join(" "),
    picks: times(12, () => dice.pick(["a", "b", "c"])).join(" "),
  }).toMatchSnapshot();
});

test("each of a few is picked about as often, and none beside them", () => {
  const dice = seededDice("fair");
  const counts = [0, 0, 0];
  for (let i = 0; i < 3000; i++) counts[dice.below(3)]++;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  expect(times(3000, () => Number(dice.chance(0.2))).reduce((a, b) => a + b) / 3000).toBeCloseTo(0.2, 1);
});

test("of bits that are all ones, the last of a list is taken", () => {
  const dice = diceOf(() => -1);
  expect([dice.below(3), dice.pick(["a", "b", "c"])]).toEqual([2, "c"]);
});
