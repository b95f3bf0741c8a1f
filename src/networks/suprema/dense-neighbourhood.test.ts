import { expect, test } from "vitest";
import { tanh } from "../../activations/tanh.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { drawAround } from "../testing/draw-around.js";
import { plantedAround } from "../testing/planted-around.js";
import { denseNeighbourhood } from "./dense-neighbourhood.js";

// Pinned to the last bit: an error bound that changes must be seen.
test("what is known of a network in memory, to the last bit", () => {
  const rows: string[] = [];
  for (const [d, k] of [
    [1, 1],
    [2, 5],
    [5, 2],
    [79, 3],
    [80, 3],
    [3, 81],
    [600, 2],
    [2, 700],
  ]) {
    const { around, network } = drawAround("tanh", d, k, "dense");
    const { x, preActivations, rounding, size, operatorNorm, rowNorms } = around;
    const image = around.product(x.map((t) => 2 * t));
    const back = around.transposedProduct(preActivations);
    rows.push(`${d} ${k}: ${exactly({ preActivations, rounding, size, operatorNorm: { ...operatorNorm } })}`);
    rows.push(exactly({ rowNorms, image, back }));
    const [W] = network.weights;
    expect(around.weights).toBe(W);
    expect(around.coefficients).toBe(network.coefficients);
    expect(size).toBeGreaterThanOrEqual(Math.hypot(...W) * (1 - 1e-15));
    expect(size).toBeLessThan(Math.hypot(...W) * (1 + 1e-12));
    for (let i = 0; i < k; i++) {
      const norm = Math.hypot(...W.subarray(i * d, (i + 1) * d));
      expect(rowNorms[i]).toBeGreaterThanOrEqual(norm * (1 - 1e-15));
      expect(rowNorms[i]).toBeLessThan(norm * (1 + 1e-12));
      // Products are right to the rounding that is stated.
      const exact = x.reduce((sum, t, j) => sum + t * W[i * d + j], 0);
      expect(Math.abs(preActivations[i] - exact)).toBeLessThan(2 * rounding * size * Math.hypot(...x) + 1e-14);
      expect(image[i]).toBe(2 * preActivations[i]);
    }
  }
  expect(rows).toMatchSnapshot();
});

test("norms are found once, when first asked for", () => {
  const around = plantedAround("tanh", [[3, 4]], [1], [1, 0]);
  expect(around.operatorNorm).toBe(around.operatorNorm);
  expect(around.rowNorms).toBe(around.rowNorms);
  expect(around.operatorNorm.upper).toBeCloseTo(5, 12);
});

test("deeper networks, and inputs of another length, are refused", () => {
  const { network, streams } = drawAround("tanh", 2, 3);
  expect(() => denseNeighbourhood(network, new Float64Array(3))).toThrow(
    new RangeError("x has length 3; it must have length d = 2"),
  );
  const deep = drawDenseNetwork({ psi: tanh, d: 2, k: 3, depth: 2 }, streams);
  expect(() => denseNeighbourhood(deep, new Float64Array(2))).toThrow(
    new RangeError("depth is 2; suprema over a ball are for one hidden layer"),
  );
});
