import { gaussianExpectation } from "lemmacheck/probability";
import { describe, expect, test } from "vitest";
import { summandLaws } from "./summands.js";

const factorial = (q: number) => Array.from({ length: q }, (_, i) => i + 1).reduce((product, n) => product * n, 1);

/** ∫₀¹ (1−x)^q e^(−x) dx by its series Σ (−1)^j q!/(q+1+j)!, alternating and decreasing. */
function belowTheMean(q: number): number {
  let sum = 0;
  let term = 1 / (q + 1);
  for (let j = 0; Math.abs(term) > 1e-18; j++) {
    sum += term;
    term *= -1 / (q + 2 + j);
  }
  return sum;
}

/** E|X|^q of each law, independent of what the laws say of themselves. */
const MOMENTS: Readonly<Record<string, (q: number) => number>> = {
  gaussian: (q) => gaussianExpectation((t) => Math.abs(t) ** q).value,
  rademacher: () => 1,
  "rare event": (q) => 0.01 * 0.99 ** q + 0.99 * 0.01 ** q,
  "centred exponential": (q) => belowTheMean(q) + factorial(q) / Math.E,
  laplace: factorial,
  uniform: (q) => 1 / (q + 1),
};

describe.each(Object.entries(summandLaws))("%s", (name, { sigma, c }) => {
  test("satisfies Bernstein's condition for q = 2, …, 60, with σ² the variance", () => {
    for (let q = 2; q <= 60; q++) {
      expect(MOMENTS[name](q)).toBeLessThanOrEqual((factorial(q) / 2) * sigma ** 2 * c ** (q - 2) * (1 + 1e-12));
    }
    expect(Math.abs(MOMENTS[name](2) / sigma ** 2 - 1)).toBeLessThan(1e-12);
  });
});
