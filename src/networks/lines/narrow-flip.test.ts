import { expect, test } from "vitest";
import { resolveActivation } from "../../activations/resolve-activation.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { hasTangentRoot } from "./has-tangent-root.js";
import { isPiecewiseLinear } from "./is-piecewise-linear.js";
import { narrowFlip } from "./narrow-flip.js";
import { refinedFlip } from "./refined-flip.js";
import { sampledFlip } from "./sampled-flip.js";

/** Positive at 0, with the |t| at which they first go below 0. */
const FUNCTIONS: readonly (readonly [string, (t: number) => number, number])[] = [
  ["a line", (t) => 1 - t, 1],
  ["a parabola", (t) => 1 - t * t, 1],
  ["a late fall", (t) => 1 - (t / 3) ** 9, 3],
  ["an early fall", (t) => 1 / (1 + 9 * t) - 0.2, 4 / 9],
  ["a cosine", (t) => Math.cos(t), Math.PI / 2],
  ["a dead stretch", (t) => Math.max(0, 1 - t) - Math.max(0, t - 2), 2],
  ["a jump", (t) => (t < 1.7 ? 1 - 0.1 * t : -5), 1.7],
  ["beyond doubles", (t) => (t < 2 ? 3 - t : t < 3 ? Number.NaN : t < 3.5 ? -1 : -Infinity), 3],
  ["a dip", (t) => 0.9 * Math.abs(t - 2) - 0.05 + Math.max(0, 1 - t) * 0.1, 1.944],
  ["none", (t) => 1 + t, Infinity],
];

/** A line with that f along its gradient, of either sign. */
const line = (g: (t: number) => number, sign: number, gradientNorm = 1) => ({
  value: sign * g(0),
  gradientNorm,
  at: (etas: readonly number[]) => etas.map((eta) => ({ value: sign * g(-sign * eta), rounding: 0 })),
});

// Pinned to the last bit: a point that is looked at elsewhere must be seen.
test("brackets are narrowed to the tolerance, to the last bit, with the root inside", () => {
  const rows: string[] = [];
  for (const [name, g, root] of FUNCTIONS.filter(([, f, root]) => f(root * 1.1) < 0))
    for (const tolerance of [0.5, 1e-2, 1e-9]) {
      const [low, high] = [0, root * 1.1];
      const found = narrowFlip(g, { low, high, atLow: g(low), atHigh: g(high), widest: 0 }, tolerance);
      rows.push(`${name} ${tolerance}: ${exactly({ ...found })}`);
      expect(found.high - found.low).toBeLessThanOrEqual(tolerance * found.high);
      expect([found.low <= root * (1 + 1e-3), found.high >= root * (1 - 1e-3)]).toEqual([true, true]);
      expect(found.atHigh).toBeLessThan(0);
    }
  expect(rows).toMatchSnapshot();
});

test("flips by values alone, to the last bit, and the points that were looked at", () => {
  const rows: string[] = [];
  for (const [name, g] of FUNCTIONS)
    for (const sign of [1, -1])
      for (const options of [{}, { limit: 1.5 }, { tolerance: 0.1, gap: 0.3 }, { limit: 3, gap: 10 }]) {
        const asked: number[] = [];
        const one = line(
          (t) => {
            asked.push(t);
            return g(t);
          },
          sign,
          sign > 0 ? 1 : 1.5,
        );
        const found = sampledFlip(one, options);
        rows.push(
          `${name} ${sign} ${JSON.stringify(options)}: ${found === null ? "none" : exactly({ ...found })}, ${asked.length} points`,
        );
        if (found)
          expect([g(found.lower) >= 0 || Number.isNaN(g(found.lower)), g(found.upper) < 0]).toEqual([true, true]);
      }
  expect(rows).toMatchSnapshot();
});

test("flips by looks that are refined, to the last bit", () => {
  const rows: string[] = [];
  for (const [name, g] of FUNCTIONS)
    for (const sign of [1, -1])
      for (const options of [
        {},
        { limit: 1.5 },
        { tolerance: 1 },
        { tolerance: 1e-6, most: 5 },
        { limit: 3, most: 0 },
      ]) {
        const { eta, unresolved } = refinedFlip(line(g, sign, sign > 0 ? 1 : 1.5), options);
        rows.push(`${name} ${sign} ${JSON.stringify(options)}: ${eta} ${unresolved}`);
        if (eta !== null) expect(unresolved).toBe(false);
      }
  expect(rows).toMatchSnapshot();
});

test("no flip is looked for from 0, without a slope, or beyond doubles", () => {
  const at = (etas: readonly number[]) => etas.map(() => ({ value: -1, rounding: 0 }));
  for (const [value, gradientNorm, unresolved] of [
    [0, 1, false],
    [1, 0, false],
    [Infinity, 1, true],
    [1, Infinity, true],
    [1, 1e-200, true],
    [1, 1e200, true],
    [2 ** -1022, 2, true],
  ] as const) {
    expect(sampledFlip({ value, gradientNorm, at })).toBeNull();
    expect(refinedFlip({ value, gradientNorm, at })).toEqual({ eta: null, unresolved });
  }
  expect(sampledFlip({ value: 2 ** -1022, gradientNorm: 1, at })).not.toBeNull();
  expect(hasTangentRoot(2 ** -1022, 1)).toBe(true);
  expect(hasTangentRoot(-(2 ** -1021), 2)).toBe(true);
  expect(hasTangentRoot(2 ** -1022, 2)).toBe(false);
  expect(hasTangentRoot(0, 1)).toBe(false);
  expect(hasTangentRoot(Infinity, 1)).toBe(false);
  expect(hasTangentRoot(1, 0)).toBe(false);
  expect(hasTangentRoot(1, Infinity)).toBe(false);
  expect(hasTangentRoot(Number.NaN, 1)).toBe(false);
});

test("how far and how closely to look is checked", () => {
  const one = line((t) => 1 - t, 1);
  for (const limit of [0, Infinity, Number.NaN])
    for (const look of [sampledFlip, refinedFlip])
      expect(() => look(one, { limit })).toThrow(new RangeError(`limit is ${limit}; it must be positive and finite`));
  for (const tolerance of [0, 1, Number.NaN])
    expect(() => sampledFlip(one, { tolerance })).toThrow(
      new RangeError(`tolerance is ${tolerance}; it must be in (0, 1)`),
    );
  for (const tolerance of [0, 1.1, Number.NaN])
    expect(() => refinedFlip(one, { tolerance })).toThrow(
      new RangeError(`tolerance is ${tolerance}; it must be in (0, 1]`),
    );
  for (const gap of [0, -1, Number.NaN])
    expect(() => sampledFlip(one, { gap })).toThrow(new RangeError(`gap is ${gap}; it must be positive`));
  for (const most of [-1, 0.5, Infinity])
    expect(() => refinedFlip(one, { most })).toThrow(new RangeError(`most is ${most}; it must be an integer ≥ 0`));
});

test("which ψ are piecewise linear", () => {
  const found = ["relu", "abs", "sign", "identity", "leaky-relu", "tanh", "softplus"].map((id) => [
    id,
    isPiecewiseLinear(resolveActivation(id)),
  ]);
  expect(found).toEqual([
    ["relu", true],
    ["abs", true],
    ["sign", true],
    ["identity", true],
    ["leaky-relu", true],
    ["tanh", false],
    ["softplus", false],
  ]);
});
