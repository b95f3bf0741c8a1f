import fc from "fast-check";
import { expect, test } from "vitest";
import { outcome } from "./tally.js";

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
