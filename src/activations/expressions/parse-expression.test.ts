import { describe, expect, it } from "vitest";
import { uniform } from "../../chance/bits.js";
import { keyedStreams } from "../../chance/streams.js";
import { evaluator } from "./evaluator.js";
import { parseExpression } from "./parse-expression.js";
import { printExpression } from "./print-expression.js";
import { stableForm } from "./stable-form.js";

const canonical = (text: string) => printExpression(parseExpression(text));

describe("parseExpression", () => {
  it.each([
    ["2x", "2*t"],
    ["-x^2", "-t^2"],
    ["(-x)^2", "(-t)^2"],
    ["2^x^2", "2^t^2"],
    ["(2^x)^2", "(2^t)^2"],
    ["x-(2-x)", "t-(2-t)"],
    ["(x-2)-x", "t-2-t"],
    ["x*(x*x)", "t*(t*t)"],
    ["1/2x", "1/2*t"],
    ["(1+x)(2+x)", "(1+t)*(2+t)"],
    ["-(x*x)", "-(t*t)"],
    ["- - x", "--t"],
    ["2^-x", "2^-t"],
    ["pow(x, 2)", "t^2"],
    ["x / ( 1 + exp( -x ) )", "t/(1+exp(-t))"],
    ["log(1+exp(theta_1))", "log(1+exp(t))"],
    ["x>0?x:0.1*x", "t > 0 ? t : 0.1*t"],
    ["-1<x<1?x:0", "-1 < t and t < 1 ? t : 0"],
    ["x>0 and x<1 or x>2 ? 1 : x", "t > 0 and t < 1 or t > 2 ? 1 : t"],
    ["not (x>0) ? 1 : x", "not (t > 0) ? 1 : t"],
    ["x>0?(x>1?1:x):x<-1?-1:0", "t > 0 ? (t > 1 ? 1 : t) : t < -1 ? -1 : 0"],
    ["(x>0?1:2)*x", "(t > 0 ? 1 : 2)*t"],
    ["max(0,x,tau)", "max(0, t, tau)"],
    ["ψ^2", "t^2"],
    ["\t1e-7*x\n", "1e-7*t"],
    ["1e21x", "1e+21*t"],
    ["0x10*x", "16*t"],
    ["x", "t"],
  ])("reads %j as %j, which reads back as the same", (text, expected) => {
    expect(canonical(text)).toBe(expected);
    expect(parseExpression(expected)).toEqual(parseExpression(text));
  });

  it.each([
    ['import("fs")', '"\\"" has no place in one'],
    ["cot.constructor", "a dot may only stand in a number"],
    ["cot (t). constructor", "a dot may only stand in a number"],
    ["f(t)=t", "it may compare by <, <=, > and >=, but neither assign nor test for equality"],
    ["t=2", "it may compare by <, <=, > and >=, but neither assign nor test for equality"],
    ["t==2 ? 1 : t", "it may compare by <, <=, > and >=, but neither assign nor test for equality"],
    ["s*t", "it has more than one variable: s and t"],
    ["(t", "its brackets do not match"],
    [")t(", "its brackets do not match"],
    [`${"(".repeat(5000)}t${")".repeat(5000)}`, "it has 10001 characters, more than 1000"],
    [`${"(".repeat(400)}t${")".repeat(400)}`, "its brackets are nested 400 deep, more than 50"],
    ["9!", '"!" has no place in one'],
    ["[1, t]", '"[" has no place in one'],
    ["{a: t}", '"{" has no place in one'],
    ['"t"', '"\\"" has no place in one'],
    ["t; t", '";" has no place in one'],
    ["t'", '"\'" has no place in one'],
    ["3", "it has no variable"],
    ["exp(1) + pi", "it has no variable"],
    ["", "it is empty"],
    ["cot(t)", "it may not use cot"],
    ["evaluate(t)", "it may not use evaluate"],
    ["constructor(t)", "it may not use constructor"],
    ["__proto__(t)", "it may not use __proto__"],
    ["t(1+t)", "it may not use t"],
    ["tanh", "tanh needs its arguments in brackets"],
    ["tan t", "tan needs its arguments in brackets"],
    ["Tanh", "Tanh is no known activation"],
    ["toString", "toString is no known activation"],
    ["abs(t, 1)", "abs takes one argument"],
    ["max(t)", "max takes two or more arguments"],
    ["t mod 2", "it may not use the operator mod here"],
    ["t to cm", "it may not use the operator to here"],
    ["(t > 0)*2", "it may not use the operator larger here"],
    ["t ? 1 : 2", "a condition must compare by <, <=, > or >=, joined by and, or, not"],
    ["1:t", "it may not use a range here"],
    ["1e400*t", "Infinity is no finite number"],
    ["NaN*t", "NaN is no finite number"],
    ["true", "true is no finite number"],
  ])("rejects %j in one line that says why", (text, problem) => {
    const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
    expect(() => parseExpression(text)).toThrow(
      new RangeError(`psi is ${shown}; it must be an expression in one variable, such as t/(1+exp(-t)): ${problem}`),
    );
  });

  it("holds out against long chains without brackets", () => {
    for (const text of [
      `${"-".repeat(999)}t`,
      `${"t^".repeat(450)}t`,
      `${"t>0?1:".repeat(160)}t`,
      `${"1+".repeat(499)}t`,
    ]) {
      const printed = canonical(text);
      if (printed.length <= 1000) expect(canonical(printed)).toBe(printed);
    }
  });
});

describe("stableForm", () => {
  it.each([
    ["log(-1)*t", "log of -1 is undefined"],
    ["sqrt(1-2)*t", "sqrt of -1 is undefined"],
    ["t/(1-1)", "it divides by 0"],
    ["exp(1000)*t", "a constant part of it is Infinity"],
    ["t^t", "a power must have a constant exponent or a constant base"],
    ["(-2)^t", "a varying power needs a base above 0, not -2"],
    ["t^2000", "an exponent of it is 2000, beyond 1000 in size"],
  ])("rejects %j in one line that says why", (text, problem) => {
    expect(() => stableForm(parseExpression(text))).toThrow(RangeError);
    expect(() => stableForm(parseExpression(text))).toThrow(`such as t/(1+exp(-t)): ${problem}`);
  });
});

const TOKENS =
  `t x 1 2 0.5 1e3 + - * / ^ ( ( ) ) < <= > >= ? : = . ! % ' [ ] { } ; # " and or not pi e tau exp log tanh erf max min abs
  sqrt sign import constructor __proto__ evaluate trap process globalThis this $ => , t \\`.split(/\s+/);

describe("fuzzing", () => {
  it("finds neither crash, hang nor evaluation in 120 000 strings of tokens and of bytes", () => {
    let touched = 0;
    Object.defineProperty(globalThis, "trap", { configurable: true, get: () => touched++ });
    const bits = keyedStreams({ seed: "fuzz", sampler: "parse-expression", parameters: {} })(0)("text");
    const below = (n: number) => Math.floor(uniform(bits) * n);
    let accepted = 0;
    for (let i = 0; i < 120_000; i++) {
      const length = below(i % 1000 === 0 ? 400 : 12);
      const text = Array.from({ length }, () =>
        i % 3 === 0
          ? String.fromCharCode(below(i % 2 === 0 ? 128 : 65536))
          : TOKENS[below(i % 3 === 1 ? TOKENS.length : 32)],
      ).join("");
      try {
        const node = parseExpression(text);
        const printed = printExpression(node);
        expect(parseExpression(printed)).toEqual(node);
        evaluator(stableForm(node)).secondDerivative(0.5);
        accepted++;
      } catch (error) {
        // Anything but our own one-line RangeError is a crash.
        if (
          !(
            error instanceof RangeError &&
            /^psi is "[^\n]*"; it must be an expression in one variable[^\n]*$/.test(error.message)
          )
        )
          throw error;
      }
    }
    Reflect.deleteProperty(globalThis, "trap");
    expect(touched).toBe(0);
    expect(accepted).toBeGreaterThan(1000);
  });

  it("would notice an evaluation", () => {
    let touched = 0;
    Object.defineProperty(globalThis, "trap", { configurable: true, get: () => touched++ });
    void Reflect.get(globalThis, "trap");
    Reflect.deleteProperty(globalThis, "trap");
    expect(touched).toBe(1);
  });
});
