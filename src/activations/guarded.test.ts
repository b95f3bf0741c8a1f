import { expect, it } from "vitest";
import { ActivationValueError } from "./activation-value-error.js";
import { defineActivation } from "./define-activation.js";

const throws = (t: number): number => {
  if (t > 20) throw new TypeError("no table beyond 20");
  return Math.tanh(t);
};
const slope = (t: number) => 1 - Math.tanh(t) ** 2;

it("a ψ that throws is named, with the point", () => {
  const psi = defineActivation({ id: "table", value: throws, derivative: slope });
  expect(psi.value(1)).toBe(Math.tanh(1));
  expect(() => psi.value(21)).toThrow(ActivationValueError);
  expect(() => psi.value(21)).toThrow(
    /^activation table: ψ throws "no table beyond 20" at t = 21; it must be a number$/,
  );
  expect(() => psi.gaussian).toThrow(/^activation table: ψ throws "no table beyond 20" at t = \d+/);
});

it("a ψ that gives NaN, or no number, is named when it is defined", () => {
  expect(() => defineActivation({ id: "root", value: Math.sqrt, derivative: (t) => 0.5 / Math.sqrt(t) })).toThrow(
    /^activation root: ψ is NaN at t = -0\.1\d+; it must be a number$/,
  );
  const empty: readonly number[] = [];
  const none = { id: "none", value: () => 0, derivative: () => empty[0] };
  expect(() => defineActivation(none)).toThrow("activation none: ψ' is undefined at t = 0.11; it must be a number");
});
