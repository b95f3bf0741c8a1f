import { describe, expect, it } from "vitest";
import { psiKernel } from "../networks/kernels/psi-kernel.js";
import { defineActivation } from "./define-activation.js";
import { linearSides } from "./linear-sides.js";
import { resolveActivation } from "./resolve-activation.js";

describe("linearSides", () => {
  it.each([
    ["identity", 1, 1],
    ["relu", 0, 1],
    ["leaky-relu", 0.01, 1],
    ["abs", -1, 1],
    ["max(0,t)", 0, 1],
    ["max(t, 0.2*t)", 0.2, 1],
    ["3*max(0,t)-abs(t)/4", 0.25, 2.75],
    ["t > 0 ? 2*t : -t", -1, 2],
    ["normalize(max(-t/8,4*t))", -1 / 32, 1],
    ["0*t", 0, 0],
  ])("%s has slopes %d and %d", (psi, left, right) => {
    const { value } = resolveActivation(psi);
    const sides = linearSides(resolveActivation(psi));
    expect(sides?.left).toBeCloseTo(left, 15);
    expect(sides?.right).toBeCloseTo(right, 15);
    expect(value(-2)).toBeCloseTo(-2 * left, 14);
    expect(value(3)).toBeCloseTo(3 * right, 14);
  });

  it.each(["tanh", "sign", "max(0,t)+1", "max(-1,t)", "max(0,t-1)", "t^2", "t*abs(t)", "pi*t"])(
    "%s is not known to",
    (psi) => {
      expect(linearSides(resolveActivation(psi))).toBeNull();
    },
  );

  it("does not believe an expression that the functions are not", () => {
    const expression = "max(0,t)";
    const liar = defineActivation({ id: "liar", expression, value: (t) => t, derivative: () => 1 });
    expect(linearSides(liar)).toBeNull();
  });

  it("gives the kernels exact slopes", () => {
    expect(psiKernel(resolveActivation("max(t, 0.2*t)"))).toMatchObject({ numbers: [1, 0.2, 1], valueError: 0 });
  });
});
