import { describe, expect, test } from "vitest";
import { defineActivation } from "../activations/define-activation.js";
import { relu } from "../activations/relu.js";
import { tanh } from "../activations/tanh.js";
import { keyedStreams } from "../chance/streams.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { drawSphereInput } from "./dense-input.js";
import type { DenseNetwork } from "./dense-network.js";
import { value } from "./dense-value.js";

const streams = keyedStreams({ seed: "value", sampler: "dense-test", parameters: {} });
const square = defineActivation({ id: "square", value: (t) => t * t, derivative: (t) => 2 * t });

/** Weights in small integers and k = 4, so that every step is exact. */
const byHand: DenseNetwork = {
  activation: square,
  d: 2,
  k: 4,
  depth: 1,
  weights: [Float64Array.of(1, 2, -1, 1, 0, 3, 2, 0)],
  coefficients: Float64Array.of(1, -1, 1, -1),
};

test("an example worked out by hand", () => {
  // W x = (5, 1, 6, 2), squares 25, 1, 36, 4, signed sum 56, over √4.
  expect(value(byHand, Float64Array.of(1, 2))).toBe(28);
  const second = Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1);
  // Second layer (25, 1, 26, 40): (625 − 1 + 676 − 1600)/2.
  const deep = { ...byHand, depth: 2, weights: [...byHand.weights, second] };
  expect(value(deep, Float64Array.of(1, 2))).toBe(-150);
});

test("one neuron in one dimension is ±ψ(wx)", () => {
  const network = drawDenseNetwork({ psi: tanh, d: 1, k: 1 }, streams(0));
  const x = Float64Array.of(0.7);
  expect(value(network, x)).toBe(network.coefficients[0] * Math.tanh(network.weights[0][0] * 0.7));
});

test("at x = 0 every neuron of the first layer has the value ψ(0)", () => {
  const shifted = defineActivation({ id: "shifted", value: (t) => t + 3, derivative: () => 1 });
  const network = drawDenseNetwork({ psi: shifted, d: 3, k: 16 }, streams(1));
  const signs = network.coefficients.reduce((sum, a) => sum + a, 0);
  expect(value(network, new Float64Array(3))).toBe((3 * signs) / 4);
  expect(value({ ...network, activation: tanh }, new Float64Array(3))).toBe(0);
});

describe.each([1, 2, 4])("ReLU at depth %i", (depth) => {
  const network = drawDenseNetwork({ psi: relu, d: 6, k: 9, depth, initialisation: "he" }, streams(2));
  const x = drawSphereInput(6, undefined, streams(2));

  test("f(cx) = c·f(x) to the last bit for c a power of two", () => {
    for (const c of [0.125, 2, 1024]) {
      const scaled = x.map((t) => c * t);
      expect(value(network, scaled)).toBe(c * value(network, x));
    }
  });
});

test("leaves the input and the network as they were", () => {
  const network = drawDenseNetwork({ psi: tanh, d: 3, k: 4, depth: 2 }, streams(3));
  const x = drawSphereInput(3, undefined, streams(3));
  const before = structuredClone([x, network.weights, network.coefficients]);
  expect(value(network, x)).toBe(value(network, x));
  expect([x, network.weights, network.coefficients]).toEqual(before);
});

test("an input of the wrong length is refused", () => {
  expect(() => value(byHand, new Float64Array(3))).toThrow(new RangeError("x has length 3; it must have length d = 2"));
});
