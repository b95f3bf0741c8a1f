import { describe, expect, it } from "vitest";
import { magnitude } from "../../../numbers/intervals/interval.js";
import { encloseBox, encloseTailFinely } from "../enclosures.js";
import { parseExpression } from "../parse-expression.js";
import { stableForm } from "../stable-form.js";
import { rangeOf } from "../tail-form.js";

const formOf = (text: string) => stableForm(parseExpression(text));
const rangesOf = (text: string, T: number, side: 1 | -1) =>
  encloseTailFinely(formOf(text), T, side, 2).series.map((tail) => rangeOf(T, tail.coarse));

/** Functions in which what grows cancels, with the most that their values are for t ≥ 64: about their leading term. */
const CANCELLING: readonly (readonly [text: string, leading: (t: number) => number])[] = [
  ["t^3/(1+t^2)-t", (t) => 1 / t],
  ["sqrt(1+t^2)-abs(t)", (t) => 1 / (2 * t)],
  ["(1+t^3)^(1/3)-t", (t) => 1 / (3 * t * t)],
  ["log(t^2+1)-log(t^2+2)", (t) => 1 / (t * t)],
  ["asinh(t)-asinh(t+1.5)", (t) => 1.5 / t],
  ["atan(t)*t-pi*t/2+1", (t) => 1 / (3 * t * t)],
  ["sqrt(1+exp(2*t))-exp(t)", (t) => Math.exp(-t) / 2],
  ["sqrt(exp(2*(t+sqrt(2)))+1)-exp(t+sqrt(2))", (t) => Math.exp(-t - Math.SQRT2) / 2],
  ["(t-1)^3-t^3+3*t^2-3*t", () => 1],
  ["log(1+exp(pi*t))-pi*t", (t) => Math.exp(-Math.PI * t)],
  ["t^2*(1-tanh(t))", (t) => 2 * t * t * Math.exp(-2 * t)],
  ["exp(t^2)*erfc(t)*t*sqrt(pi)-1", (t) => 1 / (2 * t * t)],
  ["(exp(1/(2+t^2))-1)*t^2-1", (t) => 1.5 / (t * t)],
];

describe.each(CANCELLING)("for all large t, %s", (text, leading) => {
  it("is of the size of what is left", () => {
    const [value] = rangesOf(text, 64, 1);
    expect(magnitude(value)).toBeLessThan(1.1 * leading(64) + 1e-12);
    expect(magnitude(value)).toBeGreaterThanOrEqual(leading(64) * 0.9);
  });

  it("is within its range and those of its derivatives", () => {
    const ranges = rangesOf(text, 8, 1);
    for (const t of [8, 9.5, 14, 25]) {
      const { series } = encloseBox(formOf(text), { lo: t, hi: t }, 2);
      series.forEach(({ lo, hi }, k) => {
        expect(lo, `${k} at ${t}`).toBeLessThanOrEqual(ranges[k].hi);
        expect(hi, `${k} at ${t}`).toBeGreaterThanOrEqual(ranges[k].lo);
      });
    }
  });
});

describe("limits", () => {
  const limitOf = (text: string, side: 1 | -1 = 1) => encloseTailFinely(formOf(text), 64, side, 0).series[0].limit;
  it.each([
    ["exp(sinh(t))", 1],
    ["-sinh(exp(t))", -1],
    ["log(1+asinh(t)^2)", 1],
    ["asinh(t)*exp(t)", 1],
    ["exp(exp(t^2))+sin(t)", 1],
    // What is bounded, or may not be, has none.
    ["sin(t)", 0],
    ["t*sin(t)", 0],
    ["exp(t)-exp(t)*cos(t)", 0],
    ["t-t^3/(1+t^2)", 0],
    ["exp(sinh(t))-exp(sinh(t+1))", 0],
  ])("%s: %s", (text, limit) => {
    expect(limitOf(text)).toBe(limit);
  });
  it("go by sides", () => {
    expect(limitOf("exp(sinh(t))", -1)).toBe(0);
    expect(limitOf("t^3", -1)).toBe(-1);
  });
});

it("does not take numbers for equal that are only close", () => {
  // 0.1·3 is not 0.3 in doubles: what is left of t grows.
  expect(encloseTailFinely(formOf("0.1*3*t-0.3*t+sin(t)"), 64, 1, 0).series[0].limit).toBe(1);
  expect(encloseTailFinely(formOf("t/3+t/3+t/3-t"), 64, 1, 0).series[0].limit).toBe(0);
  expect(encloseTailFinely(formOf("sqrt(2)*t-1.4142135623730951*t"), 64, 1, 0).series[0].limit).toBe(0);
});
