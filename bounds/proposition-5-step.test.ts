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
import { SMALL_WIDTH_CONSTANT, smallWidthChain } from "./constants/proposition-5-constants.js";
import { proposition5Step } from "./proposition-5-step.js";

/**
 * x = log d times the left side at k = d x³ and log(1/γ) = d/(20x³), enclosed: x√m(1 + √(m x³(x + 3 log x) + e)) with
 * m = min(1, 300/x³) and e = log(4)/d + 1/(20x³).
 */
function enclosure(x: Interval): Interval {
  const cube = integerPower(x, 3);
  const quotient = divide(point(300), cube);
  const m = interval(Math.min(1, quotient.lo), Math.min(1, quotient.hi));
  const rest = add(multiply(log(point(4)), exp(negate(x))), divide(point(0.0500001), cube));
  const inner = add(multiply(multiply(m, cube), add(x, multiply(point(3), log(x)))), rest);
  return multiply(multiply(x, squareRoot(m)), add(point(1), squareRoot(inner)));
}

describe("the constant 415 of the last step of Proposition 5", () => {
  // k ≥ 1 and k ≤ d log³ d leave d ≥ 3.
  const ends = [Math.log(3)];
  for (let x = ends[0]; x < 1e4; x = ends[ends.length - 1]) ends.push(x * (x > 6 && x < 7.5 ? 1 + 2e-5 : 1.001));

  test("is enough on [3, e^10000], by intervals", () => {
    let largest = 0;
    for (let i = 1; i < ends.length; i++) largest = Math.max(largest, enclosure(interval(ends[i - 1], ends[i])).hi);
    expect(largest).toBeLessThan(SMALL_WIDTH_CONSTANT);
  });

  test("is enough beyond, where √(300/x) + √(9·10⁴(1 + 3 log(x)/x) + …) falls", () => {
    expect(enclosure(point(ends[ends.length - 1])).hi).toBeLessThan(302);
  });

  test("is the least whole number that is", () => {
    const d = 808;
    const k = Math.floor(d * Math.log(d) ** 3);
    const gamma = Math.exp(-d / (20 * Math.log(d) ** 3));
    expect(smallWidthChain({ d, k, gamma }) * Math.log(d)).toBeGreaterThan(SMALL_WIDTH_CONSTANT - 1);
    expect(proposition5Step.forms.repaired?.latex).toContain("415");
  });
});
