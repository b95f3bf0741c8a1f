import { expect, test } from "vitest";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { denseLine } from "../dense-line.js";
import { DEEP_ALONG, DEEP_BETA, DEEP_C, DEEP_SUMS, MOST_POINTS } from "../kernels/deep-layout.js";
import { BLOCKS } from "../kernels/layout.js";
import type { Machine } from "../kernels/machine.js";
import { wasmMachine } from "../kernels/wasm-machine.js";
import { distances, ETAS, type Sample, sampleStatistics, shownBy, thresholdOf } from "../testing/deep-statistics.js";
import { drawRayFast } from "./ray-draw-fast.js";

/** The comparison of `deep-laws` catches passes in which one thing is wrong. */
const DRAWS = 10_000;
const THRESHOLD = thresholdOf(DRAWS, 1e-10);

const SHAPES = {
  tanh: { psi: tanh, d: 3, k: 3, depth: 3, initialisation: "he" },
  softplus: { psi: softplus, d: 4, k: 3, depth: 2, initialisation: "he" },
} as const;
type Shape = keyof typeof SHAPES;

const kept: Partial<Record<Shape, Sample>> = {};
function dense(name: Shape): Sample {
  const shape = SHAPES[name];
  const x = new Float64Array(shape.d).fill(1);
  const streams = keyedStreams({ seed: "fast-mutants", sampler: "dense", parameters: { name } });
  kept[name] ??= sampleStatistics(DRAWS, streams(0), (random) =>
    shownBy(denseLine(drawDenseNetwork(shape, random), x)),
  );
  return kept[name];
}

/** The largest distance between dense networks and the law on a machine that is spoilt. */
function distance(name: Shape, spoil: (machine: Machine) => Partial<Machine>): number {
  const machine = wasmMachine(BLOCKS)!;
  // All the memory that is needed, so that the mutants' views stay.
  machine.reserve(2 ** 21);
  Object.assign(machine, spoil({ ...machine }));
  const own = keyedStreams({ seed: "fast-mutants", sampler: "fast", parameters: { name } });
  let draws = 0;
  const sample = sampleStatistics(DRAWS, own(DRAWS), () => {
    return shownBy(drawRayFast(SHAPES[name], own(draws++), { machine }));
  });
  return distances(dense(name), sample)[0][1];
}

test.each(["tanh", "softplus"] as const)("the law itself passes: %s", (name) => {
  expect(distance(name, () => ({}))).toBeLessThan(THRESHOLD);
});

const MUTANTS: Readonly<Record<string, readonly [Shape, (machine: Machine) => Partial<Machine>]>> = {
  "ζ not projected off h": [
    "softplus",
    ({ deepBackward }) => ({
      deepBackward: (kind, count, z, up, deviation) => deepBackward(kind, count, z, up, deviation, 0),
    }),
  ],
  "half the variance of the backward pass": [
    "tanh",
    ({ deepBackward }) => ({
      deepBackward: (kind, count, z, up, deviation, along) =>
        deepBackward(kind, count, z, up, along === 0 ? deviation : deviation * Math.SQRT1_2, along),
    }),
  ],
  "b has no share in the points": [
    "tanh",
    ({ deepOutputs, f64 }) => ({
      deepOutputs: (...given) => {
        f64.fill(0, DEEP_BETA / 8, DEEP_BETA / 8 + MOST_POINTS);
        deepOutputs(...given);
      },
    }),
  ],
  "c is 1": [
    "tanh",
    ({ deepPoints, f64 }) => ({
      deepPoints: (...given) => {
        f64.fill(1, DEEP_ALONG / 8, DEEP_ALONG / 8 + ETAS.length);
        deepPoints(...given);
      },
    }),
  ],
  "ξ not projected off b": [
    "tanh",
    ({ deepPoints, f64 }) => ({
      deepPoints: (...given) => {
        deepPoints(...given);
        f64.fill(0, DEEP_SUMS / 8, DEEP_SUMS / 8 + 2 * MOST_POINTS);
      },
    }),
  ],
  "points independent of each other across h": [
    "softplus",
    ({ deepPoints, f64 }) => ({
      deepPoints(kind, count, z, up, points, stride, from, many, directions) {
        // Each point's row of coefficients is replaced by its length, in a column of its own.
        for (let i = 0; i < (directions > 1 ? many : 0); i++) {
          const row = f64.subarray(DEEP_C / 8 + MOST_POINTS * i, DEEP_C / 8 + MOST_POINTS * i + directions);
          const length = Math.hypot(...row);
          row.fill(0);
          row[i] = length;
        }
        deepPoints(kind, count, z, up, points, stride, from, many, directions);
      },
    }),
  ],
};

test.each(Object.entries(MUTANTS))("%s is caught", (_, [name, spoil]) => {
  expect(distance(name, spoil)).toBeGreaterThan(THRESHOLD);
});
