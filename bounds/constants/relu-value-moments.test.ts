import { expect, test } from "vitest";
import { reluValueMoments } from "./relu-value-moments.js";

test("the ReLU has σ = 1/√2 and c = √(2/π)/(3/2), forced at q = 3: E|ψ|³ = √(2/π) = 3σ²c", () => {
  const { sigma, c } = reluValueMoments();
  expect(sigma).toBeGreaterThanOrEqual(Math.SQRT1_2);
  expect(sigma).toBeCloseTo(Math.SQRT1_2, 13);
  expect(c).toBeCloseTo(Math.sqrt(2 / Math.PI) / 1.5, 12);
});
