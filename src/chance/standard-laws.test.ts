import { describe, expect, it } from "vitest";
import { logBetaTails } from "../numbers/beta-tails.js";
import { logGammaTails } from "../numbers/gamma-tails.js";
import { logPoissonTails } from "../numbers/poisson-tails.js";
import { beta } from "./beta.js";
import { distanceToLaw, dkwDistance } from "./dkw.js";
import { exponential } from "./exponential.js";
import { gammaVariate } from "./gamma-variate.js";
import { poisson } from "./poisson.js";
import { keyedStreams } from "./streams.js";
import { binomialPValue } from "./testing/binomial-test.js";

const DRAWS = 20_000;
/** Each distance exceeds it with probability at most 1e-10 (Dvoretzky–Kiefer–Wolfowitz). */
const THRESHOLD = dkwDistance(DRAWS, 1e-10);
const bits = (name: string) =>
  keyedStreams({ seed: "standard-laws", sampler: "standard-laws.test", parameters: {} })(0)(name);
const draws = (draw: () => number) => Float64Array.from({ length: DRAWS }, draw);

it("draws the exponential law, and would tell a mean of 1.2", () => {
  const source = bits("exponential");
  const sample = draws(() => exponential(source));
  expect(distanceToLaw(sample, (x) => -Math.expm1(-x))).toBeLessThan(THRESHOLD);
  expect(distanceToLaw(sample, (x) => -Math.expm1(-x / 1.2))).toBeGreaterThan(0.9 * THRESHOLD);
});

it.each([0.2, 1, 3.5, 1e6])(
  "draws the Gamma law of shape %d, and would tell one a fifth of a deviation off",
  (shape) => {
    const source = bits(`gamma ${shape}`);
    const sample = draws(() => gammaVariate(shape, source));
    const cdf = (x: number, a = shape) => Math.exp(logGammaTails(a, x).logLower);
    expect(distanceToLaw(sample, (x) => cdf(x))).toBeLessThan(THRESHOLD);
    expect(distanceToLaw(sample, (x) => cdf(x, shape + 0.2 * Math.sqrt(shape)))).toBeGreaterThan(THRESHOLD);
  },
);

it.each([
  [0.5, 0.5],
  [0.1, 3],
  [5, 2],
  [1e5, 300],
])("draws Beta(%d, %d), and would tell its mirror or a sixth more of a", (a, b) => {
  const source = bits(`beta ${a} ${b}`);
  const sample = draws(() => beta(a, b, source));
  const cdf = (x: number, c: number, d: number) => Math.exp(logBetaTails(c, d, x).logLower);
  expect(distanceToLaw(sample, (x) => cdf(x, a, b))).toBeLessThan(THRESHOLD);
  expect(distanceToLaw(sample, (x) => cdf(x, a * 1.5, b))).toBeGreaterThan(THRESHOLD);
});

describe.each([0.05, 1, 11.9, 12, 40.3, 1e4, 2 ** 40])("Poisson of mean %d", (mean) => {
  const source = bits(`poisson ${mean}`);
  const sample = draws(() => poisson(mean, source));
  /** The distance of distribution functions at the integers that occur and just before. */
  const distance = (law: number) => {
    const sorted = sample.toSorted();
    let worst = 0;
    for (let i = 0; i < DRAWS; ) {
      const x = sorted[i];
      worst = Math.max(worst, Math.abs(i / DRAWS - Math.exp(logPoissonTails(x - 1, law).logAtMost)));
      while (i < DRAWS && sorted[i] === x) i++;
      worst = Math.max(worst, Math.abs(i / DRAWS - Math.exp(logPoissonTails(x, law).logAtMost)));
    }
    return worst;
  };

  it("has the exact law, and would be told from a mean a third of a deviation off", () => {
    expect(distance(mean)).toBeLessThan(THRESHOLD);
    expect(distance(mean + Math.sqrt(mean) / 3)).toBeGreaterThan(THRESHOLD);
  });

  it("has the exact share in the tails", () => {
    for (const z of [2, 4]) {
      const high = Math.ceil(mean + z * Math.sqrt(mean));
      const chance = Math.exp(logPoissonTails(high, mean).logAtLeast);
      expect(binomialPValue(sample.filter((x) => x >= high).length, DRAWS, chance)).toBeGreaterThan(1e-10);
    }
  });
});

it("names the argument that is out of range", () => {
  const source = bits("bad");
  expect(() => gammaVariate(-1, source)).toThrow(new RangeError("shape is -1; it must be in [0, 2^53]"));
  expect(() => poisson(Number.NaN, source)).toThrow(new RangeError("mean is NaN; it must be in [0, 2^52]"));
  expect(() => beta(0, 1, source)).toThrow(new RangeError("a is 0; it must be in [0.01, 2^52]"));
  expect(() => beta(1, Infinity, source)).toThrow(new RangeError("b is Infinity; it must be in [0.01, 2^52]"));
});
