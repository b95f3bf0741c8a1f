import { describe, expect, it } from "vitest";
import { catalogue } from "./catalogue.js";
import { expressionActivation } from "./expression-activation.js";
import { scaledTanh } from "./scaled-tanh.js";

/** The catalogue's activations written as expressions. */
const TWINS: readonly (readonly [text: string, id: string])[] = [
  ["tanh(x)", "tanh"],
  ["erf(x)", "erf"],
  ["atan(x)", "atan"],
  ["x/sqrt(1+x^2)", "isru"],
  ["1/(1+exp(-x))-1/2", "logistic"],
  ["sin(x)", "sin"],
  ["log(1+exp(x))-log(2)", "softplus"],
  ["x*(1+erf(x/sqrt(2)))/2", "gelu"],
  ["x/(1+exp(-x))", "silu"],
  ["sqrt(1+x^2)-1", "pseudo-huber"],
  ["max(0,x)", "relu"],
  ["x>0?x:0.01*x", "leaky-relu"],
  ["abs(x)", "abs"],
  ["sign(x)", "sign"],
  ["100*tanh(x/100)", "100*tanh(t/100)"],
  ["0.1*tanh(x/0.1)", "0.1*tanh(t/0.1)"],
];
const members = [...catalogue, scaledTanh(100), scaledTanh(0.1)];

describe.each(TWINS)("%s", (text, id) => {
  const twin = members.find((member) => member.id === id)!;
  const a = expressionActivation(text);

  it(`has the constants of ${id}, to 2e-13 above`, () => {
    for (const name of ["supremum", "lipschitz", "smoothness"] as const) {
      if (twin[name] === Infinity) expect(a[name]).toBe(Infinity);
      // The catalogue's are at most 3 ulp above the truth, so that the truth's enclosure may end that much below.
      else expect(a[name]).toBeGreaterThanOrEqual(twin[name] * (1 - 3 * 2 ** -52));
      if (twin[name] < Infinity) expect(a[name]).toBeLessThanOrEqual(twin[name] * (1 + 2e-13));
    }
    expect(a.kinks).toEqual(twin.kinks);
    expect(a.provenance).toBe("certified");
  });

  it(`has the Gaussian quantities of ${id}, within the errors of both`, () => {
    for (const name of ["mean", "secondMoment", "derivativeSecondMoment"] as const) {
      const [found, truth] = [a.gaussian[name], twin.gaussian[name]];
      expect(Math.abs(found.value - truth.value)).toBeLessThanOrEqual(found.error + truth.error);
      expect(found.error).toBeLessThan(2e-14 * Math.max(1, a.gaussian.secondMoment.value));
    }
    expect(a.valueMoments === null).toBe(twin.valueMoments === null);
    expect(a.derivativeMoments === null).toBe(twin.derivativeMoments === null);
  });

  it(`has the values of ${id}`, () => {
    for (let t = -30.5; t < 31; t += 0.37) {
      const close = (x: number, y: number) => {
        expect(Math.abs(x - y), `at ${t}: ${x}, ${y}`).toBeLessThanOrEqual(1e-13 * Math.abs(y) + 3e-16);
      };
      close(a.value(t), twin.value(t));
      close(a.derivative(t), twin.derivative(t));
      if (a.secondDerivative && twin.secondDerivative) close(a.secondDerivative(t), twin.secondDerivative(t));
    }
  });
});

describe("expressionActivation", () => {
  it("is named by its expression in t, with formulas to read", () => {
    const a = expressionActivation("x / (1 + exp(-x))");
    expect(a.id).toBe("t/(1+exp(-t))");
    expect(a.latex).toBe(String.raw`\frac{t}{1 + e^{-t}}`);
    expect(a.formulas.derivative).toBe("(1+exp(-t)+t*exp(-t))/(1+exp(-t))^2");
    expect(expressionActivation(a.id).id).toBe(a.id);
    expect(a.certificate.lipschitz.at).toBeCloseTo(2.39935728, 4);
  });

  it("fills arrays with what it gives for numbers", () => {
    const { fill, value, derivative } = expressionActivation("t*exp(-t^2)");
    const t = Float64Array.from([-3, 0, 0.5, 900]);
    const outputs = [new Float64Array(4), new Float64Array(4)];
    fill(t, outputs);
    expect(outputs).toEqual([t.map(value), t.map(derivative)]);
  });

  it("integrates over kinks away from 0", () => {
    // E max(0, X − 1) = φ(1) − Φ(−1); E [ψ'(X)²] = Φ(−1).
    const { mean, derivativeSecondMoment } = expressionActivation("max(0, x-1)").gaussian;
    expect(Math.abs(mean.value - 0.08331547058768629)).toBeLessThanOrEqual(mean.error + 1e-17);
    expect(Math.abs(derivativeSecondMoment.value - 0.15865525393145707)).toBeLessThanOrEqual(
      derivativeSecondMoment.error,
    );
    expect(derivativeSecondMoment.error).toBeLessThan(2e-15);
    // √2 is no double: the kink is between two.
    const root = expressionActivation("abs(x^2-2)").gaussian.derivativeSecondMoment;
    expect(Math.abs(root.value - 4)).toBeLessThanOrEqual(root.error);
  });

  it("takes no second derivative where there are kinks", () => {
    expect(expressionActivation("abs(t)").secondDerivative).toBeNull();
    expect(expressionActivation("t*abs(t)").secondDerivative?.(3)).toBe(2);
  });

  it.each([
    ["1/t", "it is undefined at 0"],
    ["cos(exp(1000+t))", "its value at 0 is beyond what doubles can compute"],
    ["3+4", "it has no variable"],
    [`${"1+".repeat(150)}t`, "it takes 301 characters to print, more than 200"],
  ])("rejects %j in one line that says why", (text, problem) => {
    expect(() => expressionActivation(text)).toThrow(RangeError);
    expect(() => expressionActivation(text)).toThrow(`: ${problem}`);
  });

  it("knows the constants of piecewise expressions exactly, with the limits at their kinks", () => {
    for (const [text, ...expected] of [
      ["t > 0 ? t : exp(t)-1", Infinity, 1, 1],
      ["t >= 0 ? t : exp(t)-1", Infinity, 1, 1],
      ["t >= 0 ? t : 1.5*(exp(t)-1)", Infinity, 1.5, Infinity],
      ["abs(t) <= 1 ? t^2/2 : abs(t)-1/2", Infinity, 1, 1],
      ["t > 0 ? exp(-t) : exp(t)", 1, 1, Infinity],
      ["max(0, 1-abs(t))", 1, 1, Infinity],
    ] as const) {
      const { certificate } = expressionActivation(text);
      const { supremum, lipschitz, smoothness } = certificate;
      expect([supremum.high, lipschitz.high, smoothness.high], text).toEqual(expected);
      expect(lipschitz.low, text).toBe(expected[1]);
    }
  });

  it("has values where an inner part of it underflows", () => {
    const { derivative, gaussian } = expressionActivation("sqrt(erfc(t*t))");
    // erfc(36) is beyond doubles; mpmath with 30 digits.
    expect(derivative(6) / -2.04316975090053e-280).toBeCloseTo(1, 12);
    expect(gaussian.derivativeSecondMoment.value).toBeCloseTo(0.4075284407363494, 12);
  });

  it("knows |u| for what it is where u is nowhere below 0", () => {
    expect(expressionActivation("abs(t^2)").secondDerivative?.(0)).toBe(2);
    expect(expressionActivation("abs(exp(t))").certificate.supremum.low).toBe(Infinity);
  });

  it.each([
    ["abs(1-cos(t))", 1],
    ["abs(cos(t)-1)", 1],
    ["abs(t^2*exp(t))", 2],
    ["abs(expm1(t)*tanh(t))", 2],
    ["abs(t^2*sin(t)^2)", 0],
  ])("has a second derivative where u of |u| touches 0: %s", (text, expected) => {
    expect(expressionActivation(text).secondDerivative?.(0)).toBe(expected);
  });

  it("takes an expression that is constant in effect", () => {
    const zero = expressionActivation("0*t");
    expect([zero.supremum, zero.lipschitz, zero.smoothness]).toEqual([0, 0, 0]);
    expect(zero.value(1e300)).toBe(0);
  });

  it("has no Lipschitz constant for exp(t)", () => {
    const { lipschitz, certificate } = expressionActivation("exp(t)");
    expect(lipschitz).toBe(Infinity);
    expect(certificate.lipschitz.low).toBe(Infinity);
  });
});
