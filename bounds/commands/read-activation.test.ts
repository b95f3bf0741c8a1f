import { resolveActivation } from "lemmacheck/activations";
import { psi } from "lemmacheck/networks";
import { expect, test, vi } from "vitest";
import { readActivation } from "./read-activation.js";

/** What is thrown. */
function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}

test("an id, an expression, or one of the config's own", () => {
  expect(readActivation("PSI", "tanh", {})).toBe(resolveActivation("tanh"));
  expect(readActivation("PSI", "t^3", {}).value(2)).toBe(8);
  const mine = { ...resolveActivation("tanh"), id: "mine" };
  expect(readActivation("--psi", "mine", { psi: [mine] })).toBe(mine);
});

test("what is none is refused in the name of the argument", () => {
  const error = errorOf(() => readActivation("--psi", "no such", {}));
  expect(error).toBeInstanceOf(RangeError);
  expect(error).toMatchObject({
    message: expect.stringMatching(/^--psi is no such; it must be /),
    cause: expect.any(RangeError),
  });
});

test("a reason that states no rule is kept whole, and other errors stay as they are", () => {
  const resolve = vi.spyOn(psi, "resolve");
  try {
    const whole = new RangeError("too deep");
    resolve.mockImplementation(() => {
      throw whole;
    });
    expect(errorOf(() => readActivation("PSI", "x", {}))).toMatchObject({
      message: "PSI is x; too deep",
      cause: whole,
    });
    const other = new TypeError("it must be a bug");
    resolve.mockImplementation(() => {
      throw other;
    });
    expect(errorOf(() => readActivation("PSI", "x", {}))).toBe(other);
  } finally {
    resolve.mockRestore();
  }
});
