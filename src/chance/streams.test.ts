import { describe, expect, it, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";

import type { Bits } from "./bits.js";
import { keyedStreams, type StreamKey } from "./streams.js";
import { binomialPValue } from "./testing/binomial-test.js";
import { xoshiro128pp } from "./xoshiro.js";

const KEY: StreamKey = { seed: "1", sampler: "one-step", parameters: { d: 100, k: 10 } };

/** The first 128 bits of a stream, as text. */
function start(bits: Bits): string {
  return Array.from({ length: 4 }, () => bits()).join();
}
const startOf = (key: StreamKey, draw = 0, name = "u") => start(keyedStreams(key)(draw)(name));
const distinct = (starts: Iterable<string>) => new Set(starts).size;

describe("equal keys", () => {
  it("give equal streams, whatever else is asked for and in whatever order", () => {
    const [forwards, backwards] = [keyedStreams(KEY), keyedStreams({ ...KEY })];
    const asked: [number, string][] = [0, 1, 2].flatMap((draw) =>
      ["u", "v"].map((name) => [draw, name] as [number, string]),
    );
    const first = asked.map(([draw, name]) => start(forwards(draw)(name)));
    const again = asked.toReversed().map(([draw, name]) => start(backwards(draw)(name)));
    expect(again.toReversed()).toEqual(first);
    expect(distinct(first)).toBe(6);
  });

  it("start a stream afresh each time it is asked for, and leave the others where they are", () => {
    const streams = keyedStreams(KEY)(7);
    const bits = streams("u");
    const before = start(bits);
    expect(start(streams("u"))).toBe(before);
    expect(start(bits)).not.toBe(before);
  });

  it("may list their parameters in any order, with −0 for 0", () => {
    expect(startOf({ ...KEY, parameters: { k: 10, d: 100 } })).toBe(startOf(KEY));
    expect(startOf({ ...KEY, parameters: { t: -0 } })).toBe(startOf({ ...KEY, parameters: { t: 0 } }));
    expect(startOf(KEY, -0)).toBe(startOf(KEY, 0));
  });
});

describe("different keys", () => {
  it("give different streams in every part", () => {
    const keys: StreamKey[] = [
      KEY,
      { ...KEY, seed: "2" },
      { ...KEY, seed: "" },
      { ...KEY, seed: "11" },
      { ...KEY, seed: "ψ" },
      { ...KEY, seed: "È" },
      { ...KEY, sampler: "dense" },
      { seed: KEY.sampler, sampler: KEY.seed, parameters: KEY.parameters },
      { ...KEY, parameters: {} },
      { ...KEY, parameters: { d: 100 } },
      { ...KEY, parameters: { d: 10, k: 100 } },
      { ...KEY, parameters: { d: "100", k: 10 } },
      { ...KEY, parameters: { d: 100, k: 10 + 2 ** -48 } },
      { ...KEY, parameters: { d: Infinity, k: 10 } },
      { ...KEY, parameters: { d: -Infinity, k: 10 } },
      { ...KEY, parameters: { d: Number.NaN, k: 10 } },
      { ...KEY, parameters: { d: "null", k: 10 } },
      { ...KEY, parameters: { psi: `${"x + ".repeat(200)}x` } },
      { ...KEY, parameters: { psi: `${"x + ".repeat(200)}y` } },
      { ...KEY, parameters: { psi: `y + ${"x + ".repeat(199)}x` } },
    ];
    expect(distinct(keys.map((key) => startOf(key)))).toBe(keys.length);
  });

  it("include every draw number up to 2^53", () => {
    const streams = keyedStreams(KEY);
    const draws = [
      0,
      1,
      2 ** 31,
      2 ** 32 - 1,
      2 ** 32,
      2 ** 32 + 1,
      2 ** 33,
      2 ** 52,
      2 ** 53 - 2,
      2 ** 53 - 1,
      2 ** 53,
    ];
    expect(distinct(draws.map((draw) => start(streams(draw)("u"))))).toBe(draws.length);
    for (const draw of [-1, 0.5, 2 ** 54, Number.NaN, Infinity])
      expect(() => streams(draw)).toThrow(new RangeError(`draw is ${draw}; it must be an integer in [0, 2^53]`));
  });

  it("include every name, also where 32-bit hashes of names meet", () => {
    const streams = keyedStreams(KEY)(0);
    // These two have the same FNV-1a hash.
    expect(start(streams("layer-0439599"))).not.toBe(start(streams("layer-0622382")));
    const names = ["", "\0", "\0\0", "a", "aa", "ab", "ba", "ξ", "Ⰾ", "u".repeat(100)];
    // The first two of these agree in one of the hash's two lanes.
    names.push("xi-154887", "xi-528800");
    for (let i = 0; i < 30_000; i++) names.push(`xi-${i}`);
    expect(distinct(names.map((name) => start(streams(name))))).toBe(names.length);
  });
});

describe("neighbouring streams", () => {
  const DRAWS = 40_000;
  const SIDE = 8;

  /** p-values, one a cell, of the counts of (first word of `a(i)`, first word of `b(i)`) in SIDE² equal cells. */
  function cellPValues(a: (i: number) => Bits, b: (i: number) => Bits): number[] {
    const counts = new Uint32Array(SIDE * SIDE);
    const cell = (bits: Bits) => Math.floor(((bits() >>> 0) / 2 ** 32) * SIDE);
    for (let i = 0; i < DRAWS; i++) counts[cell(a(i)) * SIDE + cell(b(i))]++;
    return Array.from(counts, (count) => binomialPValue(count, DRAWS, 1 / SIDE ** 2));
  }
  const threshold = 1e-10 / SIDE ** 2;

  const streams = keyedStreams(KEY);
  const pairs: [string, (i: number) => Bits, (i: number) => Bits][] = [
    ["draws i and i + 1", (i) => streams(i)("u"), (i) => streams(i + 1)("u")],
    ["draws i and i + 2^32", (i) => streams(i)("u"), (i) => streams(i + 2 ** 32)("u")],
    ["names in one draw", (i) => streams(i)("u"), (i) => streams(i)("v")],
    ["numbered names", (i) => streams(0)(`xi-${i}`), (i) => streams(0)(`xi-${i + 1}`)],
  ];
  it.each(pairs)("are jointly uniform: %s", (_, a, b) => {
    expect(Math.min(...cellPValues(a, b))).toBeGreaterThan(threshold);
  });

  it("are jointly uniform: seeds i and i + 1", () => {
    // Half the streams of seeds i and i + 1 are the same ones: the first words are made once.
    const firsts = Array.from({ length: 6001 }, (_, seed) => keyedStreams({ ...KEY, seed: `${seed}` })(0)("u")() >>> 0);
    const counts = new Uint32Array(16);
    for (let i = 0; i < 6000; i++) counts[(firsts[i] >>> 30) * 4 + (firsts[i + 1] >>> 30)]++;
    for (const count of counts) expect(binomialPValue(count, 6000, 1 / 16)).toBeGreaterThan(1e-10 / 16);
  });

  it("would be caught if draw numbers went into the generator's state as they are", () => {
    const bare = (i: number) => xoshiro128pp(i, 0x9e3779b9, 0x7f4a7c15, 1);
    expect(Math.min(...cellPValues(bare, (i) => bare(i + 1)))).toBeLessThan(threshold);
  });

  it("would be caught if one stream in ten were the same", () => {
    const leaky = (i: number) => streams(i % 10 === 0 ? i : i + 1)("u");
    expect(Math.min(...cellPValues((i) => streams(i)("u"), leaky))).toBeLessThan(threshold);
  });

  it("differ in each of the first 32 bits half of the time", () => {
    const flips = new Uint32Array(32);
    for (let i = 0, last = streams(0)("u")(); i < DRAWS; i++) {
      const next = streams(i + 1)("u")();
      for (let j = 0; j < 32; j++) flips[j] += ((last ^ next) >>> j) & 1;
      last = next;
    }
    for (const count of flips) expect(binomialPValue(count, DRAWS, 0.5)).toBeGreaterThan(1e-10 / 32);
  });
});

// Pinned: what a seed draws must not change unseen.
test("words of streams, by seed, sampler, parameters, draw and name, and what is refused", () => {
  const words = (seed: string, parameters: Record<string, string | number>, draw: number, name: string) => {
    const bits = keyedStreams({ seed, sampler: "s", parameters })(draw)(name);
    return [bits(), bits(), bits()];
  };
  const calls = ["", "1"].flatMap((seed) =>
    [{}, { a: 1, b: "x" }, { b: "x", a: 1 }, { a: "1", b: "x" }, { a: Number.NaN, b: -0 }].flatMap((parameters) =>
      [0, 2 ** 32, 2 ** 53].flatMap((draw) => ["", "u", "été"].map((name) => [seed, parameters, draw, name] as const)),
    ),
  );
  expect(callTable(words, [...calls, ["1", {}, -1, ""], ["1", {}, 0.5, ""], ["1", {}, 2 ** 54, ""]])).toMatchSnapshot();
});
