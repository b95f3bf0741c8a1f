import { describe, expect, it } from "vitest";
import { exp, log } from "../../numbers/intervals/elementary.js";
import { add, contains, type Interval, interval, multiply, point } from "../../numbers/intervals/interval.js";
import { REFERENCE_JETS } from "../testing/reference-jets.js";
import { encloseBox, encloseTail } from "./enclosures.js";
import { parseExpression } from "./parse-expression.js";
import { stableForm } from "./stable-form.js";
import { rangeOf, type TailForm } from "./tail-form.js";

const FACTORIAL = [1, 1, 2];
/** References are rounded to doubles, which may leave an enclosure that is narrower, and differences leave 1e-45 of 0. */
const holds = (a: Interval, truth: number) =>
  contains(interval(a.lo - 2 ** -52 * Math.abs(a.lo) - 1e-45, a.hi + 2 ** -52 * Math.abs(a.hi) + 1e-45), truth);
const times = (k: number, a: Interval) => multiply(point(FACTORIAL[k]), a);

/** What a tail form says at s. */
function tailAt({ factor, power, rates }: TailForm, s: number): Interval {
  let exponent = multiply(point(Number(power) / 2 ** 80), log(point(s)));
  for (const [p, q] of rates)
    exponent = add(exponent, multiply(q, exp(multiply(point(Number(p) / 2 ** 80), log(point(s))))));
  return multiply(factor, exp(exponent));
}

describe.each(Object.entries(REFERENCE_JETS))("%s", (text, rows) => {
  const form = stableForm(parseExpression(text));

  it.each([0, 1e-9, 1e-3, 0.5, 3])("holds its value and derivatives in boxes of radius %d", (radius) => {
    for (const [t, ...truth] of rows) {
      const { series } = encloseBox(form, interval(t - radius, t + radius / 3), 4);
      truth.forEach((x, k) => {
        expect(holds(times(k, series[k]), x), `order ${k} at ${t}: ${x} in ${JSON.stringify(series[k])}`).toBe(true);
      });
    }
  });

  it.each([4, 6, 39, 800])("holds them in tails beyond %d, at their place and over the whole tail", (T) => {
    for (const [t, ...truth] of rows) {
      if (Math.abs(t) < T) continue;
      const { series, defined } = encloseTail(form, T, t > 0 ? 1 : -1, 2);
      expect(defined).toBe(true);
      truth.forEach((x, k) => {
        const message = `order ${k} at ${t}: ${x}`;
        expect(holds(times(k, rangeOf(T, series[k])), x), message).toBe(true);
        expect(holds(times(k, tailAt(series[k], Math.abs(t))), x), message).toBe(true);
      });
    }
  });
});

it("keeps one-sided limits apart at a kink", () => {
  const form = stableForm(parseExpression("t > 0 ? 2*t+1 : t"));
  const [left, right] = [-1, 1].map((t) => encloseBox(form, point(t), 0).sides);
  expect(encloseBox(form, point(0), 1, left).series).toEqual([point(0), point(1)]);
  expect(encloseBox(form, point(0), 1, right).series).toEqual([point(1), point(2)]);
});
