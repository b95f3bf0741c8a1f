import { describe, expect, test } from "vitest";
import { defineActivation } from "../activations/define-activation.js";
import { relu } from "../activations/relu.js";
import { softplus } from "../activations/softplus.js";
import { tanh } from "../activations/tanh.js";
import { keyedStreams } from "../chance/streams.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { hessian } from "./dense-hessian.js";
import { hessianProduct } from "./dense-hessian-product.js";
import { drawSphereInput } from "./dense-input.js";
import type { DenseNetwork } from "./dense-network.js";

// Against formulas and finite differences: dense-formulas.test.ts and dense-finite-differences.test.ts.
const streams = keyedStreams({ seed: "hessian", sampler: "dense-test", parameters: {} });
const square = defineActivation({
  id: "square",
  value: (t) => t * t,
  derivative: (t) => 2 * t,
  secondDerivative: () => 2,
});

test("an example worked out by hand", () => {
  const network: DenseNetwork = {
    activation: square,
    d: 2,
    k: 4,
    depth: 1,
    weights: [Float64Array.of(1, 2, -1, 1, 0, 3, 2, 0)],
    coefficients: Float64Array.of(1, -1, 1, -1),
  };
  // (2/√4) Σ ± w w^T = (1−1+0−4, 2+1+0−0; ·, 4−1+9−0), wherever x is.
  expect(hessian(network, Float64Array.of(5, -3))).toEqual(Float64Array.of(-4, 3, 3, 12));
  expect(hessianProduct(network, Float64Array.of(5, -3), Float64Array.of(1, 2))).toEqual(Float64Array.of(2, 27));
});

describe.each([tanh, softplus].map((activation) => [activation.id, activation] as const))("%s", (_, activation) => {
  describe.each([1, 2, 3, 5])("depth %i", (depth) => {
    test.each([
      { d: 1, k: 1 },
      { d: 7, k: 5 },
      { d: 4, k: 300 },
    ])("d = $d, k = $k: symmetric, and column by column what hessianProduct gives", ({ d, k }) => {
      const random = streams(depth);
      const network = drawDenseNetwork({ psi: activation, d, k, depth, initialisation: "he" }, random);
      const x = drawSphereInput(d, undefined, random);
      const matrix = hessian(network, x);
      const largest = Math.max(...matrix.map(Math.abs));
      expect(largest).toBeGreaterThan(1e-6);
      for (let q = 0; q < d; q++) {
        const axis = new Float64Array(d);
        axis[q] = 1;
        const column = hessianProduct(network, x, axis);
        for (let p = 0; p < d; p++) {
          expect(matrix[p * d + q]).toBe(matrix[q * d + p]);
          // Terms of size O(1) in both, a few hundred roundings in each.
          expect(Math.abs(column[p] - matrix[p * d + q])).toBeLessThan(1e-12);
        }
      }
    });
  });
});

test("hessianProduct is linear in v to the last bit for powers of two, and 0 at v = 0", () => {
  const network = drawDenseNetwork({ psi: softplus, d: 5, k: 6, depth: 3 }, streams(9));
  const x = drawSphereInput(5, undefined, streams(9));
  const v = drawSphereInput(5, 1, streams(10));
  const once = hessianProduct(network, x, v);
  const scaled = hessianProduct(
    network,
    x,
    v.map((t) => -4 * t),
  );
  expect(scaled).toEqual(once.map((t) => -4 * t));
  expect(hessianProduct(network, x, new Float64Array(5)).every((t) => t === 0)).toBe(true);
});

test("at x = 0 the Hessian of an odd activation is 0", () => {
  const network = drawDenseNetwork({ psi: tanh, d: 3, k: 4, depth: 2 }, streams(11));
  expect(hessian(network, new Float64Array(3)).every((t) => t === 0)).toBe(true);
});

describe("refused", () => {
  const network = drawDenseNetwork({ psi: tanh, d: 2, k: 4 }, streams(12));
  const x = Float64Array.of(1, 1);

  test("vectors of the wrong length, by name", () => {
    const message = (name: string) => `${name} has length 3; it must have length d = 2`;
    const long = new Float64Array(3);
    expect(() => hessian(network, long)).toThrow(new RangeError(message("x")));
    expect(() => hessianProduct(network, long, x)).toThrow(new RangeError(message("x")));
    expect(() => hessianProduct(network, x, long)).toThrow(new RangeError(message("v")));
  });

  test("an activation without a second derivative", () => {
    const kinked = { ...network, activation: relu };
    const message = "activation is relu; for a Hessian it must have a second derivative";
    expect(() => hessian(kinked, x)).toThrow(new RangeError(message));
    expect(() => hessianProduct(kinked, x, x)).toThrow(new RangeError(message));
  });
});
