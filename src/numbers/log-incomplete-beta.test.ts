import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { binomialRange, binomialTerm } from "../chance/testing/exact-binomial.js";
import { INCOMPLETE_BETA_TAILS } from "../chance/testing/incomplete-beta-tails.js";
import { logRational, rational } from "../chance/testing/rational.js";
import {
  betaExcess,
  betaIntegral,
  betaKernel,
  betaTail,
  logBetaKernel,
  logIncompleteBeta,
} from "./log-incomplete-beta.js";
import { callTable } from "./testing/call-table.js";

/** What the docstring states for a probability, given its logarithm. */
const tolerance = (log: number) => 2e-15 * (10 + Math.abs(log));

function expectTails(x: number, a: number, b: number, logLower: number, logUpper: number) {
  const got = logIncompleteBeta(x, a, b);
  const smaller = Math.min(logLower, logUpper);
  for (const [value, expected] of [
    [got.logLower, logLower],
    [got.logUpper, logUpper],
  ]) {
    // The complement's logarithm has the relative error of the smaller tail: d log(1−p) = −p/(1−p)·d log p.
    const bound = tolerance(smaller) * (expected === smaller ? 1 : 2 * Math.abs(expected));
    expect(Math.abs(value - expected), `x ${x}, a ${a}, b ${b}`).toBeLessThanOrEqual(bound + Number.MIN_VALUE);
  }
}

describe("logIncompleteBeta", () => {
  it.each([1, 2, 3, 7, 30, 200])("is the exact tail of Bin(%d, x) at every count", (n) => {
    for (const x of [0.5, 0.25, 0.1, 1e-3, 0.999, 1 / 3, 1e-12]) {
      const p = rational(x);
      for (let count = 1; count <= n; count += n > 30 ? 9 : 1) {
        const logUpper = logRational(binomialRange(n, 0, count - 1, p));
        expectTails(x, count, n - count + 1, logRational(binomialRange(n, count, n, p)), logUpper);
      }
    }
  });

  it("agrees with mpmath at the ends of its range", () => {
    for (const [x, a, b, logLower, logUpper] of INCOMPLETE_BETA_TAILS) expectTails(x, a, b, logLower, logUpper);
  });

  it("is a power of x for b = 1 and of 1 − x for a = 1", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2 ** -40, max: 1 - 2 ** -40, noNaN: true }).filter((x) => 1 - (1 - x) === x),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        (x, a) => {
          const power = a * Math.log(x);
          expect(Math.abs(logIncompleteBeta(x, a, 1).logLower - power)).toBeLessThanOrEqual(tolerance(power));
          expect(Math.abs(logIncompleteBeta(1 - x, 1, a).logUpper - power)).toBeLessThanOrEqual(tolerance(power));
        },
      ),
      { seed: 1 },
    );
  });

  it("has the same tails for (1 − x, b, a), exchanged", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 30 - 1 }).map((m) => m * 2 ** -30),
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        (x, a, b) => {
          const mirrored = logIncompleteBeta(1 - x, b, a);
          expectTails(x, a, b, mirrored.logUpper, mirrored.logLower);
        },
      ),
      { seed: 1 },
    );
  });

  it("names the argument that is out of range", () => {
    expect(() => logIncompleteBeta(0, 1, 1)).toThrow(new RangeError("x is 0; it must be in (0, 1)"));
    expect(() => logIncompleteBeta(1, 1, 1)).toThrow(RangeError);
    expect(() => logIncompleteBeta(0.5, 0.5, 1)).toThrow(new RangeError("a is 0.5; it must be a number ≥ 1"));
    expect(() => logIncompleteBeta(0.5, 1, Infinity)).toThrow(RangeError);
  });
});

describe("logBetaKernel", () => {
  it("is a·b/(a+b) times the probability of a successes in a + b trials", () => {
    for (const [a, b] of [
      [1, 1],
      [3, 9],
      [40, 2],
      [100, 150],
    ])
      for (const x of [0.5, 0.1, 1e-6, 0.999]) {
        const { numerator, denominator } = binomialTerm(a + b, a, rational(x));
        const scaled = { numerator: numerator * BigInt(a * b), denominator: denominator * BigInt(a + b) };
        const expected = logRational(scaled);
        expect(Math.abs(logBetaKernel(x, a, b) - expected)).toBeLessThanOrEqual(tolerance(expected));
      }
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("excesses, kernels, integrals and tails to the last bit", () => {
  const laws = [0.3, 0.9, 1, 2.5, 40, 1e4, 1e15].flatMap((a) => [0.5, 1, 3, 3000, 2 ** 53].map((b) => [a, b] as const));
  const calls = laws.flatMap(([a, b]) => [0.01, a / (a + b), 0.5, 0.999].map((x) => [x, a, b] as const));
  expect(callTable(betaExcess, calls)).toMatchSnapshot();
  expect(
    callTable((x: number, a: number, b: number) => betaKernel(x, 1 - x, a, b, betaExcess(x, a, b)), calls),
  ).toMatchSnapshot();
  expect(callTable(logBetaKernel, calls.slice(0, 8))).toMatchSnapshot();
  const beyond = calls.filter(([x, a, b]) => a >= 1 && b >= 1 && betaExcess(x, a, b) <= 0);
  expect(
    callTable((x: number, a: number, b: number) => betaIntegral(x, 1 - x, a + b, -betaExcess(x, a, b)), beyond),
  ).toMatchSnapshot();
  expect(
    callTable((x: number, a: number, b: number) => betaTail(x, 1 - x, a, b, -betaExcess(x, a, b)), beyond),
  ).toMatchSnapshot();
  const refused = [
    [0, 1, 1],
    [1, 1, 1],
    [0.5, 0.9, 1],
    [0.5, 1, Infinity],
    [0.5, Infinity, 1],
    [0.5, 1, 0.5],
    [Number.NaN, 1, 1],
  ] as const;
  expect(callTable(logIncompleteBeta, [...calls.filter(([, a, b]) => a >= 1 && b >= 1), ...refused])).toMatchSnapshot();
});
