import { describe, expect, it } from "vitest";
import type { ActivationDefinition } from "./activation-definition.js";
import { DeclaredConstantError } from "./declared-constant-error.js";
import { defineActivation } from "./define-activation.js";

const softsign: ActivationDefinition = {
  id: "softsign",
  value: (t) => t / (1 + Math.abs(t)),
  derivative: (t) => 1 / (1 + Math.abs(t)) ** 2,
};
const declared = (constants: Partial<ActivationDefinition>) => defineActivation({ ...softsign, ...constants });

describe("declared constants", () => {
  it("are let be where no value contradicts them", () => {
    const psi = declared({ supremum: 1, lipschitz: 1, smoothness: 2 });
    for (let t = -50; t <= 50; t += 0.01) {
      psi.value(t);
      psi.derivative(t);
    }
    // Rounding is no contradiction.
    expect(declared({ supremum: 0.5 * (1 - 2 ** -50) }).value(1)).toBe(0.5);
    expect(psi.gaussian.mean.value).toBeCloseTo(0, 12);
  });

  it("name the constant and the t at which they fail", () => {
    expect(() => declared({ supremum: 0.4 }).value(1)).toThrow(
      new DeclaredConstantError("softsign", "|ψ|", 1, 0.5, "supremum = 0.4"),
    );
    expect(() => declared({ lipschitz: 0.5 }).derivative(-0.25)).toThrow(
      "activation softsign: |ψ'| is 0.64 at t = -0.25, against its declared lipschitz = 0.5",
    );
  });

  it("hold L against ψ'' where it is given, against differences of ψ' where not", () => {
    expect(() => declared({ smoothness: 1.5 }).derivative(0.01)).toThrow(
      /^activation softsign: \|ψ'\(t \+ h\) − ψ'\(t\)\|\/h, h = 0.0001\d*, is 1.9\d* at t = 0.01, against its declared smoothness = 1.5$/,
    );
    const second = (t: number) => (-2 * Math.sign(t)) / (1 + Math.abs(t)) ** 3;
    expect(() => declared({ smoothness: 1.5, secondDerivative: second }).derivative(0.01)).toThrow(
      /^activation softsign: \|ψ''\| is 1.9\d* at t = 0.01, against its declared smoothness = 1.5$/,
    );
  });

  it("hold sup|ψ'''| against differences of ψ''", () => {
    const sine = { id: "sine", value: Math.sin, derivative: Math.cos, secondDerivative: (t: number) => -Math.sin(t) };
    const slopes = (curvature: number) => defineActivation({ ...sine, smoothness: 1, curvature }).derivative(0.1);
    expect(slopes(1)).toBe(Math.cos(0.1));
    expect(() => slopes(0.9)).toThrow(/^activation sine: \|ψ''\(t \+ h\) .* against its declared curvature = 0.9$/);
  });

  it("stop quadratures too", () => {
    expect(() => declared({ lipschitz: 0.5 }).gaussian).toThrow(DeclaredConstantError);
    expect(() => declared({ supremum: 0.3 }).valueMoments).toThrow(DeclaredConstantError);
  });

  it("are not asked of what is certified", () => {
    expect(declared({ supremum: 0.4, provenance: "certified" }).value(1)).toBe(0.5);
  });
});
