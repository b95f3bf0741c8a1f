import { resolveActivation } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { theoremOneConstants } from "./theorem-1-constants.js";
import { theoremOneMutants, theoremOneStep } from "./theorem-1-step.js";

const identity = resolveActivation("identity");
const gamma = 0.1;
const root = Math.sqrt(Math.log(10));

/** f(x + ηg) = value + slope·η, and the steps that are asked for. */
function line(value: number, stepNorm: number, slope = stepNorm ** 2) {
  const etas: number[] = [];
  const at = (asked: readonly number[]) => {
    etas.push(...asked);
    return asked.map((eta) => ({ value: value + slope * eta, rounding: 1e-12 }));
  };
  return { draw: { value, stepNorm, at }, etas };
}

test("the step is C₃√log(1/γ)/‖g‖², against the sign of f", () => {
  const { C3 } = theoremOneConstants(identity, gamma);
  for (const value of [1, -1]) {
    const { draw, etas } = line(value, 2);
    expect(theoremOneStep(draw, { psi: identity, gamma })).toBe(1);
    expect(etas).toEqual([expect.closeTo((-value * C3 * root) / 4, 12)]);
  }
  const twice = line(1, 2);
  theoremOneStep(twice.draw, { psi: identity, gamma }, { step: 2 });
  expect(twice.etas).toEqual([expect.closeTo((-2 * C3 * root) / 4, 12)]);
});

test("it may be C₄√log(1/γ) long: C₃/‖g‖ is that much at ‖g‖ = c_ψ/2 = 1/2", () => {
  const at = (norm: number, limit?: number) =>
    theoremOneStep(line(1, norm).draw, { psi: identity, gamma }, limit === undefined ? {} : { limit });
  expect([at(0.5), at(0.5 * (1 - 1e-11)), at(1, 0.5), at(0.99, 0.5), at(0.25, 2), at(0.2, 2)]).toEqual([
    1, 0, 1, 0, 1, 0,
  ]);
});

test("mutants change the step or its limit, each at the cell that is given", () => {
  const cell = { psi: "identity", k: 3 };
  const changes: unknown[] = [];
  const mutants = theoremOneMutants((_: null, __: { psi: typeof identity; gamma: number }, change) => {
    changes.push(change);
    return 1;
  }, cell);
  for (const { at, observed } of Object.values(mutants)) {
    expect(at).toBe(cell);
    expect(observed(null, { psi: identity, gamma })).toBe(1);
  }
  expect(exactLines([Object.keys(mutants), ...changes])).toBe(
    '["the wrong sign", "a 64th of the step", "half of C_4"]\n{step -1}\n{step 0.015625}\n{limit 0.5}',
  );
});
