import { describe, expect, test } from "vitest";
import { relu } from "../activations/relu.js";
import { softplus } from "../activations/softplus.js";
import { tanh } from "../activations/tanh.js";
import { keyedStreams } from "../chance/streams.js";
import { deferredGradient } from "./deferred-gradient.js";
import { drawDeferredNetwork } from "./deferred-network.js";
import { deferredValue } from "./deferred-value.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { gradient } from "./dense-gradient.js";
import { drawSphereInput } from "./dense-input.js";
import { dot } from "./dense-products.js";
import { value } from "./dense-value.js";
import type { NetworkSetting } from "./setting.js";

const streams = keyedStreams({ seed: "deferred", sampler: "network-test", parameters: {} });
const SHAPES: readonly NetworkSetting[] = [
  { psi: tanh, d: 7, k: 9 },
  { psi: relu, d: 12, k: 5, depth: 3, initialisation: "he" },
  { psi: softplus, d: 1, k: 6, depth: 2, coefficients: "gaussian" },
  { psi: tanh, d: 40, k: 30, depth: 4, initialisation: "he" },
];

function along(x: Float64Array, step: number, v: Float64Array): Float64Array {
  return x.map((t, i) => t + step * v[i]);
}

describe.each(SHAPES)("$activation.id, d = $d, k = $k, L = $depth", (shape) => {
  const network = drawDeferredNetwork(shape, streams(0));
  const x = drawSphereInput(shape.d, undefined, streams(1));

  test("the gradient is that of the value, by central differences", () => {
    const found = deferredGradient(network, x);
    for (let direction = 0; direction < 5; direction++) {
      const v = drawSphereInput(shape.d, 1, streams(2 + direction));
      const step = 1e-5;
      const slope =
        (deferredValue(network, along(x, step, v)) - deferredValue(network, along(x, -step, v))) / (2 * step);
      expect(Math.abs(dot(found, v) - slope)).toBeLessThan(1e-8);
    }
  });

  test("30 points, each a step of ascent from the one before, keep their values and gradients", () => {
    const points = [x];
    const values = [deferredValue(network, x)];
    const gradients = [deferredGradient(network, x)];
    for (let step = 0; step < 30; step++) {
      const next = along(points[step], 0.3, gradients[step]);
      points.push(next);
      values.push(deferredValue(network, next));
      gradients.push(deferredGradient(network, next));
    }
    for (const [i, point] of points.entries()) {
      expect(Math.abs(deferredValue(network, point) - values[i])).toBeLessThan(1e-12);
      const again = along(deferredGradient(network, point), -1, gradients[i]);
      expect(Math.sqrt(dot(again, again))).toBeLessThan(1e-12);
    }
  });

  test("is the dense network whose weights are its products with unit vectors", () => {
    const weights = network.layers.map((layer) => {
      const matrix = new Float64Array(layer.rows * layer.columns);
      for (let j = 0; j < layer.columns; j++) {
        const unit = new Float64Array(layer.columns);
        unit[j] = 1;
        const column = layer.product(unit);
        for (let i = 0; i < layer.rows; i++) matrix[i * layer.columns + j] = column[i];
      }
      return matrix;
    });
    const dense = { ...drawDenseNetwork(shape, streams(9)), weights, coefficients: network.coefficients };
    expect(Math.abs(value(dense, x) - deferredValue(network, x))).toBeLessThan(1e-12);
    const difference = along(gradient(dense, x), -1, deferredGradient(network, x));
    expect(Math.sqrt(dot(difference, difference))).toBeLessThan(1e-12);
  });
});

test("the coefficients are those of a dense network with the same streams", () => {
  for (const coefficients of ["rademacher", "gaussian"] as const) {
    const shape = { psi: tanh, d: 3, k: 50, coefficients };
    const dense = drawDenseNetwork(shape, streams(0));
    expect(drawDeferredNetwork(shape, streams(0)).coefficients).toEqual(dense.coefficients);
  }
});

test("x = 0 and inputs of the wrong length", () => {
  const network = drawDeferredNetwork({ psi: tanh, d: 3, k: 4, depth: 2 }, streams(0));
  expect(deferredValue(network, new Float64Array(3))).toBe(0);
  const message = "x has length 2; it must have length d = 3";
  expect(() => deferredValue(network, new Float64Array(2))).toThrow(new RangeError(message));
  expect(() => deferredGradient(network, new Float64Array(2))).toThrow(new RangeError(message));
});
