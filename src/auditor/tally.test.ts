import fc from "fast-check";
import { expect, test } from "vitest";
import { addToTally, comparisonOf, outcome } from "./tally.js";
import { madeUp } from "./testing/made-up.js";

const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });

test("a number is kept on one side of the bound and broken on the other, never untold", () => {
  fc.assert(
    fc.property(number, number, (observed, bound) => {
      fc.pre(Math.abs(observed - bound) > 1e-11 * Math.abs(bound));
      expect(outcome(observed, observed, bound, "<=")).toBe(observed < bound ? 1 : -1);
      expect(outcome(observed, observed, bound, ">=")).toBe(observed < bound ? -1 : 1);
    }),
  );
});

test("equality within 2^-40 of the bound holds, beyond it does not", () => {
  expect(outcome(1 + 2 ** -41, 1 + 2 ** -41, 1, "<=")).toBe(1);
  expect(outcome(1 + 2 ** -39, 1 + 2 ** -39, 1, "<=")).toBe(-1);
  expect(outcome(1 - 2 ** -41, 1 - 2 ** -41, 1, ">=")).toBe(1);
  expect(outcome(1 - 2 ** -39, 1 - 2 ** -39, 1, ">=")).toBe(-1);
  expect(outcome(1e-300, 1e-300, 0, "<=")).toBe(-1);
});

test("an interval across the bound cannot be told, nor can an undefined bound or an open end", () => {
  expect(outcome(0, 2, 1, "<=")).toBe(0);
  expect(outcome(0, 2, 1, ">=")).toBe(0);
  expect(outcome(0, 2, Number.NaN, "<=")).toBe(0);
  expect(outcome(0, Number.POSITIVE_INFINITY, 1, "<=")).toBe(0);
  expect(outcome(2, Number.POSITIVE_INFINITY, 1, "<=")).toBe(-1);
  expect(outcome(2, Number.POSITIVE_INFINITY, 1, ">=")).toBe(1);
});

test("equality breaks a strict bound, within 2^-40 too", () => {
  expect(outcome(1, 1, 1, "<")).toBe(-1);
  expect(outcome(1, 1, 1, ">")).toBe(-1);
  expect(outcome(1 - 2 ** -41, 1 - 2 ** -41, 1, "<")).toBe(-1);
  expect(outcome(1 - 2 ** -39, 1 - 2 ** -39, 1, "<")).toBe(1);
  expect(outcome(1 + 2 ** -39, 1 + 2 ** -39, 1, ">")).toBe(1);
  expect(outcome(0, 0, 0, "<")).toBe(-1);
  expect(outcome(0, 1, 1, "<")).toBe(0);
  expect(outcome(0, 2, Number.NaN, "<")).toBe(0);
});

test("an equality fails outside its enclosure, beyond 2^-46, on either side", () => {
  for (const bound of [4, -4]) {
    const [near, far] = [2 ** -47 * 4, 2 ** -45 * 4];
    expect(outcome(bound + near, bound + near, bound, "=")).toBe(1);
    expect(outcome(bound - near, bound - near, bound, "=")).toBe(1);
    expect(outcome(bound + far, bound + far, bound, "=")).toBe(-1);
    expect(outcome(bound - far, bound - far, bound, "=")).toBe(-1);
    // The margin itself is no excess.
    expect(outcome(bound + 2 ** -46 * 4, bound + 2 ** -46 * 4, bound, "=")).toBe(1);
    expect(outcome(bound - 2 ** -46 * 4, bound - 2 ** -46 * 4, bound, "=")).toBe(1);
  }
});

test("an enclosure establishes an equality where it is as narrow as the claim resolves, or 2^-30 of the bound", () => {
  expect(outcome(0.9, 1.1, 1, "=")).toBe(0);
  expect(outcome(0.9, 1.1, 1, "=", 0.25)).toBe(1);
  expect(outcome(0.75, 1, 1, "=", 0.25 + 2 ** -45)).toBe(1);
  expect(outcome(0.75, 1, 1, "=", 0.25)).toBe(0);
  expect(outcome(1, 1 + 2 ** -31, 1, "=")).toBe(1);
  expect(outcome(1, 1 + 2 ** -29, 1, "=")).toBe(0);
  expect(outcome(2 ** 20, 2 ** 20 + 2 ** -11, 2 ** 20, "=")).toBe(1);
  expect(outcome(2 ** 20, 2 ** 20 + 2 ** -9, 2 ** 20, "=")).toBe(0);
  expect(outcome(0, 0, Number.NaN, "=")).toBe(0);
});

test("at the edge of 2^-40 a bound is kept, and a strict one broken", () => {
  const edge = 2 ** -40;
  expect(outcome(1 + edge, 1 + edge, 1, "<=")).toBe(1);
  expect(outcome(1 - edge, 1 - edge, 1, "<")).toBe(-1);
  expect(outcome(0.5, 1 - edge, 1, "<")).toBe(0);
  expect(outcome(0, 1 + edge, 1, "<=")).toBe(1);
});

test("draws are held to the claim's relation; only a statement of high probability may be strict", () => {
  const claim = (kind: string, relation: string, strict?: boolean) => madeUp({ kind, relation, strict });
  expect(comparisonOf(claim("whp", "<="))).toBe("<=");
  expect(comparisonOf(claim("whp", ">="))).toBe(">=");
  expect(comparisonOf(claim("whp", "<=", true))).toBe("<");
  expect(comparisonOf(claim("whp", ">=", true))).toBe(">");
  expect(comparisonOf(claim("deterministic", "<=", true))).toBe("<=");
  expect(comparisonOf(claim("identity", "="))).toBe("=");
});

test("a tally counts each of the draws that it is given, once", () => {
  const tally = { draws: 0, violations: 0, unresolved: 0 };
  const batch = {
    lower: Float64Array.of(0, 0, 2, 2, 9),
    upper: Float64Array.of(0, 2, 2, 3, 9),
    bound: Float64Array.of(1, 1, 1, 1, Number.NaN),
  };
  addToTally(tally, batch, "<=", 1, 5);
  expect(tally).toEqual({ draws: 4, violations: 2, unresolved: 2 });
  addToTally(tally, batch, "<=", 0, 1);
  expect(tally).toEqual({ draws: 5, violations: 2, unresolved: 2 });
});
