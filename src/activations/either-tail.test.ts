import { describe, expect, test } from "vitest";
import { eitherTail } from "./either-tail.js";
import { gradientTail } from "./gradient-tail.js";
import { identity } from "./identity.js";
import { relu } from "./relu.js";
import { tanh } from "./tanh.js";
import { valueTail } from "./value-tail.js";

describe("eitherTail", () => {
  test("of the ReLU at k = 2: the gradient fails where no neuron is active, the value only where some is", () => {
    // 1/4 + P(|Z| > t√2)/2 + P(|Z| > t)/4 for a gradient that is never short otherwise.
    const { logLower, logUpper } = eitherTail(relu, 146, 2)!(1.677, 0.25);
    expect(logUpper - logLower).toBeLessThan(1e-9);
    expect(Math.exp(logUpper)).toBeCloseTo(0.25 + 0.0177 / 2 + 0.09354 / 4, 4);
  });

  test("lies between the larger of both parts and their sum", () => {
    for (const [d, k, t, b] of [
      [3, 5, 1, 0.5],
      [40, 9, 0.3, 0.7],
      [40, 300, 1.2, 0.6],
    ]) {
      const both = eitherTail(relu, d, k)!(t, b);
      const parts = [valueTail(relu, k)!(t), gradientTail(relu, d, k)!(b)];
      expect(both.logLower).toBeGreaterThanOrEqual(Math.max(...parts.map(({ logLower }) => logLower)) - 1e-8);
      const sum = Math.log(parts.reduce((total, { logUpper }) => total + Math.exp(logUpper), 0));
      expect(both.logUpper).toBeLessThanOrEqual(sum + 1e-8);
      expect(both.logLower).toBeLessThanOrEqual(both.logUpper);
    }
  });

  test("is null for other activations, and for many neurons", () => {
    expect(eitherTail(tanh, 10, 10)).toBeNull();
    expect(eitherTail(identity, 10, 5000)).toBeNull();
  });
});
