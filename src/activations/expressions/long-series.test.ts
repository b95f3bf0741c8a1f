import { describe, expect, it } from "vitest";
import { type Interval, interval, multiply, point } from "../../numbers/intervals/interval.js";
import { differentiate } from "./differentiate.js";
import { encloseBox } from "./enclosures.js";
import { longSeries } from "./long-series.js";
import type { Node } from "./node.js";
import { parseExpression } from "./parse-expression.js";
import { stableForm } from "./stable-form.js";

const formOf = (text: string) => stableForm(parseExpression(text));
const overlap = (a: Interval, b: Interval) => a.lo <= b.hi && b.lo <= a.hi;

const FUNCTIONS = "exp,expm1,log1p,sqrt,sin,cos,tan,tanh,sinh,cosh,asinh,atan,erf,erfc".split(",");
const TEXTS = [
  ...FUNCTIONS.map((name) => `${name}(0.3*t+0.7)`),
  "log(2+t)",
  "log(1+exp(2*t-1))",
  "log(cosh(t))",
  "sqrt(1+t^2)-1",
  "1/(1+exp(-3*t))",
  "1/cosh(t)^2",
  "(2+t)^0.3",
  "t^3*(1-t)^5",
  "t/(1+t^2)",
  "sin(t)*exp(-t^2)",
  "2^t",
];

describe.each(TEXTS)("longSeries of %s", (text) => {
  it("agrees with derivatives taken as expressions, one after the other", () => {
    let derivative: Node = parseExpression(text);
    let factorial = 1;
    const t = 0.4375;
    const series = longSeries(formOf(text), point(t), 6)!;
    for (let n = 0; n <= 6; n++) {
      if (n > 0) {
        derivative = differentiate(derivative);
        factorial *= n;
      }
      const { series: value } = encloseBox(stableForm(derivative), point(t), 0);
      const scaled = multiply(series[n], point(factorial));
      expect(
        overlap(scaled, value[0]),
        `order ${n}: [${scaled.lo}, ${scaled.hi}] and [${value[0].lo}, ${value[0].hi}]`,
      ).toBe(true);
      expect(scaled.hi - scaled.lo).toBeLessThan(1e-9 * Math.max(1, Math.abs(scaled.lo)));
    }
  });

  it("holds over a box what it holds at its points", () => {
    const box = interval(0.25, 0.3125);
    const over = longSeries(formOf(text), box, 8)!;
    for (const t of [0.25, 0.27, 0.3, 0.3125]) {
      const at = longSeries(formOf(text), point(t), 8)!;
      for (const [k, a] of at.entries())
        expect(a.lo >= over[k].lo && a.hi <= over[k].hi, `order ${k} at ${t}`).toBe(true);
    }
  });
});

it("has nothing to say of kinks and of what may be undefined", () => {
  for (const text of ["abs(t)", "max(0,t)", "t > 0 ? t : 0", "sqrt(t)", "log(t)"])
    expect(longSeries(formOf(text), interval(-1, 1), 8), text).toBeNull();
});

it.each([
  ["abs(t)*exp(t)", "-t*exp(t)", "t*exp(t)"],
  ["exp(max(t^2,t^3,0.5*t))", "exp(t^2)", "exp(0.5*t)"],
  ["min(sin(t),t+sign(t))", "t-1", "sin(t)"],
  ["t > 0 ? tanh(t) : t*exp(t)", "t*exp(t)", "tanh(t)"],
])("is on either side of a kink of %s that of %s or %s", (text, left, right) => {
  for (const [box, side] of [
    [interval(-0.3, -0.25), left],
    [interval(0.25, 0.3), right],
  ] as const) {
    const { sides, smooth } = encloseBox(formOf(text), box, 0);
    expect(smooth).toBe(true);
    const series = longSeries(formOf(text), box, 8, sides)!;
    const expected = longSeries(formOf(side), box, 8)!;
    for (const [k, a] of series.entries()) {
      expect(overlap(a, expected[k]), `order ${k}`).toBe(true);
      expect(a.hi - a.lo).toBeLessThanOrEqual(2 * (expected[k].hi - expected[k].lo) + 1e-12);
    }
  }
});
