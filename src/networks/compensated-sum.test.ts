import { expect, test } from "vitest";
import { compensatedSum } from "./compensated-sum.js";
import { applied, apply } from "./deep-apply.js";
import { checkEtas, valuesOf } from "./line.js";
import { addTimes, rectify, scale, times } from "./vector-loops.js";

test("sums keep what a running sum loses, whichever term is the larger", () => {
  const sum = (...terms: number[]) => compensatedSum(terms.length, (i) => terms[i]);
  expect(sum()).toBe(0);
  expect(sum(1, 1e100, 1, -1e100)).toBe(2);
  expect(sum(1e100, 1, -1e100, 1)).toBe(2);
  expect(sum(-1e100, 1, 1e100)).toBe(1);
  expect(sum(1, -1, 2 ** -80)).toBe(2 ** -80);
  expect(sum(0.1, 0.2, 0.3)).toBe(0.6);
  const asked: number[] = [];
  compensatedSum(3, (i) => asked.push(i));
  expect(asked).toEqual([0, 1, 2]);
});

test("loops over vectors do what they say, and no more", () => {
  const v = Float64Array.of(1, -2, 3);
  expect(times(2, v)).toEqual(Float64Array.of(2, -4, 6));
  expect(v).toEqual(Float64Array.of(1, -2, 3));
  const out = Float64Array.of(1, 1, 1, 1, 1);
  addTimes(out, 10, v);
  expect(out).toEqual(Float64Array.of(11, -19, 31, 1, 1));
  addTimes(out, 1, v, 1);
  expect(out).toEqual(Float64Array.of(11, -21, 34, 1, 1));
  addTimes(out, 1, v, 1, 2);
  expect(out).toEqual(Float64Array.of(11, -21, 34, -1, 4));
  scale(out, -2);
  expect(out).toEqual(Float64Array.of(-22, 42, -68, 2, -8));
  rectify(out, 2);
  expect(out).toEqual(Float64Array.of(-22, 42, 0, 2, 0));
  expect(applied(Math.abs, v)).toEqual(Float64Array.of(1, 2, 3));
  expect(apply(v, (t) => t + 1, v)).toBe(v);
  expect(v).toEqual(Float64Array.of(2, -1, 4));
});

test("values of a profile, and steps that are not finite", () => {
  expect(valuesOf({ at: (etas) => etas.map((eta) => ({ value: 2 * eta, rounding: 0 })) }, [1, 3])).toEqual([2, 6]);
  checkEtas([]);
  checkEtas([0, -1e308]);
  for (const eta of [Infinity, -Infinity, Number.NaN])
    expect(() => checkEtas([1, eta, 2])).toThrow(new RangeError(`eta is ${eta}; it must be finite`));
});
