import { describe, expect, test } from "vitest";
import { exp, log } from "../src/numbers/intervals/elementary.js";
import {
  add,
  divide,
  type Interval,
  integerPower,
  interval,
  multiply,
  negate,
  point,
  squareRoot,
} from "../src/numbers/intervals/interval.js";
import {
  PRINTED_SMALL_WIDTH_CONSTANT,
  SMALL_WIDTH_CONSTANT,
  smallWidthChain,
} from "./constants/proposition-5-constants.js";
import { proposition5Step } from "./proposition-5-step.js";

/**
 * x = log d times the left side at k = d x³ and log(1/γ) = d/(20x³), enclosed: x√m(1 + √(m x³(x + 3 log x) + e)) with
 * m = 300/x³, at most `most`, and e = log(4)/d + 1/(20x³).
 */
function enclosure(x: Interval, most: number): Interval {
  const cube = integerPower(x, 3);
  const quotient = divide(point(300), cube);
  const m = interval(Math.min(most, quotient.lo), Math.min(most, quotient.hi));
  const rest = add(multiply(log(point(4)), exp(negate(x))), divide(point(0.0500001), cube));
  const inner = add(multiply(multiply(m, cube), add(x, multiply(point(3), log(x)))), rest);
  return multiply(multiply(x, squareRoot(m)), add(point(1), squareRoot(inner)));
}

describe.each([
  { constant: SMALL_WIDTH_CONSTANT, most: 1, at: 808, from: 6, to: 7.5 },
  { constant: PRINTED_SMALL_WIDTH_CONSTANT, most: Infinity, at: 16, from: 2, to: 3.5 },
])("the constant $constant of the last step of Proposition 5", ({ constant, most, at: d, from, to }) => {
  // k ≥ 1 and k ≤ d log³ d leave d ≥ 3.
  const ends = [Math.log(3)];
  for (let x = ends[0]; x < 1e4; x = ends[ends.length - 1]) ends.push(x * (x > from && x < to ? 1 + 2e-5 : 1.001));

  test("is enough on [3, e^10000], by intervals", () => {
    let largest = 0;
    for (let i = 1; i < ends.length; i++)
      largest = Math.max(largest, enclosure(interval(ends[i - 1], ends[i]), most).hi);
    expect(largest).toBeLessThan(constant);
  });

  test("is enough beyond, where √(300/x) + √(9·10⁴(1 + 3 log(x)/x) + …) falls", () => {
    expect(enclosure(point(ends[ends.length - 1]), most).hi).toBeLessThan(302);
  });

  test("is the least whole number that is", () => {
    const k = Math.floor(d * Math.log(d) ** 3);
    const gamma = Math.exp(-d / (20 * Math.log(d) ** 3));
    expect(smallWidthChain({ d, k, gamma }, 3, most) * Math.log(d)).toBeGreaterThan(constant - 1);
    expect(proposition5Step.forms.repaired?.latex).toContain(String(PRINTED_SMALL_WIDTH_CONSTANT));
  });
});
