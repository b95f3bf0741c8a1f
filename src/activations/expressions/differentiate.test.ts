import { describe, expect, it } from "vitest";
import { REFERENCE_JETS } from "../testing/reference-jets.js";
import { differentiate } from "./differentiate.js";
import { evaluator } from "./evaluator.js";
import { latexExpression } from "./latex-expression.js";
import type { Node } from "./node.js";
import { parseExpression } from "./parse-expression.js";
import { printExpression } from "./print-expression.js";
import { stableForm } from "./stable-form.js";

describe("differentiate", () => {
  it.each(Object.entries(REFERENCE_JETS))("gives a formula of the derivatives of %s", (text, rows) => {
    const first = differentiate(parseExpression(text));
    const formulas = [first, differentiate(first)].map((formula) => {
      expect(parseExpression(printExpression(formula))).toEqual(formula);
      return evaluator(stableForm(formula)).value;
    });
    for (const [t, , ...truth] of rows) {
      if (Math.abs(t) > 7) continue;
      formulas.forEach((f, k) => {
        expect(Math.abs(f(t) - truth[k]), `order ${k + 1} at ${t}`).toBeLessThan(1e-11 * (1 + Math.abs(truth[k])));
      });
    }
  });

  it.each([
    ["tanh(t)", "1-tanh(t)^2"],
    ["t/(1+exp(-t))", "(1+exp(-t)+t*exp(-t))/(1+exp(-t))^2"],
    ["3*t^2", "3*(2*t)"],
    ["max(0, t)", "0 >= t ? 0 : 1"],
    ["abs(t)", "sign(t)"],
    ["2^t", "log(2)*2^t"],
    ["e^t", "e^t"],
    ["erf(t)", "2/sqrt(pi)*exp(-t^2)"],
  ])("of %s is %s", (text, expected) => {
    expect(printExpression(differentiate(parseExpression(text)))).toBe(expected);
  });
});

describe("latexExpression", () => {
  it.each([
    ["t/(1+exp(-t))", String.raw`\frac{t}{1 + e^{-t}}`],
    ["-t^2*(t-1)", String.raw`\left(-t^{2}\right) \cdot \left(t - 1\right)`],
    ["(t+1)^2", String.raw`\left(t + 1\right)^{2}`],
    ["1e-7*t", String.raw`1 \cdot 10^{-7} \cdot t`],
    ["t-(t-1)", String.raw`t - \left(t - 1\right)`],
    ["abs(t)+max(0, t)", String.raw`\left\lvert t \right\rvert + \max\left(0, t\right)`],
    ["sqrt(pi)*erf(t)", String.raw`\sqrt{\pi} \cdot \operatorname{erf}\left(t\right)`],
    ["t > 0 ? t : -t", String.raw`\begin{cases} t & \text{if } t > 0 \\ -t & \text{otherwise} \end{cases}`],
  ])("of %s", (text, expected) => {
    const node: Node = parseExpression(text);
    expect(latexExpression(node)).toBe(expected);
  });
});
