import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { chiSquareTails, logChiSquareTails, logChiSquareTwoSided } from "./chi-square-tail.js";
import { callTable } from "./testing/call-table.js";
import { CHI_SQUARE_TAILS } from "./testing/chi-square-tails.js";

/** What the docstring states of the smaller tail; the logarithm of the other then has the same relative error. */
const tolerance = (log: number) => 1e-13 + 1e-15 * Math.abs(log);

const logUniform = (least: number) =>
  fc.double({ min: Math.log(least), max: 54 * Math.LN2, noNaN: true }).map((log) => Math.min(2 ** 54, Math.exp(log)));
const ANY_K = logUniform(1.0000001e-300);
const USUAL_K = logUniform(0.01);
/** Deviations in standard deviations √(2k). */
const Z = fc.double({ min: -60, max: 60, noNaN: true });

describe("logChiSquareTails", () => {
  it.each([...new Set(CHI_SQUARE_TAILS.map(([k]) => k))])("has both tails as mpmath does at k = %d", (degrees) => {
    for (const [k, deviation, logLower, logUpper] of CHI_SQUARE_TAILS) {
      if (k !== degrees) continue;
      const tails = logChiSquareTails(k, deviation);
      const lowerIsSmaller = logLower < logUpper;
      const [got, gotOther] = lowerIsSmaller ? [tails.logLower, tails.logUpper] : [tails.logUpper, tails.logLower];
      const [smaller, other] = lowerIsSmaller ? [logLower, logUpper] : [logUpper, logLower];
      expect(Math.abs(got - smaller), `deviation ${deviation}`).toBeLessThanOrEqual(tolerance(smaller));
      // d log(1 − p) = −p/(1−p) · d log p, and p/(1−p) ≤ 2·|log(1−p)| for p ≤ 0.65.
      expect(Math.abs(gotOther - other), `deviation ${deviation}`).toBeLessThanOrEqual(
        2 * Math.abs(other) * tolerance(smaller) + Number.MIN_VALUE,
      );
    }
  });

  it("agrees with references around the reach of Temme's expansion and beyond", () => {
    // mpmath, 40 digits, at k = 2·10⁴.
    for (const [deviation, log] of [
      [5200, -293.06168977482946],
      [6000, -380.67893931394406],
      [10_000, -950.1804880123547],
      [-6000, -571.0703596493529],
      [-10_000, -1936.3029753315975],
    ]) {
      const { logLower, logUpper } = logChiSquareTails(20_000, deviation);
      expect(Math.abs(Math.min(logLower, logUpper) - log), `deviation ${deviation}`).toBeLessThanOrEqual(
        tolerance(log),
      );
    }
  });

  it("is exp(−x/2) above x for k = 2", () => {
    fc.assert(
      fc.property(fc.double({ min: -2 + 2 ** -51, max: 1e6, noNaN: true }), (deviation) => {
        const exact = -(deviation + 2) / 2;
        const { logLower, logUpper } = logChiSquareTails(2, deviation);
        expect(Math.abs(logUpper - exact)).toBeLessThanOrEqual(1e-13 * Math.abs(exact));
        const exactLower = Math.log(-Math.expm1(exact));
        expect(Math.abs(logLower - exactLower)).toBeLessThanOrEqual(1e-13 * (1 + Math.abs(exactLower)));
      }),
      { seed: 1 },
    );
  });

  it("has tails that add up to 1 and move the right way as the deviation grows", () => {
    fc.assert(
      fc.property(USUAL_K, Z, fc.double({ min: 1e-6, max: 1, noNaN: true }), (k, z, step) => {
        const near = logChiSquareTails(k, z * Math.sqrt(2 * k));
        const far = logChiSquareTails(k, (z + step) * Math.sqrt(2 * k));
        expect(Math.exp(near.logLower) + Math.exp(near.logUpper)).toBeCloseTo(1, 14);
        expect(far.logLower).toBeGreaterThanOrEqual(near.logLower);
        expect(far.logUpper).toBeLessThanOrEqual(near.logUpper);
      }),
      { seed: 1 },
    );
  });

  it("returns finite or −∞ logarithms, none positive, over its whole range", () => {
    fc.assert(
      fc.property(ANY_K, fc.double({ noNaN: true, noDefaultInfinity: true }), (k, deviation) => {
        for (const log of Object.values(logChiSquareTails(k, deviation))) expect(log).toBeLessThanOrEqual(0);
        expect(logChiSquareTwoSided(k, deviation)).toBeLessThanOrEqual(0);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("has no mass below zero", () => {
    for (const deviation of [-3, -3.5, -1e300]) {
      expect(logChiSquareTails(3, deviation)).toEqual({ logLower: -Infinity, logUpper: 0 });
    }
  });

  it("names the argument that is out of range", () => {
    for (const k of [0, -1, 2 ** 55, Number.NaN, Infinity])
      expect(() => logChiSquareTails(k, 1)).toThrow(new RangeError(`k is ${k}; it must be in [1e-300, 2^54]`));
    expect(() => logChiSquareTails(1, Infinity)).toThrow(RangeError);
    expect(() => logChiSquareTwoSided(1, Number.NaN)).toThrow(RangeError);
  });
});

describe("logChiSquareTwoSided", () => {
  it("gives the failure probability of (11) at k = 1, γ = 1e-4: erfc(√((1 + t)/2)), t = 4√log(2/γ)", () => {
    // mpmath, 40 digits: d = mpf(float(4*sqrt(log(20000)))); erfc(sqrt((1 + d)/2)).
    const probability = Math.exp(logChiSquareTwoSided(1, 4 * Math.sqrt(Math.log(2e4))));
    expect(probability / 2.27645389402224e-4).toBeCloseTo(1, 13);
  });

  it("is the sum of the two tails, 1 where the deviation is negative", () => {
    fc.assert(
      fc.property(USUAL_K, Z, (k, z) => {
        const deviation = Math.abs(z) * Math.sqrt(2 * k);
        const sum =
          Math.exp(logChiSquareTails(k, deviation).logUpper) + Math.exp(logChiSquareTails(k, -deviation).logLower);
        expect(Math.abs(Math.exp(logChiSquareTwoSided(k, deviation)) - sum)).toBeLessThanOrEqual(1e-14 * sum);
      }),
      { seed: 1 },
    );
    expect(logChiSquareTwoSided(5, -1)).toBe(0);
    expect(logChiSquareTwoSided(5, 0)).toBeCloseTo(0, 14);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  const calls = [1e-300, 0.5, 2, 30, 1e9, 2 ** 54].flatMap((k) =>
    [-k, -k / 2, -Math.sqrt(k), 0, Math.sqrt(k), 4 * k].map((d) => [k, d] as const),
  );
  expect(callTable(logChiSquareTails, [...calls, [1e-301, 0], [2 ** 55, 0], [1, Number.NaN]])).toMatchSnapshot();
  expect(callTable(logChiSquareTwoSided, [...calls, [Number.NaN, -1], [1, Infinity]])).toMatchSnapshot();
  const open = calls.flatMap(([k, d]) => [0, 1e-9, 0.01, 0.2, 1.5].map((part) => [k, d, part * Math.sqrt(k)] as const));
  expect(
    callTable(
      chiSquareTails,
      open.filter(([k, d]) => k + d > 0),
    ),
  ).toMatchSnapshot();
});

test("what a deviation leaves open where it is known badly holds the tails at its ends", () => {
  for (const [k, d, error] of [
    [4, 3, 2],
    [4, -3, 2],
    [30, 90, 5],
    [1, -0.9, 0.2],
  ]) {
    const { lower, upper } = chiSquareTails(k, d, error);
    for (const at of [d - error, d, d + error]) {
      const { logLower, logUpper } = logChiSquareTails(k, at);
      expect(lower.logLower <= logLower && logLower <= lower.logUpper).toBe(true);
      expect(upper.logLower <= logUpper && logUpper <= upper.logUpper).toBe(true);
    }
  }
});
