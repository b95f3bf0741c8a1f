import { describe, expect, test } from "vitest";
import { relu } from "../activations/relu.js";
import { tanh } from "../activations/tanh.js";
import { keyedStreams } from "../chance/streams.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { gradient } from "./dense-gradient.js";
import { drawSphereInput } from "./dense-input.js";
import { value } from "./dense-value.js";

// Against formulas and finite differences: dense-formulas.test.ts and dense-finite-differences.test.ts.
const streams = keyedStreams({ seed: "gradient", sampler: "dense-test", parameters: {} });

test("one neuron in one dimension: aψ'(wx)w", () => {
  const network = drawDenseNetwork({ psi: tanh, d: 1, k: 1, coefficients: "gaussian" }, streams(0));
  const [w, a] = [network.weights[0][0], network.coefficients[0]];
  expect(gradient(network, Float64Array.of(0.7))).toEqual(Float64Array.of(a * tanh.derivative(w * 0.7) * w));
});

test("at x = 0, tanh has the gradient W^T a/√k and ReLU, with ψ'(0) = 0, has 0", () => {
  const network = drawDenseNetwork({ psi: tanh, d: 3, k: 4 }, streams(1));
  const { weights, coefficients } = network;
  const origin = new Float64Array(3);
  // ψ'(0) = 1, a = ±1 and √4 are exact; the four terms of a sum may be added in any order: 3 roundings.
  gradient(network, origin).forEach((found, j) => {
    const terms = Array.from(coefficients, (a, i) => (a * weights[0][i * 3 + j]) / 2);
    const size = terms.reduce((sum, t) => sum + Math.abs(t), 0);
    expect(Math.abs(found - terms.reduce((sum, t) => sum + t, 0))).toBeLessThanOrEqual(6 * 2 ** -53 * size);
  });
  expect(gradient({ ...network, activation: relu }, origin).every((t) => t === 0)).toBe(true);
});

describe.each([1, 2, 4])("ReLU at depth %i", (depth) => {
  const network = drawDenseNetwork({ psi: relu, d: 6, k: 9, depth, initialisation: "he" }, streams(2));
  const x = drawSphereInput(6, undefined, streams(2));

  test("∇f(x)·x = f(x) (Euler), and ∇f does not change along the ray", () => {
    const slopes = gradient(network, x);
    const f = value(network, x);
    expect(f).not.toBe(0);
    // Two ways round the same sum of products, each with fewer than 100 roundings of terms of size O(1).
    expect(Math.abs(slopes.reduce((sum, t, i) => sum + t * x[i], 0) - f)).toBeLessThan(1e-13);
    const further = x.map((t) => 8 * t);
    expect(gradient(network, further)).toEqual(slopes);
  });
});

test("an input of the wrong length is refused", () => {
  const network = drawDenseNetwork({ psi: relu, d: 2, k: 4 }, streams(3));
  const message = "x has length 1; it must have length d = 2";
  expect(() => gradient(network, new Float64Array(1))).toThrow(new RangeError(message));
});
