import erfc from "@stdlib/math-base-special-erfc";
import { describe, expect, it } from "vitest";
import { distanceToLaw, dkwDistance } from "../../chance/dkw.js";
import { keyedStreams } from "../../chance/streams.js";
import { binomialPValue } from "../../chance/testing/binomial-test.js";
import { sameBits } from "../testing/same-bits.js";
import { fillNormalFast } from "./fill-normal-fast.js";
import { BLOCKS, DENSITIES, LAYERS, MOST_NORMAL, REJECTIONS, STREAM_U, ZIGGURAT } from "./layout.js";
import type { Machine } from "./machine.js";
import { normalState } from "./seed-state.js";
import { twinMachine } from "./twin-machine.js";
import { wasmMachine } from "./wasm-machine.js";

const cdf = (t: number) => 0.5 * erfc(-t * Math.SQRT1_2);
/** P(low < |X| < high). */
const shell = (low: number, high: number) => erfc(low * Math.SQRT1_2) - erfc(high * Math.SQRT1_2);
const streams = keyedStreams({ seed: "kernels", sampler: "fill-normal-fast.test", parameters: {} });

function filled(length: number, draw: number, machine: Machine): Float64Array {
  const out = new Float64Array(length);
  fillNormalFast(out, streams(draw)("u"), machine);
  return out;
}
const twin = twinMachine(BLOCKS);
const kernel = wasmMachine(BLOCKS)!;
const SAMPLE = filled(4_000_000, 0, kernel);

describe("kernel and twin", () => {
  it.each([1, 2, 3, 255, 256, 257, 8192, 8193, 300_000])("give the same %d numbers", (length) => {
    expect(kernel.name).toBe("webassembly");
    for (let draw = 1; draw < 4; draw++)
      expect(sameBits(filled(length, draw, twin), filled(length, draw, kernel))).toBe(true);
  });

  it("start a longer array as a shorter one", () => {
    expect(filled(10_000, 1, kernel).subarray(0, 777)).toEqual(filled(777, 1, kernel));
  });

  it("leave the streams in the same state, rejections too", () => {
    const states = [kernel, twin].map((machine) => {
      filled(100_000, 5, machine);
      return machine.i32.slice(STREAM_U / 4, (STREAM_U + REJECTIONS) / 4 + 4);
    });
    expect(states[0]).toEqual(states[1]);
    expect(states[0].subarray(32)).not.toEqual(normalState(streams(5)("u")).subarray(32));
  });
});

describe("the table", () => {
  /** How far it is from one area a layer, the base strip with its tail included, and from the normal density. */
  function flaw(f64: Float64Array): number {
    const end = (i: number) => f64[ZIGGURAT / 8 + 2 * i] * 2 ** 50;
    const density = (i: number) => f64[DENSITIES / 8 + i];
    const tail = Math.sqrt(Math.PI / 2) * erfc(4.038849846109504 * Math.SQRT1_2);
    const area = end(1) * density(1) + tail;
    let worst = Math.max(Math.abs((end(0) * density(1)) / area - 1), Math.abs(density(LAYERS) - 1));
    for (let i = 0; i < LAYERS; i++) {
      const next = i + 1 < LAYERS ? end(i + 1) : 0;
      const layer = i > 0 ? Math.abs((end(i) * (density(i + 1) - density(i))) / area - 1) : 0;
      const shape = Math.abs(density(i) / Math.exp(-0.5 * end(i) ** 2) - 1);
      worst = Math.max(worst, layer, shape, Math.abs(f64[ZIGGURAT / 8 + 2 * i + 1] - next * next));
    }
    return worst;
  }

  it("has layers of one area between the normal density and the square of the next layer's end beside each", () => {
    expect(flaw(kernel.f64)).toBeLessThan(1e-11);
    expect(kernel.f64[ZIGGURAT / 8 + 2] * 2 ** 50).toBe(4.038849846109504);
  });

  it("has wedges whose density is where the quick test takes it to be", () => {
    const [ends, density] = [
      (i: number) => kernel.f64[ZIGGURAT / 8 + 2 * i] * 2 ** 50,
      (t: number) => Math.exp(-0.5 * t * t),
    ];
    /** How far the share of the wedge's height under the density is from that guess, at most, but for a fine grid. */
    const worst = (layer: number, guess: (x: number, end: number, next: number) => number) => {
      const [end, next] = [ends(layer), layer + 1 < LAYERS ? ends(layer + 1) : 0];
      const points = Array.from({ length: 101 }, (_, i) => next + ((end - next) * i) / 100);
      const share = (x: number) => (density(x) - density(end)) / (density(next) - density(end));
      return Math.max(...points.map((x) => Math.abs(share(x) - guess(x, end, next))));
    };
    const chord = (x: number, end: number, next: number) => (end - x) / (end - next);
    const parabola = (x: number, end: number) => 1 - (x / end) ** 2;
    // The quick test leaves 1/32 on either side to the exact one, and takes the height to 2^−26.
    for (let layer = 4; layer <= 1021; layer++) expect(worst(layer, chord)).toBeLessThan(0.031);
    expect(worst(1023, parabola)).toBeLessThan(0.031);
    expect(Math.min(worst(3, chord), worst(1022, chord), worst(1023, chord))).toBeGreaterThan(1 / 32);
  });

  it("would be caught if shifted by one layer, in part or whole", () => {
    for (const [start, entries] of [
      [ZIGGURAT, 2],
      [DENSITIES, 1],
    ]) {
      const { f64 } = twinMachine(BLOCKS);
      f64.copyWithin(start / 8, start / 8 + entries, start / 8 + entries * LAYERS);
      expect(flaw(f64)).toBeGreaterThan(1e-4);
    }
  });
});

describe("the law", () => {
  const threshold = dkwDistance(SAMPLE.length, 1e-10);
  /** Right ends of the layers, ascending from 0, thinned out, and points of the tail. */
  const ends = Array.from({ length: 65 }, (_, i) =>
    i === 0 ? 0 : kernel.f64[ZIGGURAT / 8 + 2 * (1025 - 16 * i)] * 2 ** 50,
  );
  const bins = [...ends, 4.2, 4.5, 5, Infinity];

  /** The least p-value of the numbers of |X| between successive ends. */
  function leastPValue(sample: Float64Array): number {
    const counts = new Uint32Array(bins.length - 1);
    for (const value of sample) {
      const size = Math.abs(value);
      let [low, high] = [0, bins.length - 1];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (size < bins[middle]) high = middle;
        else low = middle;
      }
      counts[low]++;
    }
    return Math.min(
      ...Array.from(counts, (count, i) => binomialPValue(count, sample.length, shell(bins[i], bins[i + 1]))),
    );
  }
  const alarm = 1e-10 / (bins.length - 1);

  it("is Φ to the resolution of four million draws", () => {
    expect(distanceToLaw(SAMPLE, cdf)).toBeLessThan(threshold);
  });

  it("has the exact share of every 16 layers and of the tail", () => {
    expect(leastPValue(SAMPLE)).toBeGreaterThan(alarm);
  });

  it("would be caught with a standard deviation of 1.02, or if nothing lay beyond 4.2", () => {
    expect(leastPValue(SAMPLE.map((x) => 1.02 * x))).toBeLessThan(alarm);
    expect(leastPValue(SAMPLE.map((x) => (Math.abs(x) > 4.2 ? x / 2 : x)))).toBeLessThan(alarm);
  });

  it("makes lanes and neighbours independent: signs and sizes of X_i and X_{i+j} agree half the time", () => {
    const MEDIAN = 0.6744897501960817;
    const lags = [1, 2, 3, 4, 5, 8];
    const leastAgreement = (sample: Float64Array) =>
      Math.min(
        ...lags.flatMap((lag) => {
          const agree = [0, 0, 0];
          const pairs = Math.floor(sample.length / (2 * lag)) * lag;
          for (let n = 0; n < pairs; n++) {
            const i = 2 * n - (n % lag);
            const [x, y] = [sample[i], sample[i + lag]];
            if (x > 0 === y > 0) agree[0]++;
            if (Math.abs(x) > MEDIAN === Math.abs(y) > MEDIAN) agree[1]++;
            if (x > 0 === Math.abs(y) > MEDIAN) agree[2]++;
          }
          return agree.map((count) => binomialPValue(count, pairs, 0.5));
        }),
      );
    const least = 1e-10 / (3 * lags.length);
    expect(leastAgreement(SAMPLE)).toBeGreaterThan(least);
    expect(leastAgreement(SAMPLE.map((x, i) => (i % 4 === 3 && i % 50 < 4 ? SAMPLE[i - 3] : x)))).toBeLessThan(least);
  });
});

describe.each([kernel, twin])("what $name makes of candidates beyond the core", (machine) => {
  const rotateRight = (word: number) => (word >>> 7) | (word << 25);
  const density = (t: number) => Math.exp(-0.5 * t * t);

  /** What becomes of candidates with that layer and place in (−1, 1): xoshiro128++ with s0 = 0 gives rotl(s3, 7). */
  function forced(layer: number, place: number, draws: number): Float64Array {
    const high = Math.floor((place + 1) * 2 ** 31) | 0;
    const [x, y] = [layer << 4, high].map(rotateRight);
    const generator = [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, x, y, x, y];
    machine.i32.set(normalState(streams(9)(`${layer} ${place}`)), STREAM_U / 4);
    const out = new Float64Array(draws);
    for (let i = 0; i < draws; i += 4) {
      machine.i32.set([...generator, ...generator], STREAM_U / 4);
      machine.fill(BLOCKS, 4, STREAM_U);
      out.set(machine.f64.subarray(BLOCKS / 8, BLOCKS / 8 + 4), i);
    }
    return out;
  }

  const DRAWS = 20_000;
  const cases = [1, 2, 4, 300, 900, 1021, 1022, 1023].flatMap((layer) =>
    [-0.8, -0.2, 0.5].map((share) => [layer, share] as const),
  );

  /** How often a candidate is kept that far between the ends of the layer's wedge, and the exact chance. */
  function kept(layer: number, share: number) {
    const right = machine.f64[ZIGGURAT / 8 + 2 * layer] * 2 ** 50;
    const left = Math.sqrt(machine.f64[ZIGGURAT / 8 + 2 * layer + 1]);
    const place = (Math.sign(share) * (left + Math.abs(share) * (right - left))) / right;
    const cell = Math.floor((place + 1) * 2 ** 31) * 2 ** 19 + 1 - 2 ** 50;
    const candidate = cell * machine.f64[ZIGGURAT / 8 + 2 * layer];
    const count = forced(layer, place, DRAWS).filter((x) => x === candidate).length;
    const next = layer + 1 < LAYERS ? density(left) : 1;
    return { count, chance: (density(candidate) - density(right)) / (next - density(right)) };
  }

  it.each(cases)(
    "is to keep those of the wedge of layer %d with the exact chance, %d of the way out",
    (layer, share) => {
      const { count, chance } = kept(layer, share);
      expect(binomialPValue(count, DRAWS, chance)).toBeGreaterThan(1e-10);
    },
  );

  it("would be caught if wedges were triangles, or all were kept", () => {
    const { count } = kept(1023, 0.2);
    expect(binomialPValue(count, DRAWS, 0.8)).toBeLessThan(1e-10);
    expect(count).toBeLessThan(DRAWS);
  });

  it("is, in the base layer, to draw from the tail: caught if it were exponential", () => {
    const TAIL = 4.038849846109504;
    const tailCdf = (t: number) => 1 - erfc(t * Math.SQRT1_2) / erfc(TAIL * Math.SQRT1_2);
    const exponentialCdf = (t: number) => 1 - Math.exp(-TAIL * (t - TAIL));
    const draws = forced(0, 0.9999, 60_000);
    expect(distanceToLaw(draws, tailCdf)).toBeLessThan(dkwDistance(draws.length, 1e-10));
    expect(distanceToLaw(draws, exponentialCdf)).toBeGreaterThan(dkwDistance(draws.length, 1e-10));
    // Its steps are −log(u)/TAIL with u ≥ 2⁻⁵³, and the square of one is below −2·log(u).
    expect(TAIL + Math.sqrt(2 * 53 * Math.LN2)).toBeLessThan(MOST_NORMAL);
    expect(forced(0, -0.9999, 400).every((x) => x < -TAIL)).toBe(true);
  });
});
