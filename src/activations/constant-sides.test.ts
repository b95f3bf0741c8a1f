import { expect, test } from "vitest";
import { catalogue } from "./catalogue.js";
import { constantSides } from "./constant-sides.js";
import { defineActivation } from "./define-activation.js";
import { resolveActivation } from "./resolve-activation.js";
import { sign } from "./sign.js";

test("of the catalogue the sign alone is constant on either side of 0", () => {
  expect(constantSides(sign)).toEqual({ left: -1, right: 1 });
  for (const psi of catalogue) if (psi !== sign) expect(constantSides(psi), psi.id).toBeNull();
});

test.each([
  ["sign(3*t)", -1, 1],
  ["1 + 2*sign(t)", -1, 3],
  ["sign(t)/4", -0.25, 0.25],
])("%s is proved constant on either side", (expression, left, right) => {
  expect(constantSides(resolveActivation(expression))).toEqual({ left, right });
});

test.each(["sign(t - 1)", "t*sign(t)", "sign(t) + t", "tanh(t)"])("%s is not", (expression) => {
  expect(constantSides(resolveActivation(expression))).toBeNull();
});

test("functions that are not their expression are not", () => {
  const lie = defineActivation({
    id: "lie",
    expression: "sign(t)",
    value: Math.tanh,
    derivative: (t) => 1 / Math.cosh(t) ** 2,
    kinks: [0],
  });
  expect(constantSides(lie)).toBeNull();
});
