import gammaln from "@stdlib/math-base-special-gammaln";
import { describe, expect, it } from "vitest";
import { logChiSquareTails } from "../numbers/chi-square-tail.js";
import { uniform } from "./bits.js";
import { chiSquare } from "./chi-square.js";
import { distanceToLaw, dkwDistance } from "./dkw.js";
import { normal } from "./normal.js";
import { keyedStreams } from "./streams.js";
import { binomialPValue } from "./testing/binomial-test.js";
import { forcedBits, wordsOfUniform } from "./testing/forced-bits.js";

const DRAWS = 150_000;
const THRESHOLD = dkwDistance(DRAWS, 1e-10);
const streams = keyedStreams({ seed: "chi-square", sampler: "chi-square.test", parameters: {} });

function sample(n: number): Float64Array {
  const bits = streams(0)(`n = ${n}`);
  return Float64Array.from({ length: DRAWS }, () => chiSquare(n, bits));
}

/** P(χ²_n < v). A small v would be lost in the deviation v − n: there it is (v/2)^a/Γ(a+1)·(1 − a/(a+1)·v/2), a = n/2. */
function cdf(n: number, v: number): number {
  const a = n / 2;
  if (v > 1e-6 || n > 2) return Math.exp(logChiSquareTails(n, v - n).logLower);
  return Math.exp(a * Math.log(v / 2) - gammaln(a + 1)) * (1 - ((a / (a + 1)) * v) / 2);
}

describe.each([0.3, 1, 2, 3, 10.5, 1e3, 1e6, 1e10, 2 ** 53])("χ² with %d degrees of freedom", (n) => {
  const values = sample(n);

  it("has the exact distribution function", () => {
    expect(distanceToLaw(values, (v) => cdf(n, v))).toBeLessThan(THRESHOLD);
  });

  it("has the exact share beyond 3, 4 and 5 standard deviations on either side", () => {
    for (const z of [3, 4, 5])
      for (const deviation of [z * Math.sqrt(2 * n), -z * Math.sqrt(2 * n)]) {
        if (deviation <= -n) continue;
        const { logLower, logUpper } = logChiSquareTails(n, deviation);
        const beyond = values.filter((v) => (deviation < 0 ? v - n < deviation : v - n > deviation)).length;
        const chance = Math.exp(deviation < 0 ? logLower : logUpper);
        expect(binomialPValue(beyond, DRAWS, chance), `deviation ${deviation}`).toBeGreaterThan(1e-10 / 6);
      }
  });

  it("would be caught with 5 % more spread, or a mean that is a twentieth of a standard deviation off", () => {
    const spread = (v: number) => n + (v - n) / 1.05;
    expect(distanceToLaw(values, (v) => (spread(v) > 0 ? cdf(n, spread(v)) : 0))).toBeGreaterThan(THRESHOLD);
    const shifted = (v: number) => v - 0.05 * Math.sqrt(2 * n);
    expect(distanceToLaw(values, (v) => (shifted(v) > 0 ? cdf(n, shifted(v)) : 0))).toBeGreaterThan(THRESHOLD);
  });
});

describe("the distance to the exact law", () => {
  it.each([0.3, 1, 2, 3, 10.5])("tells %d degrees of freedom from one more", (n) => {
    expect(distanceToLaw(sample(n), (v) => cdf(n + 1, v))).toBeGreaterThan(THRESHOLD);
  });

  it("tells n from √n, 2n from n as variance, and Gamma(n) from Gamma(n/2)", () => {
    for (const n of [3, 1e3, 1e10]) {
      const values = sample(n);
      expect(distanceToLaw(values, (v) => cdf(Math.sqrt(n), v))).toBeGreaterThan(THRESHOLD);
      const narrowed = values.map((v) => n + (v - n) * Math.SQRT1_2);
      expect(distanceToLaw(narrowed, (v) => cdf(n, v))).toBeGreaterThan(THRESHOLD);
      expect(distanceToLaw(values, (v) => cdf(2 * n, 2 * v))).toBeGreaterThan(THRESHOLD);
    }
  });
});

describe("Marsaglia and Tsang's method, one step at a time", () => {
  /** Words that make `normal` return a value well inside the layer, no more words asked. */
  const NORMALS = [
    [5 << 8, 0],
    [((2 ** 23) << 8) | 20, 0],
    [(15_000_000 << 8) | 60, 32],
    [(14_000_000 << 8) | 9, 0],
    [(15_500_000 << 8) | 3, 32],
  ] as const;

  it.each([2, 3, 10.5, 1e3, 1e6])("returns 2m(1 + cz)³ just where the ratio of densities exceeds U, at n = %d", (n) => {
    const m = n / 2 - 1 / 3;
    for (const words of NORMALS) {
      const z = normal(forcedBits(words));
      const v = (1 + z / Math.sqrt(9 * m)) ** 3;
      if (v <= 0) {
        expect(() => chiSquare(n, forcedBits(words))).toThrow("asked for more than 2 words");
        continue;
      }
      const ratio = Math.exp(z * z * 0.5 + m - m * v + m * Math.log(v));
      // The rounding of m·log v in this plain form.
      const slack = 1e-15 * m + 1e-12;
      const drawn = (u: number) => forcedBits([...words, ...wordsOfUniform(u)]);
      const value = chiSquare(n, drawn(Math.min(1, ratio) * (1 - slack)));
      // 1 + cz has the absolute rounding of cz.
      expect(Math.abs(value / (2 * m * v) - 1)).toBeLessThan(1e-14 + (4e-16 * 3) / Math.cbrt(v));
      const over = ratio * (1 + slack);
      if (over < 1) expect(() => chiSquare(n, drawn(over))).toThrow("asked for more than 4 words");
    }
  });

  it("multiplies by U^(2/n) below two degrees of freedom", () => {
    for (const n of [0.01, 0.3, 1, 1.999])
      for (const u of [1e-9, 0.3, 0.999]) {
        const [words, factor] = [NORMALS[1], wordsOfUniform(u)];
        const bits = forcedBits([...words, ...wordsOfUniform(0.5), ...factor]);
        const expected =
          Math.log(chiSquare(n + 2, forcedBits([...words, ...wordsOfUniform(0.5)]))) +
          (2 / n) * Math.log(uniform(forcedBits(factor)));
        if (expected > -700) expect(Math.log(chiSquare(n, bits)) / expected).toBeCloseTo(1, 12);
        else expect(chiSquare(n, bits)).toBeLessThan(1e-300);
      }
  });
});

it("is 0 for no degrees of freedom, and takes no bits for that", () => {
  expect(
    chiSquare(0, () => {
      throw new Error("asked for bits");
    }),
  ).toBe(0);
});

it("names degrees of freedom that are out of range", () => {
  const bits = streams(0)("none");
  for (const n of [-1, Number.NaN, 2 ** 54 + 4, Infinity])
    expect(() => chiSquare(n, bits)).toThrow(new RangeError(`degrees of freedom are ${n}; they must be in [0, 2^54]`));
});
