import { expect, test } from "vitest";
import { normalMass } from "../intervals/normal-mass.js";
import { callTable } from "../testing/call-table.js";
import { dimple, normal, rectified, uniform } from "../testing/variables.js";
import { centred, integrandOfVariable, reach, variableOf } from "./gaussian-variable.js";

test("a variable of an integrand and its derivative has the parts of both, and is an integrand again", () => {
  const g = integrandOfVariable(rectified);
  const slope = { value: (t: number) => t, error: (t: number) => 2 * t };
  const made = variableOf(g, slope, { signed: true, lipschitz: 1, supremum: Infinity });
  expect(Object.keys(made).toSorted()).toEqual(Object.keys(rectified).toSorted());
  expect(made.slope).toBe(slope.value);
  expect(made.slopeError).toBe(slope.error);
  for (const key of ["value", "error", "bounds", "kinks"] as const) expect(made[key]).toBe(rectified[key]);
  expect(g.scale).toBe(1);
  expect(g.far).toEqual({ most: 38.6 * (1 + 1e-13), degree: 1 });
  expect(integrandOfVariable(uniform).far).toEqual({ most: 1, degree: 0 });
  expect(integrandOfVariable({ ...rectified, value: (z) => z - 3, lipschitz: 2 }).far.most).toBe(
    3 + 2 * 38.6 * (1 + 1e-13),
  );
});

test("less its mean, a variable keeps what it has; by 0 it is the same", () => {
  expect(centred(uniform, 0)).toBe(uniform);
  const moved = centred(uniform, -0.25);
  expect(moved.value(0.3)).toBe(uniform.value(0.3) + 0.25);
  expect(moved.error(0.3)).toBe(1e-15 + 2 ** -53 * moved.value(0.3));
  expect(moved.supremum).toBe(1.25);
  expect(moved.bounds?.(0, 1, 2)).toEqual([(1 + 0.25) * (1 + 1e-13), ...(uniform.bounds?.(0, 1, 2).slice(1) ?? [])]);
  expect(moved.slope).toBe(uniform.slope);
  expect(centred({ ...uniform, bounds: null }, 1).bounds).toBeNull();
});

test("beyond the reach there is less than asked for: E[e^(c|Z|); |Z| > R] = 2·e^(c²/2)·P(Z > R − c)", () => {
  for (const c of [0.1, 1, 4])
    for (const logSize of [5, 42]) {
      const R = reach(normal, c, logSize);
      expect(Math.log(2 * normalMass(R - c, Infinity).hi) + (c * c) / 2).toBeLessThanOrEqual(-logSize);
      expect(Math.log(2 * normalMass(R - c - 0.7, Infinity).lo) + (c * c) / 2).toBeGreaterThan(-logSize);
      const bounded = reach(dimple, c, logSize);
      expect(Math.log(2 * normalMass(bounded, Infinity).hi) + c).toBeLessThanOrEqual(-logSize);
    }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("reaches are these", () => {
  const variables = [
    normal,
    uniform,
    dimple,
    { ...rectified, value: (z: number) => Math.max(0, z) + 2 },
    { ...normal, lipschitz: Infinity },
  ];
  const calls = variables.flatMap((variable) =>
    [0, 1e-3, 1, 30].flatMap((c) => [-3, 0, 42].map((size) => [variable, c, size] as const)),
  );
  expect(callTable((variable, c, size) => reach(variable, c, size), calls)).toMatchSnapshot();
});
