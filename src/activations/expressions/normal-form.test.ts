import { describe, expect, it } from "vitest";
import { uniform } from "../../chance/bits.js";
import { keyedStreams } from "../../chance/streams.js";
import { domainProblem } from "./check-domain.js";
import { evaluator } from "./evaluator.js";
import { normalForm } from "./normal-form.js";
import { parseExpression } from "./parse-expression.js";
import { stableForm } from "./stable-form.js";

const formOf = (text: string) => normalForm(parseExpression(text));

const SAME: readonly (readonly string[])[] = [
  [
    "t/(1+exp(-t))",
    "x*exp(x)/(1+exp(x))",
    "t*(1+tanh(t/2))/2",
    "t*(exp(-t)+1)^(-1)",
    "t-t/(1+exp(t))",
    "t/2+0.5*t*tanh(0.5*t)",
    "t*exp(t/2)/(exp(t/2)+exp(-t/2))",
    "t/(1+e^(-t))",
    "2*t/(2+2*exp(-t))",
  ],
  [
    "max(0,t)",
    "max(t,0)",
    "(t+abs(t))/2",
    "t>0 ? t : 0",
    "t<0 ? 0 : t",
    "0 >= t ? 0 : t",
    "-min(0,-t)",
    "t*(1+sign(t))/2",
    "max(0, 3*t)/3",
    "(t+sqrt(t^2))/2",
    "t-min(t,0)",
    "2*t >= 0 ? max(0,t) : t*0",
  ],
  ["max(t, 0.01*t)", "t > 0 ? t : 0.01*t", "max(0,t)+0.01*min(0,t)"],
  ["abs(t)", "max(t,-t)", "t*sign(t)", "sqrt(t^2)", "t > 0 ? t : -t", "abs(-t)"],
  [
    "t*(1+erf(t/sqrt(2)))/2",
    "t*erfc(-t/sqrt(2))/2",
    "0.5*t*(1+erf(t*sqrt(0.5)))",
    "t-t/2*erfc(t/2^0.5)",
    "t/2*(1+erf(t*sqrt(2)/2))",
  ],
  [
    "tanh(t)",
    "(exp(t)-exp(-t))/(exp(t)+exp(-t))",
    "sinh(t)/cosh(t)",
    "(exp(2*t)-1)/(exp(2*t)+1)",
    "1-2/(1+exp(2*t))",
    "-tanh(-t)",
  ],
  [
    "log(1+exp(t))-log(2)",
    "log1p(exp(t))-log(2)",
    "log((1+exp(t))/2)",
    "t+log(1+exp(-t))-log(2)",
    "log(0.5+0.5*exp(t))",
  ],
  ["1/(1+exp(-t))-1/2", "tanh(t/2)/2", "exp(t)/(1+exp(t))-0.5", "1/2-1/(1+exp(t))"],
  ["t/sqrt(1+t^2)", "t*(1+t*t)^(-0.5)", "t/(t^2+1)^0.5", "t*sqrt(1+t^2)/(1+t^2)"],
  ["sqrt(1+t^2)-1", "(1+t^2)^0.5-1"],
];

describe("normalForm", () => {
  it.each(SAME.map((texts) => [texts[0], texts.slice(1)] as const))("knows %s in other words", (text, others) => {
    expect(formOf(text)).not.toBeNull();
    for (const other of others) expect(formOf(other), other).toBe(formOf(text));
  });

  it("tells different functions apart", () => {
    const forms = SAME.map(([text]) => formOf(text));
    expect(new Set(forms).size).toBe(SAME.length);
    for (const text of [
      "t > 0 ? t : 1",
      "t > 1 ? t : 0",
      "max(0,t)+1e-300",
      "t/(1+exp(-t*1.0000000000000002))",
      "t*(1+erf(t*0.7071067811865476))/2",
      "max(t, 0.02*t)",
    ])
      expect(forms).not.toContain(formOf(text));
  });

  it("gives up where it has no rule, and where terms get out of hand", () => {
    for (const text of ["t > 0 ? 1 : -1", "2^t", "t^0.3+t^2", "(1+t+exp(t))^100", "((1+t)^12+(2+exp(t))^12)^12"])
      expect(formOf(text), text).toBeNull();
  });

  it("is the same for random expressions only if they have the same values", () => {
    const bits = keyedStreams({ seed: "1", sampler: "normal-form", parameters: {} })(0)("text");
    const pick = <A>(list: readonly A[]): A => list[Math.floor(uniform(bits) * list.length)];
    const any = (depth: number): string =>
      depth === 0
        ? pick(["t", "t", "-t", "2*t", "t/2", "1", "2", "0.5"])
        : pick([
            () => `(${any(depth - 1)}+${any(depth - 1)})`,
            () => `(${any(depth - 1)}-${any(depth - 1)})`,
            () => `(${any(depth - 1)})*(${any(depth - 1)})`,
            () => `${any(depth - 1)}/(1+exp(${any(0)}))`,
            () => `(${any(depth - 1)})/(1+(${any(0)})^2)`,
            () =>
              `${pick(["tanh", "exp", "abs", "sign", "erf", "erfc", "sinh", "cosh", "cos", "sin"])}(${any(depth - 1)})`,
            () => `${pick(["max", "min"])}(${any(depth - 1)},${any(depth - 1)})`,
            () => `sqrt(1+(${any(depth - 1)})^2)^${pick([1, 2, 3])}`,
            () => `log(${pick([1, 2])}+exp(${any(0)}))`,
            () => `(${any(0)} ${pick(["<", "<=", ">", ">="])} 0 ? ${any(depth - 1)} : ${any(depth - 1)})`,
          ])();
    const points = [0, 0.3, -0.3, 1.1, -1.1, 2.7, -3.3];
    const groups = new Map<string, { text: string; values: number[] }>();
    let shared = 0;
    for (let i = 0; i < 6000; i++) {
      const text = any(1 + (i % 3));
      if (!/(?<![a-z])t(?![a-z])/.test(text)) continue;
      const expression = parseExpression(text);
      const form = normalForm(expression);
      if (form === null) continue;
      const evaluated = stableForm(expression);
      const known = groups.get(form);
      // The domain is looked into only where it matters.
      if (known && domainProblem(evaluated) !== null) continue;
      const { value } = evaluator(evaluated);
      const values = points.map(value);
      if (!known) {
        if (domainProblem(evaluated) === null) groups.set(form, { text, values });
        continue;
      }
      shared++;
      known.values.forEach((x, j) => {
        const size = Math.max(1, Math.abs(x));
        expect(Math.abs(values[j] - x), `${text} and ${known.text} at ${points[j]}`).toBeLessThan(1e-9 * size);
      });
    }
    expect(shared).toBeGreaterThan(500);
  });
});
