import erfc from "@stdlib/math-base-special-erfc";
import { describe, expect, it } from "vitest";
import { type Bits, uniform } from "./bits.js";
import { distanceToLaw, dkwDistance } from "./dkw.js";
import { fillNormal, normal } from "./normal.js";
import { keyedStreams } from "./streams.js";
import { binomialPValue } from "./testing/binomial-test.js";
import { forcedBits, wordsOfUniform } from "./testing/forced-bits.js";

const cdf = (t: number) => 0.5 * erfc(-t * Math.SQRT1_2);
/** P(low < |X| < high). */
const shell = (low: number, high: number) => erfc(low * Math.SQRT1_2) - erfc(high * Math.SQRT1_2);

const streams = keyedStreams({ seed: "normal", sampler: "normal.test", parameters: {} });
const filled = (length: number, bits: Bits) => {
  const out = new Float64Array(length);
  fillNormal(out, bits);
  return out;
};
const SAMPLE = filled(2_000_000, streams(0)("a"));

it("fills what repeated single draws give", () => {
  const bits = streams(1)("a");
  expect(Float64Array.from({ length: 5000 }, () => normal(bits))).toEqual(filled(5000, streams(1)("a")));
});

describe("the distribution function", () => {
  const threshold = dkwDistance(SAMPLE.length, 1e-10);

  it("is Φ to the resolution of two million draws", () => {
    expect(distanceToLaw(SAMPLE, cdf)).toBeLessThan(threshold);
  });

  it("would be caught with a standard deviation of 1.02 or a mean of 0.01", () => {
    expect(distanceToLaw(SAMPLE, (t) => cdf(t / 1.02))).toBeGreaterThan(threshold);
    expect(distanceToLaw(SAMPLE, (t) => cdf(t - 0.01))).toBeGreaterThan(threshold);
  });
});

const density = (t: number) => Math.exp(-0.5 * t * t);
/** Where Marsaglia and Tsang's tail starts for 256 layers. */
const TAIL = 3.6541528853610088;
/** The area of each layer, which is that of the base strip with its tail. */
const AREA = TAIL * density(TAIL) + Math.sqrt(Math.PI / 2) * erfc(TAIL * Math.SQRT1_2);

/** The right ends of layers 256 (none, at 0), 255, …, 1 of the ziggurat, ascending: each layer has the same area. */
function layerEnds(): number[] {
  const ends = [TAIL];
  for (let height = density(TAIL); ends.length < 255; ) {
    height += AREA / ends[ends.length - 1];
    ends.push(Math.sqrt(-2 * Math.log(height)));
  }
  return [...ends, 0].toReversed();
}

it("has a topmost layer of the same area as the others", () => {
  const width = layerEnds()[1];
  expect(width * (1 - density(width))).toBeCloseTo(AREA, 13);
});

describe("the layers and the tail", () => {
  const ends = [...layerEnds(), 4, 4.5, 5, Infinity];

  /** The least p-value of the numbers of |X| between successive ends. */
  function leastPValue(sample: Float64Array): number {
    const counts = new Uint32Array(ends.length - 1);
    for (const value of sample) {
      const size = Math.abs(value);
      let [low, high] = [0, ends.length - 1];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (size < ends[middle]) high = middle;
        else low = middle;
      }
      counts[low]++;
    }
    return Math.min(
      ...Array.from(counts, (count, i) => binomialPValue(count, sample.length, shell(ends[i], ends[i + 1]))),
    );
  }
  const threshold = 1e-10 / (ends.length - 1);

  it("hold their exact shares of |X|", () => {
    expect(leastPValue(SAMPLE)).toBeGreaterThan(threshold);
  });

  it("would be caught if there were no tail, or if the topmost layer had a tenth too little", () => {
    expect(leastPValue(SAMPLE.map((x) => (Math.abs(x) > TAIL ? x / 2 : x)))).toBeLessThan(threshold);
    const thinned = SAMPLE.map((x, i) => (Math.abs(x) < ends[1] && i % 10 === 0 ? x + ends[1] : x));
    expect(leastPValue(thinned)).toBeLessThan(threshold);
  });
});

describe("the wedges", () => {
  const ends = layerEnds();
  const DRAWS = 50_000;

  /** How often a candidate at `share` of the way from x_{layer+1} to x_layer is kept, and the chance that it should be. */
  function kept(layer: number, share: number) {
    const [right, left] = [ends[256 - layer], ends[255 - layer]];
    // The upper 24 bits of the position, of 50; the others are 0 but for the half of a cell.
    const cell = Math.floor(((left + share * (right - left)) / right) * 2 ** 24);
    const candidate = (cell * 2 ** 26 + 0.5) * 2 ** -50 * right;
    const forced = [(cell << 8) | layer, 0];
    const bits = streams(5)(`${layer}`);
    let count = 0;
    for (let i = 0; i < DRAWS; i++) if (Math.abs(normal(forcedBits(forced, bits)) - candidate) < 1e-9) count++;
    return { count, chance: (density(candidate) - density(right)) / (density(left) - density(right)) };
  }
  const cases = [1, 2, 77, 200, 254, 255].flatMap((layer) => [0.2, 0.8].map((share) => [layer, share] as const));

  it.each(cases)("keep a candidate of layer %d with the exact chance, %d of the way out", (layer, share) => {
    const { count, chance } = kept(layer, share);
    expect(binomialPValue(count, DRAWS, chance)).toBeGreaterThan(1e-10);
  });

  it("would be caught if they were taken for triangles, or if all were kept", () => {
    const { count } = kept(255, 0.2);
    expect(binomialPValue(count, DRAWS, 0.8)).toBeLessThan(1e-10);
    expect(count).toBeLessThan(DRAWS);
  });
});

describe("the tail", () => {
  const DRAWS = 300_000;
  const threshold = dkwDistance(DRAWS, 1e-10);
  /** P(X < t | X > TAIL). */
  const tailCdf = (t: number) => 1 - erfc(t * Math.SQRT1_2) / erfc(TAIL * Math.SQRT1_2);

  /** Draws whose first two words choose the base layer, the far end of it and the positive sign. */
  function fromTail(): Float64Array {
    const bits = streams(3)("a");
    return Float64Array.from({ length: DRAWS }, () => normal(forcedBits([-256, ~32], bits)));
  }

  it("has the law of X given X > 3.654", () => {
    const values = fromTail();
    expect(Math.min(...values.subarray(0, 1000))).toBeGreaterThan(TAIL);
    expect(distanceToLaw(values, tailCdf)).toBeLessThan(threshold);
  });

  it("keeps TAIL − log(u)/TAIL just where −2·log(u′) exceeds its square", () => {
    const base = [-256, ~32];
    for (const u of [1e-6, 0.02, 0.3, 0.9]) {
      const a = -Math.log(uniform(forcedBits(wordsOfUniform(u)))) / TAIL;
      const words = (factor: number) => [
        ...base,
        ...wordsOfUniform(u),
        ...wordsOfUniform(factor * Math.exp(-0.5 * a * a)),
      ];
      expect(normal(forcedBits(words(1 - 1e-9)))).toBe(TAIL + a);
      expect(() => normal(forcedBits(words(1 + 1e-9)))).toThrow("asked for more than 6 words");
    }
  });

  it("would be caught if it were exponential, without the rejection", () => {
    const bits = streams(4)("a");
    const exponential = Float64Array.from({ length: DRAWS }, () => TAIL - Math.log(uniform(bits)) / TAIL);
    expect(distanceToLaw(exponential, tailCdf)).toBeGreaterThan(threshold);
  });
});

describe("symmetry and independence", () => {
  /** P(|X| > MEDIAN) = ½. */
  const MEDIAN = 0.6744897501960817;

  /** The least p-value of six counts of pairs of successive values that must be fair or of chance ¼. */
  function leastPValue(sample: Float64Array): number {
    const pairs = sample.length / 2;
    const counts = new Uint32Array(6);
    for (let i = 0; i < sample.length; i += 2) {
      const [x, y] = [sample[i], sample[i + 1]];
      if (x > 0) counts[0]++;
      if (x > 0 && y > 0) counts[1]++;
      if (Math.abs(x) > MEDIAN && Math.abs(y) > MEDIAN) counts[2]++;
      if (x > 0 && Math.abs(x) > MEDIAN) counts[3]++;
      if (x > 0 && Math.abs(y) > MEDIAN) counts[4]++;
      if (x + y > 0) counts[5]++;
    }
    const chances = [0.5, 0.25, 0.25, 0.25, 0.25, 0.5];
    return Math.min(...chances.map((chance, i) => binomialPValue(counts[i], pairs, chance)));
  }
  const threshold = 1e-10 / 6;

  it("holds between sign and size, and between successive values", () => {
    expect(erfc(MEDIAN * Math.SQRT1_2)).toBeCloseTo(0.5, 14);
    expect(leastPValue(SAMPLE)).toBeGreaterThan(threshold);
  });

  it("would be caught with a correlation of 0.03, or a sign that follows the size one time in a hundred", () => {
    expect(leastPValue(SAMPLE.map((x, i) => (i % 2 ? x + 0.03 * SAMPLE[i - 1] : x)))).toBeLessThan(threshold);
    expect(leastPValue(SAMPLE.map((x, i) => (i % 100 < 2 && Math.abs(x) > MEDIAN ? Math.abs(x) : x)))).toBeLessThan(
      threshold,
    );
  });
});
