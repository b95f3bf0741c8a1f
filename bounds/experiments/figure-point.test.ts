import { resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { isFigurePoint, labelOf, settingOf } from "./figure-point.js";

const point = {
  psi: "tanh",
  d: 3,
  k: 4,
  depth: 2,
  initialisation: "fan-in",
  coefficients: "rademacher",
} as const;

describe("a point", () => {
  test("is what has ψ, sizes from 1 on, and the two laws; more does not matter", () => {
    expect(isFigurePoint(point)).toBe(true);
    expect(isFigurePoint({ ...point, d: 1, k: 1, depth: 1, more: 1 })).toBe(true);
    expect(isFigurePoint({ ...point, initialisation: "he", coefficients: "gaussian" })).toBe(true);
  });

  test.each([
    ["psi", 1],
    ["d", 0],
    ["k", 0],
    ["depth", 0],
    ["d", 1.5],
    ["k", "4"],
    ["depth", null],
    ["initialisation", "xavier"],
    ["coefficients", "normal"],
  ])("is none with %s = %j", (name, value) => {
    expect(isFigurePoint({ ...point, [name]: value })).toBe(false);
  });

  test.each(Object.keys(point))("is none without %s", (name) => {
    expect(isFigurePoint(Object.fromEntries(Object.entries(point).filter(([key]) => key !== name)))).toBe(false);
  });

  test.each([null, undefined, "point", 1, [], () => point])("%j is none", (x) => {
    expect(isFigurePoint(x)).toBe(false);
  });
});

test("has a label of all that it is, its last law where that is not the usual one", () => {
  expect(labelOf(point)).toBe("tanh L=2 d=3 k=4 fan-in");
  expect(labelOf({ ...point, initialisation: "he", coefficients: "gaussian" })).toBe("tanh L=2 d=3 k=4 he gaussian");
});

test("speaks of a network with that ψ, a config's own too", () => {
  expect(settingOf(point, {})).toEqual({ ...point, psi: resolveActivation("tanh") });
  const mine = { ...resolveActivation("tanh"), id: "mine" };
  expect(settingOf({ ...point, psi: "mine" }, { psi: [mine] }).psi).toBe(mine);
  expect(() => settingOf({ ...point, psi: "mine" }, {})).toThrow(RangeError);
});
