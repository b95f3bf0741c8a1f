import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { denseLine } from "../dense-line.js";
import type { NetworkSetting } from "../setting.js";
import { distances, ETAS, type Sample, sampleStatistics, shownBy, thresholdOf } from "../testing/deep-statistics.js";
import { type DeferredMutation, deferredTwin } from "../testing/deferred-twin.js";
import { type RayMutation, rayTwin } from "../testing/ray-twin.js";
import { reluShortcutTwin, type ShortcutMutation } from "../testing/relu-shortcut-twin.js";

/**
 * The tests of `deep-laws` catch wrong laws: plain copies of the laws, held to dense networks in the same way,
 * pass as they are and fail with one thing wrong, mostly from fewer draws than there. False alarm at most 1e-10 a
 * statistic.
 */
const DRAWS = 4000;
const MORE_DRAWS = 10_000;
const he = { initialisation: "he" } as const;
const streams = keyedStreams({ seed: "mutants", sampler: "deep-test", parameters: {} });
const input = (d: number) => new Float64Array(d).fill(1);

function memo<T>(compute: (shape: NetworkSetting, draws: number) => T): typeof compute {
  const kept = new Map<string, T>();
  return (shape, draws) => {
    const key = JSON.stringify([shape, draws]);
    const found = kept.get(key) ?? compute(shape, draws);
    kept.set(key, found);
    return found;
  };
}

const dense = memo((shape, draws) =>
  sampleStatistics(draws, streams(0), (random) => shownBy(denseLine(drawDenseNetwork(shape, random), input(shape.d)))),
);

function largest(shape: NetworkSetting, draws: number, sample: Sample) {
  const [[statistic, distance]] = distances(dense(shape, draws), sample);
  return { statistic, distance, threshold: thresholdOf(draws, 1e-10) };
}

const ONE_LAYER = { psi: tanh, d: 2, k: 2 };
const MANY_INPUTS = { psi: tanh, d: 9, k: 2 };
const NARROW = { psi: tanh, d: 2, k: 2, depth: 3, ...he };
const WIDE = { psi: tanh, d: 2, k: 8, depth: 2, ...he };

describe("the ray law", () => {
  const sample = (shape: NetworkSetting, mutation?: RayMutation, draws = DRAWS) => {
    const drawn = sampleStatistics(draws, streams(1), (random) => rayTwin(shape, ETAS, random("all"), mutation));
    return largest(shape, draws, drawn);
  };

  test.each([ONE_LAYER, MANY_INPUTS, NARROW, WIDE])("passes as it is, d = $d, k = $k, L = $depth", (shape) => {
    const { statistic, distance, threshold } = sample(shape);
    expect(distance, statistic).toBeLessThan(threshold);
  });

  test.each<[RayMutation, NetworkSetting, number?]>([
    ["a χ² degree too many", ONE_LAYER],
    ["√d for d", MANY_INPUTS],
    ["ξ not projected off b", NARROW],
    ["ζ not projected off h", NARROW],
    ["no z·b in the backward pass", NARROW],
    ["no g·r along the ray", NARROW],
    ["c is 1", NARROW],
    ["gain 1 for 2", NARROW],
    ["ξ of one direction used for all", WIDE, MORE_DRAWS],
    ["ξ of the ray is that of the forward pass", WIDE],
    ["points independent of each other across h", WIDE],
    ["Gram matrix for its factor", WIDE],
  ])("%s: fails", (mutation, shape, draws) => {
    const { statistic, distance, threshold } = sample(shape, mutation, draws);
    expect(distance, statistic).toBeGreaterThan(threshold);
  });

  test("points that are independent across h show in the difference of near points, and in no marginal", () => {
    const mutant = sampleStatistics(DRAWS, streams(1), (random) =>
      rayTwin(WIDE, ETAS, random("all"), "points independent of each other across h"),
    );
    const found = Object.fromEntries(distances(dense(WIDE, DRAWS), mutant));
    const threshold = thresholdOf(DRAWS, 1e-10);
    expect(found["f(η₃) − f(η₂)"]).toBeGreaterThan(1.5 * threshold);
    for (const marginal of ["f", "‖∇f‖", "f(η₁) − f", "f(η₄) − f"]) expect(found[marginal]).toBeLessThan(threshold);
  });
});

describe("deferred networks", () => {
  const shape = { psi: tanh, d: 3, k: 3, depth: 2, ...he };
  const bits = streams(2)("weights");
  const sample = (mutation?: DeferredMutation) => {
    const drawn = sampleStatistics(DRAWS, streams(2), () => deferredTwin(shape, input(shape.d), bits, mutation));
    return largest(shape, DRAWS, drawn);
  };

  test("pass as they are", () => {
    const { statistic, distance, threshold } = sample();
    expect(distance, statistic).toBeLessThan(threshold);
  });

  test.each<DeferredMutation>([
    "new directions not projected off the other side",
    "new directions know nothing of the other side",
    "dependent vectors drawn afresh",
    "rests not normalised",
    "ξ of one query used for all",
    "standard deviation for variance",
  ])("%s: fail", (mutation) => {
    const { statistic, distance, threshold } = sample(mutation);
    expect(distance, statistic).toBeGreaterThan(threshold);
  });
});

describe("the ReLU shortcut", () => {
  const small = { psi: relu, d: 2, k: 3, depth: 2, ...he };
  const deep = { psi: relu, d: 9, k: 8, depth: 4, ...he };
  const gaussian = { psi: relu, d: 2, k: 2, depth: 2, ...he, coefficients: "gaussian" } as const;
  const sample = (shape: NetworkSetting, mutation?: ShortcutMutation) => {
    const drawn = sampleStatistics(MORE_DRAWS, streams(3), (random) =>
      reluShortcutTwin(shape, random("all"), mutation),
    );
    return largest(shape, MORE_DRAWS, drawn);
  };

  test.each([small, deep, gaussian])("passes as it is, d = $d, k = $k, L = $depth", (shape) => {
    const { statistic, distance, threshold } = sample(shape);
    expect(distance, statistic).toBeLessThan(threshold);
  });

  test.each<[ShortcutMutation, NetworkSetting]>([
    ["χ²_n for χ²_{n−1}", small],
    ["χ²_d for χ²_{d−1}", small],
    ["value and gradient apart", small],
    ["no dead layers", small],
    ["k for n at the last layer", small],
    ["gain 1 for 2 forwards", small],
    ["χ² of the forward pass used again", small],
    ["√d for d", deep],
    ["gain 1 for 2 backwards", deep],
    ["Rademacher for Gaussian a", gaussian],
  ])("%s: fails", (mutation, shape) => {
    const { statistic, distance, threshold } = sample(shape, mutation);
    expect(distance, statistic).toBeGreaterThan(threshold);
  });
});
