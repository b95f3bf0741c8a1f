import type { LogProbability } from "lemmacheck";
import { expect, test } from "vitest";
import { conjunction, type Part } from "./conjunction.js";

interface Draw {
  readonly x: number;
  readonly y: number;
}
const point = (log: number): LogProbability => ({ logLower: log - 0.1, logUpper: log });

/** x ≤ 2 and y ≥ 3, of which 4 and 1 are known without; P(x > b) = e^(−b), P(y < b) = e^(b − 9). */
const atMost: Part<"k", Draw> = {
  relation: "<=",
  observed: ({ x }) => x,
  bound: () => 2,
  trivial: () => 4,
  exact: (_, b) => point(-b),
};
const atLeast: Part<"k", Draw> = {
  relation: ">=",
  observed: ({ y }) => y,
  bound: () => 3,
  trivial: () => 1,
  exact: (_, b) => point(b - 9),
};
const given = { k: 5 };
const both = conjunction([atMost, atLeast]);
const withBounds = (b: number | null, c: number | null) =>
  conjunction([
    { ...atMost, bound: () => b },
    { ...atLeast, bound: () => c },
  ]);

test("the larger share that a left side uses up is observed, and at most 1 is said of it", () => {
  expect(both.relation).toBe("<=");
  expect(both.bound(given)).toBe(1);
  expect(both.observed({ x: 1, y: 12 }, given)).toBe(0.5);
  expect(both.observed({ x: 1, y: 2 }, given)).toBe(1.5);
  expect(both.observed({ x: 5, y: 2 }, given)).toBe(2.5);
  // Nothing of a lower bound is used up that is not positive; of what is 0, all that there are numbers for.
  expect(withBounds(2, 0).observed({ x: 1, y: 0 }, given)).toBe(0.5);
  expect(withBounds(2, -1).observed({ x: 1, y: 5 }, given)).toBe(0.5);
  expect(both.observed({ x: 1, y: 0 }, given)).toBe(Number.MAX_VALUE);
  expect(withBounds(2, null).observed({ x: 1, y: 0 }, given)).toBe(0.5);
});

test("it is undefined where one right side is", () => {
  expect([withBounds(null, 3), withBounds(2, null), withBounds(null, null)].map(({ bound }) => bound(given))).toEqual([
    null,
    null,
    null,
  ]);
});

test("it is vacuous where one part is, at equality too", () => {
  const trivial = (b: number | null, c: number | null) => withBounds(b, c).trivial(given);
  expect([trivial(2, 3), trivial(3.99, 1.01)]).toEqual([Number.MAX_VALUE, Number.MAX_VALUE]);
  expect([trivial(4, 3), trivial(5, 3), trivial(2, 1), trivial(2, 0.5)]).toEqual([0, 0, 0, 0]);
  expect([trivial(null, 3), trivial(2, null)]).toEqual([Number.MAX_VALUE, 0]);
});

test("some part breaks its share as often as each at least, and as both together at most", () => {
  const at = (share: number) => {
    const { logLower, logUpper } = both.exact(given, share) ?? { logLower: NaN, logUpper: NaN };
    return [logLower, Math.exp(logUpper)];
  };
  // Shares of 1: P(x > 2) = e⁻², P(y < 3) = e⁻⁶. Of 2: P(x > 4) = e⁻⁴, P(y < 1.5) = e^(−7.5).
  expect(at(1)).toEqual([-2.1, expect.closeTo(Math.exp(-2) + Math.exp(-6), 14)]);
  expect(at(2)).toEqual([-4.1, expect.closeTo(Math.exp(-4) + Math.exp(-7.5), 14)]);
  // No more than 1.
  expect(at(1e-9)[1]).toBe(1);
  expect(at(0.3)[1]).toBe(1);
});

test("what is never broken is never broken together", () => {
  const never = () => ({ logLower: -Infinity, logUpper: -Infinity });
  const parts = [
    { ...atMost, exact: never },
    { ...atLeast, exact: never },
  ];
  expect(conjunction(parts).exact(given, 1)?.logUpper).toBe(-Infinity);
  expect(conjunction([parts[0], atLeast]).exact(given, 1)?.logUpper).toBeCloseTo(-6, 14);
});

test("it is not computed where one part is not, unless both are known together", () => {
  const { exact: _, ...unknown } = atLeast;
  const open: Part<"k", Draw> = { ...atLeast, exact: () => null };
  expect(conjunction([atMost, unknown]).exact(given, 1)).toBeNull();
  expect(conjunction([atMost, open]).exact(given, 1)).toBeNull();
  const asked: unknown[] = [];
  const joint = (...args: readonly unknown[]) => {
    asked.push(args);
    return point(-7);
  };
  expect(conjunction([atMost, open], joint).exact(given, 2)).toEqual(point(-7));
  expect(asked).toEqual([[given, 4, 1.5]]);
  expect(conjunction([atMost, atLeast], () => null).exact(given, 1)?.logUpper).toBe(both.exact(given, 1)?.logUpper);
});

test("an undefined right side is 0 where it is asked for shares", () => {
  // P(x > 0) = 1, and P(y < 0) = e⁻⁹.
  expect(withBounds(null, 3).exact(given, 1)?.logUpper).toBe(0);
  expect(withBounds(2, null).exact(given, 1)?.logUpper).toBeCloseTo(Math.log(Math.exp(-2) + Math.exp(-9)), 13);
});
