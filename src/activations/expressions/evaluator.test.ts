import { describe, expect, it } from "vitest";
import { REFERENCE_JETS } from "../testing/reference-jets.js";
import { evaluator, jetAt } from "./evaluator.js";
import { parseExpression } from "./parse-expression.js";
import { stableForm } from "./stable-form.js";

const evaluatorOf = (text: string) => evaluator(stableForm(parseExpression(text)));

/**
 * What an error may be: 2^−45 of the truth (squares of t in exponents cost digits), and 2 ulp of 1 or of the largest of
 * the three where parts of that size cancel.
 */
const allowance = (truth: number, largest: number) =>
  2 ** -45 * Math.abs(truth) + 2 ** -51 * Math.min(1, largest) + 2 ** -1074;

describe.each(Object.entries(REFERENCE_JETS))("%s", (text, rows) => {
  it.each(rows)("has its value and derivatives at %d", (t, ...truth) => {
    const { value, derivative, secondDerivative } = evaluatorOf(text);
    const found = [value(t), derivative(t), secondDerivative(t)];
    const scale = Math.max(...truth.map(Math.abs));
    found.forEach((x, k) => {
      expect(Math.abs(x - truth[k]), `order ${k}: ${x} for ${truth[k]}`).toBeLessThanOrEqual(
        allowance(truth[k], scale),
      );
    });
  });

  it("is the same in numbers that do not overflow", () => {
    const form = stableForm(parseExpression(text));
    for (const [t, ...truth] of rows) {
      const scale = Math.max(...truth.map(Math.abs));
      [0, 1, 2]
        .map((k) => jetAt(form, t, k))
        .forEach((x, k) => {
          const miss = Math.abs(x - truth[k]);
          // Derivatives take a few more operations here.
          expect(miss, `order ${k} at ${t}: ${x} for ${truth[k]}`).toBeLessThanOrEqual(2 * allowance(truth[k], scale));
        });
    }
  });

  it("gives arrays what it gives numbers", () => {
    const { value, derivative, secondDerivative, fill } = evaluatorOf(text);
    const t = Float64Array.from({ length: 700 }, (_, i) => (i % 7 === 0 ? 20 : 1) * Math.sin(i) * i);
    const outputs = [0, 1, 2].map(() => new Float64Array(700));
    fill(t, outputs);
    expect(outputs).toEqual([t.map(value), t.map(derivative), t.map(secondDerivative)]);
    const values = [new Float64Array(700)];
    fill(t, values);
    expect(values[0]).toEqual(outputs[0]);
  });
});

describe("evaluator", () => {
  it.each([
    ["log(1+exp(t))", 800, 800],
    ["log(exp(t)+1)", 800, 800],
    ["t/(1+exp(-t))", -800, -0],
    ["log(cosh(t))", 800, 799.3068528194401],
    ["t/sqrt(1+t^2)", 1e200, 1],
    ["t/sqrt(1+t^2)", -1e200, -1],
    ["exp(t)/(exp(t)+2)", 800, 1],
    ["0*exp(t)", 800, 0],
  ])("%s at %d is %d", (text, t, value) => {
    expect(evaluatorOf(text).value(t)).toBe(value);
  });

  it("keeps the digits of differences that cancel", () => {
    for (const t of [1e-9, -3e-15, 1e-160]) {
      expect(evaluatorOf("exp(t)-1").value(t)).toBe(Math.expm1(t));
      expect(evaluatorOf("log(1+t^2)").value(t)).toBe(Math.log1p(t * t));
      expect(evaluatorOf("1/(1+exp(-t))-1/2").value(t) / t).toBeCloseTo(0.25, 14);
      expect(evaluatorOf("2/(1+exp(-2*t))-1").value(t) / t).toBeCloseTo(1, 14);
      expect(evaluatorOf("(exp(2*t)-1)/(exp(2*t)+1)").value(t) / t).toBeCloseTo(1, 14);
    }
    expect(evaluatorOf("sqrt(1+t^2)-1").value(1e-9)).toBeCloseTo(5e-19, 33);
    expect(evaluatorOf("1-cos(t)").value(1e-9)).toBeCloseTo(5e-19, 33);
    expect(evaluatorOf("1-tanh(t)^2").value(30)).toBeCloseTo(4 * Math.exp(-60), 38);
    expect(evaluatorOf("1+erf(t)").value(-10)).toBeCloseTo(2.088487583762545e-45, 59);
  });

  it("takes the mean of the slopes at the kink of |t|", () => {
    expect(evaluatorOf("abs(t)").derivative(0)).toBe(0);
    expect(evaluatorOf("max(0, t)").derivative(0)).toBe(0);
    expect(evaluatorOf("t > 0 ? t : 0.1*t").derivative(0)).toBe(0.1);
  });
});
