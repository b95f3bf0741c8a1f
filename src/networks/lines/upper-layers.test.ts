import { expect, test } from "vitest";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { dot } from "../dense-products.js";
import { completeSetting } from "../setting.js";
import { drawDenseLayer } from "./dense-layer.js";
import { drawCoefficients, drawUpper, forward, pulledBack } from "./upper-layers.js";

const streams = keyedStreams({ seed: "upper", sampler: "pinned", parameters: {} });
const setting = completeSetting({ psi: tanh, d: 3, k: [4, 2, 5], initialisation: "he" });

// Pinned to the last bit: an error bound that changes must be seen.
test.each([true, false])("layers above the first, to the last bit; all entries in memory: %s", (dense) => {
  const a = drawCoefficients(setting, streams(1));
  const upper = drawUpper(setting, dense, streams(1));
  const z = forward(setting, upper, Float64Array.of(0.5, -1, 2, 0));
  const b = pulledBack(setting, upper, z, a);
  expect(exactly({ a, z, b })).toMatchSnapshot();
  expect(z.map(({ length }) => length)).toEqual([4, 2, 5]);
  // By differences of f in z_1.
  const value = (first: Float64Array) => dot(a, forward(setting, upper, first)[2].map(Math.tanh)) / Math.sqrt(5);
  if (!dense) return;
  for (let i = 0; i < 4; i++) {
    const [up, down] = [1e-5, -1e-5].map((h) => value(z[0].map((t, j) => t + (j === i ? h : 0))));
    expect((up - down) / 2e-5).toBeCloseTo(b[i], 8);
  }
});

test("of vectors beyond doubles a deferred layer's products are not known", () => {
  const [first] = drawUpper(setting, false, streams(2));
  expect(first.product(Float64Array.of(1, Infinity, 0, 0))).toEqual(new Float64Array(2).fill(Number.NaN));
  expect(first.transposedProduct(Float64Array.of(Number.NaN, 1))).toEqual(new Float64Array(4).fill(Number.NaN));
  expect(first.product(Float64Array.of(1, 2, 0, 0)).every(Number.isFinite)).toBe(true);
});

test("Gaussian coefficients are of another law, and a dense layer is the matrix that its entries say", () => {
  const gaussian = completeSetting({ psi: tanh, d: 3, k: 6, coefficients: "gaussian" });
  expect(exactly(drawCoefficients(gaussian, streams(1)))).toMatchSnapshot();
  expect(drawCoefficients(completeSetting({ psi: tanh, d: 3, k: 6 }), streams(1)).every((t) => Math.abs(t) === 1)).toBe(
    true,
  );
  const { entries, product, transposedProduct } = drawDenseLayer(2, 3, 0.25, streams(3));
  expect(exactly(entries)).toMatchSnapshot();
  const v = Float64Array.of(1, -2, 3);
  expect(product(v)).toEqual(
    Float64Array.of(entries[0] - 2 * entries[1] + 3 * entries[2], entries[3] - 2 * entries[4] + 3 * entries[5]),
  );
  expect(transposedProduct(Float64Array.of(0, 2))).toEqual(entries.slice(3).map((t) => 2 * t));
});
