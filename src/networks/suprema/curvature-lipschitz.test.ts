import { expect, test } from "vitest";
import { catalogue } from "../../activations/catalogue.js";
import { defineActivation } from "../../activations/define-activation.js";
import { resolveActivation } from "../../activations/resolve-activation.js";
import { tanh } from "../../activations/tanh.js";
import { curvatureLipschitz } from "./curvature-lipschitz.js";

/** The largest difference quotient of ψ'' on a grid that has 0 and the half-integers. */
function seen({ secondDerivative }: typeof tanh): number {
  const step = 2 ** -12;
  let largest = 0;
  for (let i = -2048; i <= 2048; i++) {
    const t = i / 256;
    largest = Math.max(largest, Math.abs(secondDerivative!(t + step) - secondDerivative!(t - step)) / (2 * step));
  }
  return largest;
}

const smooth = catalogue.filter(({ kinks }) => kinks.length === 0);

test.each(smooth.map((psi) => [psi.id, psi] as const))(
  "%s: what is seen of ψ''' is at most that, and near",
  (_, psi) => {
    expect(seen(psi)).toBeLessThanOrEqual(curvatureLipschitz(psi) * (1 + 1e-9));
    expect(seen(psi)).toBeGreaterThanOrEqual(curvatureLipschitz(psi) * (1 - 1e-3));
  },
);

test("a spelled-out tanh has the constant of tanh", () => {
  for (const text of ["(exp(t) - exp(-t))/(exp(t) + exp(-t))", "1 - 2/(exp(2*t) + 1)", "tanh(t)"])
    expect(curvatureLipschitz(resolveActivation(text))).toBe(curvatureLipschitz(tanh));
});

test("other expressions have one too", () => {
  expect(curvatureLipschitz(resolveActivation("tanh(t) + 0.1*sin(3*t)"))).toBeCloseTo(4.7, 12);
  expect(curvatureLipschitz(resolveActivation("100*tanh(t/100)"))).toBeCloseTo(2e-4, 15);
});

test("one is taken on the word of whoever defines an activation, and none is guessed", () => {
  const mine = { id: "mine", value: Math.tanh, derivative: tanh.derivative, expression: "tanh(t)" };
  const smoothMine = { ...mine, secondDerivative: tanh.secondDerivative! };
  expect(curvatureLipschitz(defineActivation(smoothMine))).toBe(Infinity);
  expect(curvatureLipschitz(defineActivation({ ...smoothMine, curvature: 2 }))).toBe(2);
  expect(curvatureLipschitz(resolveActivation("max(0, t)"))).toBe(Infinity);
});
