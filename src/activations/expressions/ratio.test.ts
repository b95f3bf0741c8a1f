import { all, type BigNumber, create } from "mathjs";
import { describe, expect, it } from "vitest";
import { point } from "../../numbers/intervals/interval.js";
import { certify } from "./certify.js";
import { domainProblem } from "./check-domain.js";
import { encloseBox } from "./enclosures.js";
import { evaluator } from "./evaluator.js";
import { parseExpression } from "./parse-expression.js";
import { stableForm } from "./stable-form.js";

const math = create(all, { number: "BigNumber", precision: 64 });
const formOf = (text: string) => stableForm(parseExpression(text));

/** Expressions with a hole at 0, their value, slope and second derivative there. */
const HOLES: readonly (readonly [string, number, number, number])[] = [
  ["sin(t)/t", 1, 0, -1 / 3],
  ["sin(3*t)/t", 3, 0, -9],
  ["sin(t/2)/t", 1 / 2, 0, -1 / 24],
  ["(exp(t)-1)/t", 1, 1 / 2, 1 / 3],
  ["t/(exp(t)-1)", 1, -1 / 2, 1 / 6],
  ["(1-cos(t))/t^2", 1 / 2, 0, -1 / 12],
  ["(1-cos(t))/t", 0, 1 / 2, 0],
  ["tanh(t)/t", 1, 0, -2 / 3],
  ["atan(t)/(2*t)", 1 / 2, 0, -1 / 3],
  ["asinh(t)/t", 1, 0, -1 / 3],
  ["sinh(t)/t", 1, 0, 1 / 3],
  ["t/tanh(t)", 1, 0, 2 / 3],
  ["log(1+t^2)/t", 0, 1, 0],
  ["erf(t)/t", 2 / Math.sqrt(Math.PI), 0, -4 / (3 * Math.sqrt(Math.PI))],
  ["sin(t)/(exp(t)-1)", 1, -1 / 2, -1 / 6],
  ["(exp(t)-1)*cos(t)/t", 1, 1 / 2, -2 / 3],
];

/** The k-th derivative to 40 digits or so, by central differences of step 1e-12 in 64 digits. */
function reference(text: string, t: number, k: number): number {
  const f = math.compile(text.replaceAll("erf(", "0*("));
  const at = (x: BigNumber): BigNumber => f.evaluate({ t: x });
  const [x, h] = [math.bignumber(t), math.bignumber("1e-12")];
  const [left, middle, right] = [at(x.minus(h)), at(x), at(x.plus(h))];
  if (k === 0) return middle.toNumber();
  if (k === 1) return right.minus(left).div(h.times(2)).toNumber();
  return right.minus(middle.times(2)).plus(left).div(h.times(h)).toNumber();
}

describe.each(HOLES)("%s", (text, ...atZero) => {
  const form = formOf(text);
  const { value, derivative, secondDerivative } = evaluator(form);
  const functions = [value, derivative, secondDerivative];

  it("is defined everywhere, with the limit at 0", () => {
    expect(domainProblem(form)).toBeNull();
    for (const [k, expected] of atZero.entries()) expect(functions[k](0)).toBeCloseTo(expected, 14);
  });

  it("has the values and derivatives of the quotient, near the hole and at the ends of the series", () => {
    // mathjs has no erf of big numbers.
    if (text.includes("erf")) return;
    for (const t of [1e-9, -1e-5, 0.01, -0.1, 0.2499, 0.2501, -0.499, 0.51, 1, -2, 7])
      for (const k of [0, 1, 2]) {
        const expected = reference(text, t, k);
        expect(Math.abs(functions[k](t) - expected), `order ${k} at ${t}`).toBeLessThan(
          2e-14 * Math.max(1, Math.abs(expected)) * 4 ** k,
        );
      }
  });

  it("is enclosed, close to where it is", () => {
    for (const t of [0, 1e-300, -1e-9, 0.1, 0.24, 0.26, -0.49, 0.6, -3]) {
      const { series } = encloseBox(form, point(t), 2);
      for (const [k, { lo, hi }] of series.entries()) {
        const x = functions[k](t) / (k === 2 ? 2 : 1);
        const slack = 1e-13 * Math.max(1, Math.abs(x));
        expect(lo, `order ${k} at ${t}`).toBeLessThanOrEqual(x + slack);
        expect(hi, `order ${k} at ${t}`).toBeGreaterThanOrEqual(x - slack);
        expect(hi - lo, `order ${k} at ${t}`).toBeLessThan(1e-9 * Math.max(1, Math.abs(x)));
      }
    }
  });
});

it("certifies their constants", () => {
  const { supremum, lipschitz, smoothness } = certify(formOf("sin(t)/t"));
  // |ψ'| is largest at 2.0815759778181…, 40-digit reference.
  for (const [{ low, high }, truth] of [
    [supremum, 1],
    [lipschitz, 0.436181817271459],
    [smoothness, 1 / 3],
  ] as const) {
    expect(low).toBeLessThanOrEqual(truth * (1 + 1e-14));
    expect(high).toBeGreaterThanOrEqual(truth * (1 - 1e-14));
    expect(high - low).toBeLessThan(1e-12);
  }
});

it("leaves holes that have no limit, and those that it has no rule for", () => {
  for (const text of [
    "cos(t)/t",
    "sin(t)/t^2",
    "t*sin(t)/t^2",
    "abs(t)/t",
    "(exp(t)-1)/t^2",
    "t/(1-exp(t^2))",
    "sin(t-1)/(t-2)",
  ])
    expect(domainProblem(formOf(text)), text).not.toBeNull();
  expect(domainProblem(formOf("sin(t-1)/(t-1)"))).toBeNull();
});
