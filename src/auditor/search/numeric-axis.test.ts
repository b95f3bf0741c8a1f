import { describe, expect, test } from "vitest";
import type { Domain } from "../domain.js";
import {
  closedInterval,
  finiteReals,
  integers,
  openInterval,
  positiveReals,
  realsFrom,
  restricted,
} from "../domains.js";
import { parameter } from "../parameter.js";
import { numericAxis } from "./numeric-axis.js";
import { searchClaim } from "./search-claim.js";
import { seededDice, times } from "./testing/seeded-dice.js";
import { tied } from "./testing/tied-plants.js";

function axisOfNumbers(domain: Domain) {
  const shape = domain.shape.type === "restricted" ? domain.shape.domain.shape : domain.shape;
  if (shape.type !== "integers" && shape.type !== "reals") throw new Error(shape.type);
  return numericAxis(domain, shape);
}

const DOMAINS: readonly (readonly [string, Domain, readonly number[]])[] = [
  ["sizes", integers(1, 2 ** 53), [1, 2, 17, 1234567, 2 ** 53]],
  ["a few integers", integers(0, 255), [0, 1, 200, 255]],
  ["one more than a few", integers(0, 256), [0, 256]],
  ["one integer", integers(3, 3), [3]],
  ["negative integers", integers(-300, -2), [-2, -77, -300]],
  ["integers up to 0", integers(-9, 0), [0, -9]],
  ["integers of either sign", integers(-(2 ** 53), 1000), [0, 999, -999, -(2 ** 50)]],
  ["even integers", restricted(integers(2, 1000), "that is even", (n) => n % 2 === 0), [2, 4, 768]],
  ["shares", openInterval(0, 1), [0.5, 0.37, 1e-9, 1 - 1e-9]],
  ["shares with both ends", closedInterval(0, 1), [0, 1, 0.37]],
  ["an interval around 0", closedInterval(-1, 3), [-1, 0, 3, 1.37, -0.37]],
  ["a short interval", openInterval(2, 2.5), [2.1, 2.49]],
  ["an interval of length 1", openInterval(1, 2), [1.5, 1.001]],
  ["positive numbers", positiveReals(), [1, 2, 1.37e-4, 123456]],
  ["numbers from 0", realsFrom(0), [0, 1, 1.37e5]],
  ["numbers from 2", realsFrom(2), [2, 3, 3.7]],
  ["numbers from −2", realsFrom(-2), [-2, -1.5, 3]],
  ["all numbers", finiteReals(), [0, 1, -1, -12.5, 3e7]],
];

// Pinned to the last bit: what is looked at, and in which order, decides what a search finds.
describe.each(DOMAINS)("%s", (name, domain, at) => {
  const axis = axisOfNumbers(domain);

  test("corners, simpler values, and moves by seeded dice", () => {
    const dice = seededDice(name);
    expect({
      corners: axis.corners.map(({ value }) => value).join(" "),
      all: axis.all && `${axis.all.length}: ${axis.all[0].value} to ${axis.all.at(-1)?.value}`,
      dear: axis.dear,
      simpler: at.map(
        (value) =>
          `${value}: ${axis
            .simpler({ value })
            .map((spot) => spot.value)
            .join(" ")}`,
      ),
      anywhere: times(24, () => axis.anywhere(dice).value).join(" "),
      near: at.map((value) => times(8, (i) => axis.near({ value }, 2 ** (i - 4), dice).value).join(" ")),
    }).toMatchSnapshot();
  });

  test("all of them belong to the domain, and those that are simpler come once each", () => {
    const dice = seededDice(`${name}, again`);
    const moved = times(60, (i) => axis.near(axis.anywhere(dice), i / 20, dice));
    for (const { value } of [...axis.corners, ...(axis.all ?? []), ...moved]) expect(domain.has(value)).toBe(true);
    for (const value of at) {
      const simpler = axis.simpler({ value }).map((spot) => spot.value);
      expect(simpler.every((one) => domain.has(one))).toBe(true);
      expect(simpler).not.toContain(value);
    }
  });
});

test("of integers from an end, the simpler ones are the smaller ones, in ascending order", () => {
  const axis = axisOfNumbers(integers(1, 2 ** 53));
  for (const value of [1, 2, 100, 98765]) {
    const simpler = axis.simpler({ value }).map((spot) => Number(spot.value));
    expect(simpler).toEqual([...new Set(simpler)].toSorted((a, b) => a - b));
    expect(Math.max(0, ...simpler)).toBe(value - 1);
  }
});

test("where rounding moves every try out of a domain, a corner is taken", () => {
  const domain = restricted(integers(1, 1000), "that is 1", (n) => n === 1);
  const axis = axisOfNumbers(domain);
  const dice = seededDice();
  expect(axis.corners).toEqual([{ value: 1 }]);
  expect(new Set(times(30, () => axis.anywhere(dice).value))).toEqual(new Set([1]));
  expect(axis.near({ value: 900 }, 0.01, dice)).toEqual({ value: 1 });
});

test("a number above an end is not shrunk to itself, though rounding makes it look less simple", async () => {
  // 2.7 − 1 is 1.7000000000000002.
  const x = parameter({ name: "x", domain: realsFrom(1) });
  const claim = tied([x], ({ x: at }) => at >= 2.65 && at < 2.72);
  const { row, effort } = await searchClaim({ claim }, { candidates: 1, first: [{ x: 2.7123 }] });
  expect(row?.cell).toEqual({ x: 2.7 });
  expect(effort.unfinished).toBeNull();
  expect(effort.shrinks).toBeLessThan(50);
});

test("of two ends, 0 is simpler than 1", () => {
  const simpler = (domain: Domain, value: number) => axisOfNumbers(domain).simpler({ value });
  expect(simpler(closedInterval(0, 1), 1)).toEqual([{ value: 0 }]);
  expect(simpler(closedInterval(0, 1), 0)).toEqual([]);
  expect(simpler(closedInterval(0, 1), 0.5)).toEqual([{ value: 0 }, { value: 1 }]);
});
