import { gaussianExpectation } from "lemmacheck/probability";
import { keyedStreams } from "lemmacheck/statistics";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
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

// Pinned to the last bit: an error bound that changes must be seen.
test("laws, their costs, sums drawn and tails at many arguments", () => {
  const streams = keyedStreams({ seed: "sums", sampler: "summands", parameters: {} });
  const found = Object.entries(summandLaws).map(([name, law]) => {
    const { sigma, c, because, supremum, cost } = law;
    const sums = [0, 1, 2].map((draw) => law.drawSum(20, streams(draw)));
    const tails = [1, 20, 1e6].flatMap((k) => [-1, 0, 1, 4].map((z) => law.tail(k, z * sigma * Math.sqrt(k))));
    return [name, sigma, c, because, supremum, [1, 100].map((k) => cost(k)), sums, tails];
  });
  expect(exactLines(found)).toMatchSnapshot();
});

test.each(Object.entries(summandLaws))(
  "sums of %s are as often beyond their tails as these say",
  (_, { drawSum, tail, sigma }) => {
    const [k, draws] = [5, 1500];
    const streams = keyedStreams({ seed: "tails", sampler: "summands", parameters: {} });
    const sums = Array.from({ length: draws }, (__, draw) => drawSum(k, streams(draw)));
    for (const t of [-2, 0.3, 2].map((z) => z * sigma)) {
      const { logLower, logUpper } = tail(k, t);
      expect(logLower).toBeLessThanOrEqual(logUpper);
      const rate = sums.filter((sum) => sum > t).length / draws;
      // Hoeffding at 1e-9.
      expect(Math.abs(rate - Math.exp(logUpper))).toBeLessThan(Math.sqrt(Math.log(2e9) / (2 * draws)));
    }
  },
);
