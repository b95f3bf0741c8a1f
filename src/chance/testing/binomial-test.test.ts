import { expect, it } from "vitest";
import { logBinomialTails } from "../../numbers/binomial-tails.js";
import { binomialCriticalCount, binomialPValue } from "./binomial-test.js";
import { binomialRange, binomialTerm, choose } from "./exact-binomial.js";
import { add, compare, logRational, ONE, rational } from "./rational.js";

it("has exact binomial terms that sum to 1", () => {
  expect(choose(10, 3)).toBe(120n);
  const p = rational(0.3);
  const sum = add(add(binomialTerm(2, 0, p), binomialTerm(2, 1, p)), binomialTerm(2, 2, p));
  expect(compare(sum, ONE)).toBe(0);
  expect(compare(binomialRange(40, 0, 40, p), ONE)).toBe(0);
  expect(compare(binomialRange(40, 7, 7, p), binomialTerm(40, 7, p))).toBe(0);
});

it("has the tails of the exact law", () => {
  const p = rational(0.3);
  for (let count = 0; count <= 25; count++) {
    const { logAtLeast, logAtMost } = logBinomialTails(count, 25, 0.3);
    expect(logAtLeast).toBeCloseTo(logRational(binomialRange(25, count, 25, p)), 12);
    expect(logAtMost).toBeCloseTo(logRational(binomialRange(25, 0, count, p)), 12);
  }
});

it("has a p-value that is at most α with probability at most α", () => {
  const [trials, p] = [60, rational(0.2)];
  for (const alpha of [0.5, 0.05, 1e-3, 1e-6]) {
    let mass = 0;
    for (let count = 0; count <= trials; count++)
      if (binomialPValue(count, trials, 0.2) <= alpha) mass += Math.exp(logRational(binomialTerm(trials, count, p)));
    expect(mass).toBeLessThanOrEqual(alpha);
    const critical = binomialCriticalCount(trials, 0.2, alpha);
    expect(logBinomialTails(critical, trials, 0.2).logAtLeast).toBeLessThanOrEqual(Math.log(alpha));
    expect(logBinomialTails(critical - 1, trials, 0.2).logAtLeast).toBeGreaterThan(Math.log(alpha));
  }
});
