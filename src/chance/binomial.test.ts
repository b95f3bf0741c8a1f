import erfc from "@stdlib/math-base-special-erfc";
import { describe, expect, it } from "vitest";
import { logBinomialTails } from "../numbers/binomial-tails.js";
import { binomial, binomialHat } from "./binomial.js";
import { dkwDistance } from "./dkw.js";
import { keyedStreams } from "./streams.js";
import { binomialPValue } from "./testing/binomial-test.js";

const DRAWS = 20_000;
const THRESHOLD = dkwDistance(DRAWS, 1e-10);
const bits = (name: string) => keyedStreams({ seed: "binomial", sampler: "binomial.test", parameters: {} })(0)(name);

/** sup_x |F_n(x) − P(N ≤ x)| over the integers that occur; between them F_n is flat, so the ends before count too. */
function distance(sample: Float64Array, atMost: (x: number) => number): number {
  const sorted = sample.toSorted();
  let worst = 0;
  for (let i = 0; i < sorted.length; ) {
    const x = sorted[i];
    worst = Math.max(worst, Math.abs(i / sorted.length - atMost(x - 1)));
    while (i < sorted.length && sorted[i] === x) i++;
    worst = Math.max(worst, Math.abs(i / sorted.length - atMost(x)));
  }
  return worst;
}

const exact = (n: number, p: number) => (x: number) => {
  if (x < 0) return 0;
  return x >= n ? 1 : Math.exp(logBinomialTails(x, n, p).logAtMost);
};

const LAWS = [
  [1, 0.5],
  [2, 0.5],
  [5, 0.3],
  [19, 0.5],
  [20, 0.5],
  [21, 0.5],
  [40, 0.75],
  [100, 0.1],
  [1000, 0.009],
  [1000, 0.5],
  [1_000_001, 0.5],
  [1e9, 3e-8],
  [1e9, 0.5],
] as const;

// False alarm at most 1e-10 for each distance (Dvoretzky–Kiefer–Wolfowitz) and for the tails together.
describe.each(LAWS)("Bin(%d, %d)", (n, p) => {
  const source = bits(`${n} ${p}`);
  const sample = Float64Array.from({ length: DRAWS }, () => binomial(n, p, source));
  const deviation = Math.sqrt(n * p * (1 - p));

  it("has the exact distribution function", () => {
    expect(distance(sample, exact(n, p))).toBeLessThan(THRESHOLD);
  });

  it("has the exact share in the tails", () => {
    for (const z of [2, 3, 4]) {
      const high = Math.ceil(n * p + z * deviation);
      const low = Math.floor(n * p - z * deviation);
      if (high <= n) {
        const chance = Math.exp(logBinomialTails(high, n, p).logAtLeast);
        expect(binomialPValue(sample.filter((x) => x >= high).length, DRAWS, chance)).toBeGreaterThan(1e-10 / 6);
      }
      if (low >= 0) {
        const chance = Math.exp(logBinomialTails(low, n, p).logAtMost);
        expect(binomialPValue(sample.filter((x) => x <= low).length, DRAWS, chance)).toBeGreaterThan(1e-10 / 6);
      }
    }
  });

  it("would be caught with a probability off by an eighth of a deviation, or with an eighth more trials where np is small", () => {
    const shifted = p - (0.125 * deviation) / n;
    expect(distance(sample, exact(n, shifted))).toBeGreaterThan(THRESHOLD);
    if (n * p < 10) expect(distance(sample, exact(n + Math.ceil(n / 8), p))).toBeGreaterThan(THRESHOLD);
  });
});

// At p = ½ the normal law with a correction of half a unit is off by O(1/n), below 1e-12 here.
it.each([2 ** 45, 2 ** 53])("Bin(%d, ½) is normal for all that can be seen", (n) => {
  const source = bits(`${n}`);
  const sample = Float64Array.from({ length: DRAWS }, () => binomial(n, 0.5, source));
  const normal = (x: number) => erfc(-(x - n / 2 + 0.5) / Math.sqrt(n / 2)) / 2;
  expect(distance(sample, normal)).toBeLessThan(THRESHOLD);
  expect(distance(sample, (x) => normal(x + Math.sqrt(n) / 16))).toBeGreaterThan(THRESHOLD);
  // Every residue mod 4 occurs: no digits are lost at the unit. Expected counts DRAWS/4.
  for (let residue = 0; residue < 4; residue++) {
    const count = sample.filter((x) => x % 4 === residue).length;
    expect(binomialPValue(count, DRAWS, 0.25)).toBeGreaterThan(1e-10);
  }
});

describe("the hat of the rejection", () => {
  it("lies above the law, and its safe part below, wherever looked", () => {
    for (const p of [0.5, 0.37, 0.1, 0.01, 1e-4])
      for (const mean of [10, 10.5, 11, 17, 50, 313.7, 1e4, 1e7]) {
        const n = Math.ceil(mean / p);
        const { a, b, shift, alpha, safe, logRatio } = binomialHat(n, p);
        for (let cell = 1; cell < 400; cell++) {
          const u = cell / 400 - 0.5;
          const rest = 0.5 - Math.abs(u);
          const x = Math.floor(n * p) + Math.floor(((2 * a) / rest + b) * u + shift);
          if (x < 0 || x > n) {
            expect(rest).toBeLessThan(0.07);
            continue;
          }
          // v is accepted up to this.
          const most = (Math.exp(logRatio(x)) * (a / (rest * rest) + b)) / alpha;
          expect(most, `n = ${n}, p = ${p}, u = ${u}`).toBeLessThanOrEqual(1);
          if (rest >= 0.07) expect(most, `n = ${n}, p = ${p}, u = ${u}`).toBeGreaterThanOrEqual(safe);
        }
      }
  });

  it("has the ratios of the exact law", () => {
    for (const [n, p] of [
      [20, 0.5],
      [37, 0.4],
    ] as const) {
      const { logRatio } = binomialHat(n, p);
      for (let x = 0; x < n; x++) {
        // P(N = x + 1)/P(N = x) = (n − x)p/((x + 1)(1 − p))
        const step = Math.log(((n - x) * p) / ((x + 1) * (1 - p)));
        expect(Math.abs(logRatio(x + 1) - logRatio(x) - step)).toBeLessThan(1e-12);
      }
    }
  });
});

it("is certain where nothing is random, and takes no bits for that", () => {
  const none = () => {
    throw new Error("asked for bits");
  };
  expect(binomial(0, 0.5, none)).toBe(0);
  expect(binomial(2 ** 53, 0, none)).toBe(0);
  expect(binomial(2 ** 53, 1, none)).toBe(2 ** 53);
});

it("names the argument that is out of range", () => {
  const source = bits("bad");
  for (const n of [-1, 1.5, Number.NaN, 2 ** 53 + 2])
    expect(() => binomial(n, 0.5, source)).toThrow(new RangeError(`n is ${n}; it must be an integer in [0, 2^53]`));
  for (const p of [-0.1, 1.1, Number.NaN])
    expect(() => binomial(3, p, source)).toThrow(new RangeError(`p is ${p}; it must be in [0, 1]`));
});
