import { resolveActivation } from "lemmacheck/activations";
import {
  drawDeferredNetwork,
  drawDenseNetwork,
  drawLine,
  drawSphereInput,
  gradient,
  value,
  valuesOf,
} from "lemmacheck/networks";
import { keyedStreams, type Streams } from "lemmacheck/statistics";
import { describe, expect, test } from "vitest";
import { flowLength, landscapeOf } from "./laws/gradient-flow.js";
import { drawLimit, type LimitSlip } from "./laws/infinite-width.js";
import { reluSetting } from "./laws/layered-networks.js";
import { conditionedPair, densePair, distance, type Slip, STATISTICS } from "./laws/two-samples.js";
import { logAlive, logAngleTail, logDead } from "./shared/angle-law.js";
import { sensitivity } from "./shared/narrowest.js";
import { readWidths, widthsText } from "./shared/read-widths.js";

const DRAWS = 4000;
/** By how much two distribution functions may differ: DKW for each, at 1e-10; of one and its law half of that. */
const allowed = (draws: number) => 2 * Math.sqrt(Math.log(2e10) / (2 * draws));
const ALLOWED = allowed(DRAWS);

const inOrder = (sample: readonly number[]) => sample.toSorted((s, t) => s - t);

/** Draws, all from one stream. */
function sample<T>(name: string, draw: (random: Streams) => T, draws = DRAWS): T[] {
  const bits = keyedStreams({ seed: "1", sampler: name, parameters: {} })(0)("all");
  return Array.from({ length: draws }, () => draw(() => bits));
}

const largest = (x: readonly (readonly [number, number])[], y: readonly (readonly [number, number])[]) =>
  Math.max(...STATISTICS.map((statistic) => distance(inOrder(x.map(statistic)), inOrder(y.map(statistic)))));

describe("the joint law of f(x) and f(x′)", () => {
  const given = { psi: resolveActivation("tanh"), d: 2, k: 3, step: 4 };
  const dense = sample("dense", (random) => densePair(given, random));

  test("by conditioning, and by the law of the package, is that of networks with all their weights", () => {
    expect(
      largest(
        dense,
        sample("law", (random) => conditionedPair(given, random)),
      ),
    ).toBeLessThan(ALLOWED);
    const lines = sample("line", (random) => {
      const line = drawLine(given, random);
      const [after] = valuesOf(line, [-given.step]);
      return [line.value, after] as const;
    });
    expect(largest(dense, lines)).toBeLessThan(ALLOWED);
  });

  test.each<Slip>(["the drift along s", "the projection across s", "the part along x", "the same weights"])(
    "is not that without %s",
    (slip) => {
      expect(
        largest(
          dense,
          sample("law", (random) => conditionedPair(given, random, slip)),
        ),
      ).toBeGreaterThan(ALLOWED);
    },
  );
});

describe("the limit of infinite width", () => {
  const many = 16_000;
  /** f(x), f(x′), ‖∇f(x)‖ at twice the way to where the tangent meets 0. */
  type Triple = readonly [before: number, after: number, size: number];
  const limit = (psi: string, d: number, slip?: LimitSlip) =>
    sample(
      `limit ${psi} ${d}`,
      (random): Triple => {
        const { value: before, gradientNorm, at } = drawLimit({ psi: resolveActivation(psi), d }, random, slip);
        return [before, at((2 * before) / gradientNorm ** 2), gradientNorm];
      },
      many,
    );
  const finite = (psi: string, d: number, k: number) =>
    sample(
      `finite ${psi} ${d}`,
      (random): Triple => {
        const line = drawLine({ psi: resolveActivation(psi), d, k }, random);
        const [after] = valuesOf(line, [(-2 * line.value) / line.gradientNorm ** 2]);
        return [line.value, after, line.gradientNorm];
      },
      many,
    );
  const of: readonly ((triple: Triple) => number)[] = [
    ([before]) => before,
    ([, after]) => after,
    ([, , size]) => size,
    ([before, after]) => before + after,
    ([before, after]) => before * after,
    ([before, after]) => after / before,
  ];
  const furthest = (x: readonly Triple[], y: readonly Triple[]) =>
    Math.max(...of.map((statistic) => distance(inOrder(x.map(statistic)), inOrder(y.map(statistic)))));

  test.each([
    ["relu", 3],
    ["abs(t)", 2],
    ["max(t,0.1*t)", 12],
  ] as const)("networks of 500 neurons do not differ from it: %s, d = %i", (psi, d) => {
    const networks = finite(psi, d, 500);
    expect(furthest(networks, limit(psi, d))).toBeLessThan(allowed(many));
    for (const slip of ["what f(x′) has of its own", "the gradient across x"] as const)
      expect(furthest(networks, limit(psi, d, slip))).toBeGreaterThan(allowed(many));
  });

  test("a linear function is −f(x) at x′, and a small step says nothing new", () => {
    for (const random of sample("linear", (streams) => streams, 50)) {
      const line = drawLimit({ psi: resolveActivation("identity"), d: 5 }, random);
      expect(line.at((2 * line.value) / line.gradientNorm ** 2)).toBeCloseTo(-line.value, 9);
      const bent = drawLimit({ psi: resolveActivation("relu"), d: 5 }, random);
      // Its own part is of the order of the angle to the power 3/2.
      expect(bent.at(1e-6)).toBeCloseTo(bent.value - 1e-6 * bent.gradientNorm ** 2, 7);
    }
  });
});

test.each([
  { d: 4, k: [5] },
  { d: 4, k: [3, 6] },
  { d: 3, k: [6, 1, 4] },
  { d: 7, k: [2, 2, 2, 2] },
])("the gradient of a dense network lies to x like a uniform direction: d = $d, widths $k", ({ d, k }) => {
  const cosines = sample(`angle ${d} ${k.join("-")}`, (random) => {
    const network = drawDenseNetwork(reluSetting(d, k), random);
    const x = drawSphereInput(d, undefined, random);
    const size = Math.hypot(...gradient(network, x));
    return size > 0 ? Math.abs(value(network, x)) / size : null;
  });
  const alive = cosines.filter((t) => t !== null).toSorted((s, t) => s - t);
  // Hoeffding, at 1e-10.
  expect(Math.abs(alive.length / DRAWS - Math.exp(logAlive(k)))).toBeLessThan(ALLOWED / 2);
  for (const [i, t] of alive.entries()) {
    const below = 1 - Math.exp(logAngleTail(d, t).logUpper);
    expect(Math.abs(below - (i + 0.5) / alive.length)).toBeLessThan(allowed(alive.length) / 2);
  }
});

test("the angle's law in two and four dimensions", () => {
  const t = 1.2;
  const tail = (d: number) => Math.exp(logAngleTail(d, t).logUpper);
  // A uniform angle; and cos² ~ Beta(½, 3/2), P(|cos| > c) = 1 − (2/π)(asin c + c√(1 − c²)).
  expect(tail(2)).toBeCloseTo((2 / Math.PI) * Math.acos(t / Math.SQRT2), 9);
  const c = t / 2;
  expect(tail(4)).toBeCloseTo(1 - (2 / Math.PI) * (Math.asin(c) + c * Math.sqrt(1 - c * c)), 9);
  expect(logAngleTail(1, 0.5)).toEqual({ logLower: 0, logUpper: 0 });
  expect(tail(1)).toBe(0);
});

test("dead layers", () => {
  expect(Math.exp(logDead([1, 2]).logUpper)).toBeCloseTo(1 - 0.5 * 0.75, 9);
  expect(logDead([60, 60]).logUpper).toBeCloseTo(-59 * Math.LN2, 9);
  expect(logDead([5000]).logLower).toBe(-Infinity);
});

test("gradient flow in a network known by products is that in one with all its weights, bottleneck and all", () => {
  const [d, k] = [6, [8, 3, 8]] as const;
  const x = new Float64Array(d).fill(1);
  const many = 800;
  const finite = (t: number) => Math.min(t, 100);
  const deferred = sample(
    "deferred",
    (random) => {
      const bits = random("all");
      return finite(flowLength(landscapeOf(drawDeferredNetwork(reluSetting(d, k), () => bits)), x));
    },
    many,
  );
  const dense = (widths: readonly number[]) => (random: Streams) => {
    const network = drawDenseNetwork(reluSetting(d, widths), random);
    return finite(flowLength({ value: (y) => value(network, y), gradient: (y) => gradient(network, y) }, x));
  };
  expect(distance(inOrder(deferred), inOrder(sample("dense", dense(k), many)))).toBeLessThan(allowed(many));
  expect(distance(inOrder(deferred), inOrder(sample("dense", dense([8, 30, 8]), many)))).toBeGreaterThan(allowed(many));
});

test("flow along a linear function is one tangent long, to a step", () => {
  const linear = { value: (x: Float64Array) => 3 * x[0], gradient: () => Float64Array.of(3) };
  expect(flowLength(linear, Float64Array.of(2))).toBe(1.125);
});

describe("widths as a text", () => {
  test.each([
    ["1000-50-1000", [1000, 50, 1000]],
    ["256x3-8", [256, 256, 256, 8]],
    ["1e3", [1000]],
    ["9007199254740992", [2 ** 53]],
  ])("%s", (text, list) => {
    expect(readWidths(text)).toEqual(list);
    expect(readWidths(widthsText(list))).toEqual(list);
  });

  test.each(["", "8-", "0", "2.5", "-3", "8x0", "8x2000", "1e17", "8,8", "__proto__"])("refused: %s", (text) => {
    expect(() => readWidths(text)).toThrow(`widths is ${JSON.stringify(text)}; it must be`);
  });

  test("the sum over the layers knows the narrowest so far, d among them", () => {
    expect(sensitivity(100, [400, 25, 10_000])).toBeCloseTo(0.1 + 0.2 + 0.2, 14);
  });
});
