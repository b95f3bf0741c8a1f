import { describe, expect, test } from "vitest";
import { logNormalUpperTail } from "../normal-tail.js";
import { callTable } from "../testing/call-table.js";
import { logIrwinHall } from "../testing/irwin-hall.js";
import { dimple, normal, rectified, uniform } from "../testing/variables.js";
import type { Cumulants } from "./cumulants.js";
import { gaussianCumulants } from "./gaussian-cumulants.js";
import type { GaussianVariable } from "./gaussian-variable.js";
import { laplace } from "./laplace-tail.js";
import { latticeTail } from "./lattice-tail.js";
import type { LogEnclosure } from "./log-enclosure.js";

const tailOf = (variable: GaussianVariable, k: number, mean = 0, error = 0) =>
  latticeTail(variable, mean, gaussianCumulants(variable, mean, error), k);

/** max(0, Z), not signed. */
const half: GaussianVariable = { ...rectified, signed: false };
const HALF_MEAN = 1 / Math.sqrt(2 * Math.PI);

/** What a contour knows of N(0, 1). */
const gaussian: Cumulants = {
  ...laplace,
  deviation: 1,
  edge: Infinity,
  real: (c) => ({ value: (c * c) / 2, slope: c }),
};

/** What is computed for one threshold is kept for others near it. */
const TAILS = {
  uniform: tailOf(uniform, 2),
  normal: latticeTail(normal, 0, gaussian, 3),
  one: latticeTail(normal, 0, gaussian, 1),
  flat: latticeTail(normal, 0, { ...gaussian, real: () => ({ value: 0, slope: 0 }) }, 3),
  half: tailOf(half, 2, HALF_MEAN, 1e-16),
  dimple: tailOf(dimple, 3),
  rectified: tailOf(rectified, 5),
};

function expectEncloses({ logLower, logUpper }: LogEnclosure, truth: number): void {
  expect(logLower).toBeLessThanOrEqual(truth + 1e-13 * Math.abs(truth));
  expect(logUpper).toBeGreaterThanOrEqual(truth - 1e-13 * Math.abs(truth));
  expect(logUpper - logLower).toBeLessThan(0.3);
}

describe("latticeTail", () => {
  test("of two uniform variables is Irwin and Hall's", () => {
    const tail = TAILS.uniform;
    for (const T of [0.25, 1, 1.75]) expectEncloses(tail(T), logIrwinHall(2, T));
    expect(tail(2)).toEqual({ logLower: -Infinity, logUpper: -Infinity });
  });

  test("of a normal sum is the normal tail", () => {
    const tail = TAILS.normal;
    for (const z of [0.3, 3]) expectEncloses(tail(z * Math.sqrt(3)), logNormalUpperTail(z));
  });

  test("of two of max(0, Z), less their means, is an integral over one of them", () => {
    const tail = TAILS.half;
    for (const T of [0.5, 2]) {
      // P(X + Y > t) = ½P(Z > t) + ∫_0^∞ P(max(0, Z) > t − x)φ(x) dx, by Simpson's rule up to t and P(Z > t) beyond.
      const t = T + 2 * HALF_MEAN;
      const at = (x: number) => Math.exp(-0.5 * x * x + logNormalUpperTail(t - x)) / Math.sqrt(2 * Math.PI);
      let sum = 0;
      for (let i = 0; i <= 2000; i++) sum += (i === 0 || i === 2000 ? 1 : i % 2 === 0 ? 2 : 4) * at((t * i) / 2000);
      expectEncloses(tail(T), Math.log((sum * t) / 6000 + 1.5 * Math.exp(logNormalUpperTail(t))));
    }
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("tails on lattices to the last bit", () => {
  const cases = [
    ["uniform", [0.25, 0.3, 1]],
    ["normal", [0.5, 20, 60, 80]],
    // Beyond 28 the cells would reach where masses underflow.
    ["one", [0, 3, 27, 29, 41]],
    ["flat", [1]],
    ["half", [0.5, 2.1]],
    ["dimple", [0.4]],
    ["rectified", [8]],
  ] as const;
  for (const [name, thresholds] of cases)
    expect(
      callTable(
        TAILS[name],
        thresholds.map((T) => [T] as const),
      ),
      name,
    ).toMatchSnapshot();
});
