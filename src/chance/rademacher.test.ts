import { describe, expect, it } from "vitest";
import type { Bits } from "./bits.js";
import { fillRademacher } from "./rademacher.js";
import { keyedStreams } from "./streams.js";
import { binomialPValue } from "./testing/binomial-test.js";

it("takes the bits of each word from the lowest up, and only as many words as it needs", () => {
  const words = [0b1011, -1, 1 << 31];
  let taken = 0;
  const signs = new Float64Array(70);
  fillRademacher(signs, () => words[taken++]);
  expect(taken).toBe(3);
  const bits = words.flatMap((word) => Array.from({ length: 32 }, (_, j) => (word >>> j) & 1));
  expect(Array.from(signs)).toEqual(bits.slice(0, 70).map((bit) => (bit ? -1 : 1)));
});

describe("a long run of signs", () => {
  const LENGTH = 400_000;
  const streams = keyedStreams({ seed: "signs", sampler: "rademacher.test", parameters: {} });

  /** The least p-value among those of the 32 places of a word and of the number of equal neighbours. */
  function leastPValue(bits: Bits): number {
    const signs = new Float64Array(LENGTH);
    fillRademacher(signs, bits);
    const places = new Uint32Array(32);
    let equal = 0;
    for (let i = 0; i < LENGTH; i++) {
      if (signs[i] < 0) places[i & 31]++;
      if (i > 0 && signs[i] === signs[i - 1]) equal++;
    }
    const pValues = Array.from(places, (count) => binomialPValue(count, LENGTH / 32, 0.5));
    return Math.min(...pValues, binomialPValue(equal, LENGTH - 1, 0.5));
  }
  const threshold = 1e-10 / 33;

  it("is fair at every place of a word and from one sign to the next", () => {
    expect(leastPValue(streams(0)("a"))).toBeGreaterThan(threshold);
  });

  it("would be caught with one bit set too often, or with bits that repeat the one before", () => {
    const bits = streams(0)("a");
    const biased = () => bits() | (bits() & bits() & bits() & (1 << 31));
    expect(leastPValue(biased)).toBeLessThan(threshold);
    const sticky = () => {
      const word = bits();
      const repeat = bits() & bits() & bits() & bits() & bits() & bits();
      return (word & ~repeat) | ((word << 1) & repeat);
    };
    expect(leastPValue(sticky)).toBeLessThan(threshold);
  });
});
