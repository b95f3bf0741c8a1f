import { describe, expect, it } from "vitest";
import type { ActivationDefinition } from "./activation-definition.js";
import { catalogue } from "./catalogue.js";
import { defineActivation } from "./define-activation.js";
import { scaledTanh } from "./scaled-tanh.js";

const sech2 = (t: number) => 1 / Math.cosh(t) ** 2;
const tanh: ActivationDefinition = { id: "own", value: Math.tanh, derivative: sech2 };
const define = (changes: Partial<ActivationDefinition>) => () => defineActivation({ ...tanh, ...changes });

describe("a derivative that is declared", () => {
  it("a wrong derivative (half of tanh's) is refused", () => {
    expect(define({ derivative: (t) => sech2(t) / 2 })).toThrow(RangeError);
    expect(define({ derivative: (t) => sech2(t) / 2 })).toThrow(
      /^activation own: ψ' is given as 0\.493\d+ at t = 0\.11; it must be the derivative of ψ, whose difference quotients there are from 0\.98799\d+ to 0\.9880\d+$/,
    );
  });

  it("a wrong second derivative (half of tanh's) is refused", () => {
    const second = (t: number) => -2 * Math.tanh(t) * sech2(t);
    expect(define({ secondDerivative: second })).not.toThrow();
    expect(define({ secondDerivative: (t) => second(t) / 2 })).toThrow(
      /^activation own: ψ'' is given as -0\.108\d+ at t = 0\.11; it must be the derivative of ψ', whose difference quotients there are from -0\.216\d+ to -0\.216\d+$/,
    );
  });

  it.each<readonly [string, Partial<ActivationDefinition>]>([
    ["a sign", { derivative: (t) => -sech2(t) }],
    ["one side", { value: (t) => Math.max(0, t), derivative: () => 1, kinks: [0] }],
    ["a shift", { derivative: (t) => sech2(t) + 1e-4 }],
    ["0 everywhere", { derivative: () => 0 }],
    ["values far from 0", { value: (t) => 1e6 + Math.tanh(t), derivative: (t) => sech2(t) / 2 }],
    [
      "a steep function of a stated scale",
      { value: (t) => 1e-6 * Math.tanh(1e6 * t), derivative: () => 0, scale: 1e-6 },
    ],
  ])("is refused for %s", (_, changes) => {
    expect(define(changes)).toThrow(/^activation own: ψ' is given as/);
  });

  it.each<readonly [string, Partial<ActivationDefinition>]>([
    ["kinks that are named", { value: Math.abs, derivative: Math.sign, kinks: [0] }],
    ["kinks that are not", { value: (t) => Math.abs(t - 0.1101), derivative: (t) => Math.sign(t - 0.1101) }],
    ["a jump", { value: (t) => Math.sign(t - 1.13), derivative: () => 0 }],
    ["cancellation", { value: (t) => (1 - Math.cos(t * 1e-6)) / 1e-12, derivative: (t) => Math.sin(t * 1e-6) / 1e-6 }],
    ["values in single precision", { value: (t) => Math.fround(Math.tanh(t)) }],
    ["a table", { value: (t) => Math.round(t * 1e5) / 1e5, derivative: () => 1 }],
    ["a large constant", { value: (t) => 1e12 + Math.tanh(t) }],
    ["fast waves", { value: (t) => t + 1e-6 * Math.sin(1e6 * t), derivative: (t) => 1 + Math.cos(1e6 * t) }],
    ["faster waves", { value: (t) => t + 1e-10 * Math.sin(1e10 * t), derivative: (t) => 1 + Math.cos(1e10 * t) }],
    ["overflow", { value: (t) => Math.exp(200 * t), derivative: (t) => 200 * Math.exp(200 * t) }],
    ["underflow", { value: (t) => Math.exp(-200 * t * t), derivative: (t) => -400 * t * Math.exp(-200 * t * t) }],
    ["steepness", { value: (t) => 1e-9 * Math.tanh(1e9 * t), derivative: (t) => sech2(1e9 * t) }],
    ["digits lost by a formula", { derivative: (t) => 1 - Math.tanh(t) ** 2 }],
  ])("is taken in spite of %s", (_, changes) => {
    expect(define(changes)).not.toThrow();
  });

  it("is taken for all of the catalogue", () => {
    for (const psi of [...catalogue, scaledTanh(1e-100), scaledTanh(1e-3), scaledTanh(1e100)]) {
      const { value, derivative, secondDerivative, kinks } = psi;
      const second = secondDerivative ? { secondDerivative } : {};
      expect(define({ id: psi.id, value, derivative, ...second, kinks }), psi.id).not.toThrow();
    }
  });
});
