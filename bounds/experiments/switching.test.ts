import { resolveActivation } from "lemmacheck/activations";
import {
  drawLine,
  drawRayFast,
  drawSharedLines,
  type Line,
  pointsOfRayFast,
  refinedFlip,
  type Setting,
} from "lemmacheck/networks";
import { keyedStreams, type Streams } from "lemmacheck/statistics";
import { describe, expect, test } from "vitest";
import { drawSwitching, drawSwitchingPair, SEARCHED, type Switching } from "./switching.js";

const [relu, tanh, leaky] = ["relu", "tanh", "leaky-relu"].map((id) => resolveActivation(id));
const streams = keyedStreams({ seed: "1", sampler: "switching-test", parameters: {} });
const law = { initialisation: "he", coefficients: "gaussian" } as const;

type How = (line: Line) => Switching;
/** The exact least flip, crossing by crossing. */
const exact: How = (line) => ({
  gradientNorm: line.gradientNorm,
  eta: line.smallestFlip({ limit: 20 })?.upper ?? null,
  unresolved: false,
});
/** What values at points show. */
const seen =
  (tolerance: number, most: number): How =>
  (line) => ({ gradientNorm: line.gradientNorm, ...refinedFlip(line, { limit: 20, tolerance, most }) });
/** The first, and where it shows no flip the exact one. */
const seenOrExact =
  (tolerance: number): How =>
  (line) => {
    const first = seen(tolerance, 0)(line);
    return first.eta === null ? exact(line) : first;
  };

const alone = (setting: Setting, random: Streams) => drawLine(setting, random);
const dense = (setting: Setting, random: Streams) =>
  drawSharedLines({ ...setting, inputs: 1 }, random, { dense: true })[0];
const fast = (setting: Setting, random: Streams) => drawRayFast(setting, random);

test("the paper limits its search to |η| < 20", () => {
  expect(SEARCHED).toBe(20);
});

describe("one input is looked at", () => {
  const he = law;
  const fanIn = { ...he, initialisation: "fan-in" } as const;
  const first = (count: number) => Array.from({ length: count }, (_, i) => i);
  const byKernels = seen(1e-3, Math.min(64, pointsOfRayFast({ k: 2 ** 14, depth: 2 }) - 16));
  // Draw 12 of k = 66 and draw 1 of k = 128 flip where the first points show nothing.
  test.each([
    ["exactly, the ReLU of one layer", relu, 6, 5, 1, he, alone, exact, first(40)],
    ["exactly, a wide ReLU of one layer", relu, 6, 300, 1, he, alone, exact, first(5)],
    ["exactly, another ψ of two sides, of one layer", leaky, 6, 300, 1, he, dense, exact, first(5)],
    ["exactly, the ReLU of more layers, up to k = 64", relu, 6, 64, 2, he, dense, exact, first(4)],
    ["exactly, and no flip beyond the search's end is one", relu, 4, 8, 5, fanIn, dense, exact, first(12)],
    ["at points from k = 65 on", relu, 4, 65, 3, he, dense, seenOrExact(1e-3), first(2)],
    ["at points, and exactly where they show none", relu, 3, 66, 5, fanIn, dense, seenOrExact(1e-3), [12]],
    ["so up to k = 128", relu, 2, 128, 6, fanIn, dense, seenOrExact(1e-3), [1]],
    ["at points alone from k = 129 on", relu, 4, 129, 2, he, alone, seen(1e-3, 64), first(10)],
    ["at points alone, a smooth ψ", tanh, 3, 5, 1, he, alone, seen(1e-3, 64), first(20)],
    ["at points alone, a smooth ψ of more layers", tanh, 3, 5, 2, he, alone, seen(1e-3, 64), first(20)],
    ["by kernels, the wide ReLU in few dimensions", relu, 999, 2 ** 14, 2, he, fast, byKernels, first(2)],
    ["without them in more", relu, 1000, 2 ** 14, 2, he, alone, seen(1e-3, 64), [0]],
    ["without them where it is less wide", relu, 999, 2 ** 14 - 1, 2, he, alone, seen(1e-3, 64), [0]],
    ["without them of one layer", relu, 999, 2 ** 14, 1, he, alone, exact, [0]],
  ])("%s", (_, psi, d, k, depth, laws, draw, how, draws) => {
    const setting = { psi, d, k, depth, ...laws };
    const ours = draws.map((i) => drawSwitching(setting, streams(i)));
    expect(ours).toEqual(draws.map((i) => how(draw(setting, streams(i)))));
  });

  test("as one of one layer where no depth is given", () => {
    const setting = { psi: relu, d: 6, k: 200, ...law };
    expect(drawSwitching({ ...setting, psi: leaky }, streams(0))).toEqual(
      exact(dense({ ...setting, psi: leaky }, streams(0))),
    );
    expect(drawSwitchingPair(setting, streams(0))).toEqual(
      drawSharedLines({ ...setting, inputs: 2 }, streams(0), { dense: false }).map(exact),
    );
  });
});

describe("two inputs of one network are looked at, whether there is a flip alone,", () => {
  test.each([
    ["exactly, the ReLU of more layers, up to k = 64", relu, 64, 2, true, exact, 8],
    ["at points, and exactly where they show none, up to k = 128", relu, 128, 3, true, seenOrExact(1), 2],
    ["at points alone from k = 129 on", relu, 129, 2, false, seen(1, 64), 8],
    ["exactly, the ReLU of one layer at any width", relu, 129, 1, false, exact, 5],
    ["exactly, in memory, up to k = 128", relu, 128, 1, true, exact, 5],
    ["at points alone, a smooth ψ", tanh, 5, 1, false, seen(1, 64), 10],
  ])("%s", (_, psi, k, depth, inMemory, how, draws) => {
    const setting = { psi, d: 4, k, depth, ...law };
    const ours = Array.from({ length: draws }, (__, i) => drawSwitchingPair(setting, streams(i)));
    const lines = (i: number) => drawSharedLines({ ...setting, inputs: 2 }, streams(i), { dense: inMemory });
    expect(ours).toEqual(Array.from({ length: draws }, (__, i) => lines(i).map(how)));
  });
});
