import { describe, expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import {
  absolute,
  add,
  contains,
  divide,
  ENTIRE,
  hull,
  type Interval,
  integerPower,
  interval,
  isPoint,
  magnitude,
  mignitude,
  multiply,
  negate,
  ONE,
  point,
  square,
  squareRoot,
  subtract,
  widen,
  ZERO,
} from "./interval.js";

const FINITE = [
  interval(0, 0),
  interval(1, 1),
  interval(0.1, 3),
  interval(0, 0.7),
  interval(-0.3, 0),
  interval(-7, -0.1),
  interval(-0.7, 0.3),
  interval(-0.3, 5),
];
const ALL = [...FINITE, interval(1, Infinity), interval(-Infinity, -2), interval(-1, Infinity), ENTIRE];
const PAIRS = ALL.flatMap((a) => ALL.map((b) => [a, b] as const));

/** Ends and what lies between. */
const pointsOf = ({ lo, hi }: Interval) => [lo, lo + (hi - lo) / 3, (lo + hi) / 2, hi];

describe("intervals", () => {
  test("sums, differences, products and quotients hold those of their points", () => {
    for (const [a, b] of PAIRS.filter(([x, y]) => FINITE.includes(x) && FINITE.includes(y)))
      for (const x of pointsOf(a))
        for (const y of pointsOf(b)) {
          expect(contains(add(a, b), x + y)).toBe(true);
          expect(contains(subtract(a, b), x - y)).toBe(true);
          expect(contains(multiply(a, b), x * y)).toBe(true);
          if (y !== 0) expect(contains(divide(a, b), x / y), `${x}/${y}`).toBe(true);
        }
  });

  test("squares, powers, roots and sizes hold those of their points", () => {
    for (const a of FINITE)
      for (const x of pointsOf(a)) {
        expect(contains(square(a), x * x)).toBe(true);
        expect(contains(absolute(a), Math.abs(x))).toBe(true);
        expect(contains(negate(a), -x)).toBe(true);
        for (const n of [0, 1, 2, 3, 4, 5]) expect(contains(widen(integerPower(a, n)), x ** n)).toBe(true);
        if (a.hi >= 0 && x >= 0) expect(contains(squareRoot(a), Math.sqrt(x))).toBe(true);
      }
  });

  test("constants, points and hulls", () => {
    expect([ENTIRE, ZERO, ONE]).toEqual([interval(-Infinity, Infinity), point(0), point(1)]);
    expect([isPoint(ONE), isPoint(interval(0, 1))]).toEqual([true, false]);
    expect(hull(interval(-1, 2), interval(0, 3))).toEqual(interval(-1, 3));
    expect([0, 0.5, 1, -1e-9, 1.1].map((x) => contains(interval(0, 1), x))).toEqual([true, true, true, false, false]);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("operations on intervals of every sign, bounded or not", () => {
  const shown = ({ lo, hi }: Interval) => [lo, hi];
  expect(callTable((a: Interval, b: Interval) => [multiply(a, b), divide(a, b)].map(shown), PAIRS)).toMatchSnapshot();
  const small = PAIRS.filter(([a, b]) => FINITE.indexOf(a) > 1 && FINITE.indexOf(b) > 1);
  expect(callTable((a: Interval, b: Interval) => [add(a, b), subtract(a, b)].map(shown), small)).toMatchSnapshot();
  expect(
    callTable(
      (a: Interval) => [
        [square(a), absolute(a), negate(a), widen(a), ...(a.hi >= 0 ? [squareRoot(a)] : [])].map(shown),
        [magnitude(a), mignitude(a)],
        [0, 1, 2, 3, 6, 7].map((n) => shown(integerPower(a, n))),
      ],
      ALL.map((a) => [a]),
    ),
  ).toMatchSnapshot();
});
