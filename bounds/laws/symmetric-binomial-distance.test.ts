import { psi } from "lemmacheck/networks";
import { logNormalUpperTail } from "lemmacheck/probability";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { distanceToNormal } from "./kolmogorov-distance.js";
import { symmetricBinomial, symmetricBinomialDistance } from "./symmetric-binomial-distance.js";

/** The distance at every jump, before it and at it, from the masses themselves. */
function byJumps(n: number): number {
  let [mass, below, most] = [2 ** -n, 0, 0];
  for (let j = 0; j <= n; j++) {
    const normal = Math.exp(logNormalUpperTail((n - 2 * j) / Math.sqrt(n)));
    most = Math.max(most, Math.abs(below - normal), Math.abs(below + mass - normal));
    below += mass;
    mass *= (n - j) / (j + 1);
  }
  return most;
}

describe("the distance of a symmetric binomial law", () => {
  test("is that at its jumps, for every n up to 300 and some beyond", () => {
    for (const n of [...Array.from({ length: 300 }, (_, i) => i + 1), 801, 1000]) {
      const { lower, upper } = symmetricBinomialDistance(n);
      const truth = byJumps(n);
      expect(lower).toBeLessThanOrEqual(truth * (1 + 1e-10));
      expect(upper).toBeGreaterThanOrEqual(truth * (1 - 1e-10));
      expect(upper / lower).toBeLessThan(1.0005);
    }
  });

  test("agrees across the change from product to bounds, and is below 1/√(2πn) at any size", () => {
    const [product, bounds] = [8192, 8194].map(symmetricBinomialDistance);
    expect(bounds.upper).toBeLessThan(product.lower);
    expect(bounds.lower).toBeGreaterThan(product.upper * Math.sqrt(8191 / 8194));
    for (const n of [9001, 1e6, 4e15, 2 ** 53 - 1, 2 ** 54]) {
      const { lower, upper } = symmetricBinomialDistance(n);
      expect(lower * Math.sqrt(2 * Math.PI * n)).toBeGreaterThan(0.9999);
      expect(upper * Math.sqrt(2 * Math.PI * n)).toBeLessThan(1 + 1e-12);
    }
  });

  test("a step from 0 has two fair signs a neuron, steps of two other sizes are no such law", () => {
    const step = psi.resolve("t > 0 ? 3 : 0");
    expect(symmetricBinomial(step, 5)).toEqual({ signs: 10, deviation: 3 * Math.SQRT1_2 });
    expect(symmetricBinomial(psi.resolve("t > 0 ? 3 : -3"), 5)).toEqual({ signs: 5, deviation: 3 });
    for (const other of ["t > 0 ? 3 : 1", "t > 0 ? 3 : t", "tanh(t)"])
      expect(symmetricBinomial(psi.resolve(other), 5)).toBeNull();
  });

  test("another σ than its own is not its distance: thresholds decide then", () => {
    const sign = psi.resolve("sign");
    const own = distanceToNormal(sign, 100, 1);
    expect(own.upper / own.lower).toBeLessThan(1 + 1e-9);
    expect(distanceToNormal(sign, 100, 1.2).lower).toBeGreaterThan(own.upper);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("distances at many n, and laws of steps", () => {
  const distances = [1, 2, 3, 4, 5, 100, 101, 8190, 8191, 8192, 8193, 8194, 1e9, 2 ** 53].map((n) => [
    n,
    symmetricBinomialDistance(n),
  ]);
  const side = (value: number, slope = 0) => ({ value, slope });
  const laws = [
    null,
    { left: side(-2), right: side(3) },
    { left: side(-3), right: side(3) },
    { left: side(3), right: side(3) },
    { left: side(0), right: side(-3) },
    { left: side(4), right: side(0) },
    { left: side(0), right: side(0) },
    { left: side(-3, 1), right: side(3) },
    { left: side(-3), right: side(3, 1) },
  ].map((sides) => symmetricBinomial({ sides }, 7));
  expect(laws).toEqual([
    null,
    null,
    { signs: 7, deviation: 3 },
    { signs: 7, deviation: 3 },
    { signs: 14, deviation: 3 * Math.SQRT1_2 },
    { signs: 14, deviation: 4 * Math.SQRT1_2 },
    null,
    null,
    null,
  ]);
  expect(exactLines(distances)).toMatchSnapshot();
});
