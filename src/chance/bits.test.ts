import { expect, it } from "vitest";
import { type Bits, uniform } from "./bits.js";
import { distanceToLaw, dkwDistance } from "./dkw.js";
import { keyedStreams } from "./streams.js";
import { binomialPValue } from "./testing/binomial-test.js";
import { forcedBits, wordsOfUniform } from "./testing/forced-bits.js";

const streams = keyedStreams({ seed: "bits", sampler: "bits.test", parameters: {} });

it("is the midpoint of the cell that 26 high bits of each of two words choose", () => {
  for (const [high, low] of [
    [0x12345678, -0x12345678],
    [-1, 63],
    [64, 0],
    [0, 64],
  ]) {
    const cell = (BigInt(high >>> 6) << 26n) | BigInt(low >>> 6);
    expect(uniform(forcedBits([high, low]))).toBe((Number(cell) + 0.5) / 2 ** 52);
  }
});

it("is never 0 or 1", () => {
  expect(uniform(forcedBits([0, 0]))).toBe(2 ** -53);
  expect(uniform(forcedBits([-1, -1]))).toBe(1 - 2 ** -53);
});

it("has words for any of its values", () => {
  for (const u of [2 ** -53, 1e-9, 0.3, 1 - 2 ** -53]) {
    expect(Math.abs(uniform(forcedBits(wordsOfUniform(u))) - u)).toBeLessThanOrEqual(2 ** -53);
  }
});

it("is uniform to the resolution of 500,000 draws, which tell U from U^1.05", () => {
  const bits = streams(0)("u");
  const sample = new Float64Array(500_000).map(() => uniform(bits));
  const threshold = dkwDistance(sample.length, 1e-10);
  expect(distanceToLaw(sample, (t) => t)).toBeLessThan(threshold);
  expect(
    distanceToLaw(
      sample.map((u) => u ** 1.05),
      (t) => t,
    ),
  ).toBeGreaterThan(threshold);
});

it("has 52 fair bits, where a word with one bit set too often would show", () => {
  const draws = 100_000;
  const leastPValue = (bits: Bits) => {
    const ones = new Uint32Array(52);
    for (let i = 0; i < draws; i++) {
      const cell = BigInt(uniform(bits) * 2 ** 52 - 0.5);
      for (let half = 0, word = Number(cell & 0x3ffffffn); half < 2; half++, word = Number(cell >> 26n))
        for (let j = 0; j < 26; j++) ones[half * 26 + j] += (word >>> j) & 1;
    }
    return Math.min(...Array.from(ones, (count) => binomialPValue(count, draws, 0.5)));
  };
  const bits = streams(1)("u");
  expect(leastPValue(bits)).toBeGreaterThan(1e-10 / 52);
  const biased = () => bits() | (bits() & bits() & bits() & bits() & (1 << 6));
  expect(leastPValue(biased)).toBeLessThan(1e-10 / 52);
});
