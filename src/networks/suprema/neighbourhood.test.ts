import { describe, expect, test } from "vitest";
import { resolveActivation } from "../../activations/resolve-activation.js";
import { keyedStreams } from "../../chance/streams.js";
import { neighbourhood, neighbourhoodDoubt } from "../../samplers/neighbourhood-sampler.js";
import { gradient } from "../dense-gradient.js";
import type { DenseNetwork } from "../dense-network.js";
import { drawAround } from "../testing/draw-around.js";
import { DEFERRED_DOUBT } from "./deferred-neighbourhood.js";
import { denseNeighbourhood } from "./dense-neighbourhood.js";
import { gradientDifference, slopesAt } from "./gradient-difference.js";
import { gradientVariation } from "./gradient-variation.js";
import { operatorNorm } from "./operator-norm.js";

const psi = resolveActivation("tanh");
const streams = keyedStreams({ seed: "neighbourhood", sampler: "test", parameters: {} });

function networkOf(rows: Float64Array, d: number): DenseNetwork {
  const k = rows.length / d;
  return { activation: psi, d, k, depth: 1, weights: [rows], coefficients: new Float64Array(k).fill(1) };
}

describe("a neighbourhood in memory", () => {
  const { network, around } = drawAround("tanh", 7, 11);

  test("its difference of gradients is that of two gradients", () => {
    const delta = Float64Array.from({ length: 7 }, (_, i) => Math.sin(i));
    const difference = gradientDifference(around, slopesAt(around), around.product(delta));
    const there = gradient(
      network,
      around.x.map((t, i) => t + delta[i]),
    );
    const here = gradient(network, around.x);
    for (let i = 0; i < 7; i++) expect(Math.abs(here[i] - there[i] - difference[i])).toBeLessThan(1e-14);
  });

  test("bounds its rows and its size from above, narrowly", () => {
    const [W] = network.weights;
    for (let i = 0; i < 11; i++) {
      const truth = Math.hypot(...W.subarray(7 * i, 7 * i + 7));
      expect(around.rowNorms[i]).toBeGreaterThanOrEqual(truth * (1 - 2 ** -52));
      expect(around.rowNorms[i]).toBeLessThan(truth * (1 + 1e-13));
    }
    expect(around.size).toBeGreaterThanOrEqual(around.operatorNorm.lower);
    expect(around.operatorNorm).toEqual(operatorNorm(W, 11, 7));
  });

  test.each([
    ["orthogonal rows", Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1)],
    ["rank one", Float64Array.of(1, 2, 3, 2, 4, 6, -1, -2, -3)],
    ["a zero matrix", new Float64Array(9)],
    ["entries of 1e-300", Float64Array.of(1, -2, 3, 4, 5, 6, -7, 8, 9).map((t) => t * 1e-300)],
    ["entries of 1e300", Float64Array.of(1, -2, 3, 4, 5, 6, -7, 8, 9).map((t) => t * 1e300)],
    ["one row of 1e150 among rows of 1e-150", Float64Array.of(1e150, 0, 1e150, 1e-150, 0, 0, 0, 1e-150, 0)],
  ])("the sandwich keeps its order and no NaN for %s", (_, rows) => {
    for (const x of [new Float64Array(3), Float64Array.of(1, 1, -1)]) {
      const { lower, upper } = gradientVariation(denseNeighbourhood(networkOf(rows, 3), x), 1, streams(0)("attack"));
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeGreaterThanOrEqual(lower);
    }
  });

  test("refuses deeper networks and inputs of another length", () => {
    expect(() => denseNeighbourhood({ ...network, depth: 2 }, around.x)).toThrow("depth is 2");
    expect(() => denseNeighbourhood(network, new Float64Array(6))).toThrow("x has length 6");
  });
});

describe("the sampler", () => {
  test("keeps weights in memory where they are few, and says what it does not know where not", () => {
    const small = neighbourhood.draw({ psi, d: 30, k: 20 }, streams(1)).around;
    expect(small.weights?.length).toBe(600);
    expect(neighbourhoodDoubt({ d: 30, k: 20 })).toBe(0);
    const large = neighbourhood.draw({ psi, d: 1000, k: 1000 }, streams(1)).around;
    expect(large.weights).toBeNull();
    expect(large.operatorNorm.upper).toBeGreaterThan(2);
    expect(neighbourhoodDoubt({ d: 1000, k: 1000 })).toBe(DEFERRED_DOUBT);
  });

  test("any dimension will do for a smooth ψ: at k ≪ d the ends are near each other", () => {
    const { around, random } = neighbourhood.draw({ psi, d: 2 ** 53, k: 100 }, streams(3));
    const { lower, upper } = gradientVariation(around, 1, random("attack"));
    expect(upper).toBeLessThan(1.3 * lower);
    // One neuron alone bends by about 0.68 at best, its weights of length 1.
    expect(lower).toBeGreaterThan(0.05);
    expect(upper).toBeLessThan(0.077);
  });

  test("equal streams give equal sandwiches", () => {
    for (const [d, k] of [
      [2, 9],
      [40, 30],
      [500, 400],
    ]) {
      const [first, second] = [2, 2].map((draw) => {
        const { around, random } = neighbourhood.draw({ psi, d, k }, streams(draw));
        return gradientVariation(around, 2, random("attack"));
      });
      expect(first).toEqual(second);
    }
  });

  test("sizes that cannot be drawn have an infinite cost", () => {
    expect(neighbourhood.cost({ psi, d: 1, k: 2 ** 53 })).toBe(Infinity);
    expect(neighbourhood.cost({ psi: resolveActivation("relu"), d: 2 ** 53, k: 2 ** 40 })).toBe(Infinity);
    expect(neighbourhood.cost({ psi, d: 10, k: 10 })).toBeLessThan(2e4);
  });
});
