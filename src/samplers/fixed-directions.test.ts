import { describe, expect, test } from "vitest";
import { resolveActivation } from "../activations/resolve-activation.js";
import { keyedStreams } from "../chance/streams.js";
import { drawDenseNetwork } from "../networks/dense-draw.js";
import { dot } from "../networks/dense-products.js";
import { dimensionsOf } from "./directions.js";
import { fixedDirections } from "./fixed-directions.js";

/** e and v in the coordinates where x = √d·(1, 0, 0, …). */
const VECTORS: Readonly<Record<string, readonly [e: readonly number[], v: readonly number[]]>> = {
  radial: [
    [1, 0, 0],
    [1, 0, 0],
  ],
  tangent: [
    [0, 1, 0],
    [0, 1, 0],
  ],
  "radial, v across": [
    [1, 0, 0],
    [0, 1, 0],
  ],
  "tangent, v radial": [
    [0, 1, 0],
    [1, 0, 0],
  ],
  diagonal: [
    [Math.SQRT1_2, Math.SQRT1_2, 0],
    [Math.SQRT1_2, Math.SQRT1_2, 0],
  ],
  "tangent, v across": [
    [0, 1, 0],
    [0, 0, 1],
  ],
};

const D = 5;
const K = 40_000;
const padded = (v: readonly number[]) => Float64Array.from({ length: D }, (_, i) => v[i] ?? 0);

/** Mixed second and fourth moments of the triples, which tell their joint law's covariance. */
function moments(x: Float64Array, e: Float64Array, v: Float64Array): number[] {
  const products = (f: (i: number) => number) =>
    Array.from({ length: x.length }, (_, i) => f(i)).reduce((s, t) => s + t, 0) / x.length;
  return [
    products((i) => x[i] * x[i]),
    products((i) => x[i] * e[i]),
    products((i) => x[i] * v[i]),
    products((i) => e[i] * v[i]),
    products((i) => e[i] * e[i]),
    products((i) => v[i] * v[i]),
    products((i) => (x[i] * e[i]) ** 2),
  ];
}

describe.each(Object.entries(VECTORS))("%s", (directions, [e, v]) => {
  test("has the law that dense weights give these vectors", () => {
    const streams = keyedStreams({ seed: "fixed directions", sampler: "test", parameters: { directions } });
    const drawn = fixedDirections.draw({ d: D, k: K, directions }, streams(0));
    const { weights } = drawDenseNetwork({ psi: resolveActivation("tanh"), d: D, k: K }, streams(1));
    const rows = Array.from({ length: K }, (_, i) => weights[0].subarray(i * D, (i + 1) * D));
    const image = (u: Float64Array) => Float64Array.from(rows, (row) => dot(row, u));
    const dense = [padded([Math.sqrt(D), 0, 0]), padded(e), padded(v)].map(image);
    const [first, second] = [moments(drawn.x, drawn.delta, drawn.v), moments(dense[0], dense[1], dense[2])];
    // Eight standard errors of a difference of two means of products of standard normals (variance at most 96 for the
    // last and 8 for the others, over powers of d): false alarms below 1e-13 in all.
    first.forEach((value, i) => {
      const spread = Math.sqrt((2 * (i === 6 ? 105 : 9)) / K) / Math.sqrt(D) ** (i === 0 ? 0 : i < 3 ? 1 : 2);
      expect(Math.abs(value - second[i])).toBeLessThan(8 * spread);
    });
    expect(drawn.coefficients.every((a) => Math.abs(a) === 1)).toBe(true);
  });

  test("asks for the dimensions it takes", () => {
    const streams = keyedStreams({ seed: "fixed directions", sampler: "test", parameters: {} })(0);
    const d = dimensionsOf(directions);
    expect(fixedDirections.draw({ d, k: 3, directions }, streams).x.length).toBe(3);
    if (d > 1)
      expect(() => fixedDirections.draw({ d: d - 1, k: 3, directions }, streams)).toThrow(
        `d is ${d - 1}; it must be at least ${d}`,
      );
  });
});

test("an unknown configuration is named", () => {
  expect(() => dimensionsOf("sideways")).toThrow('directions is "sideways"; it must be one of radial, tangent');
});

test("a mutant with the wrong covariance is caught: v across for v along δ", () => {
  const streams = keyedStreams({ seed: "fixed directions", sampler: "test", parameters: {} });
  const [along, across] = ["tangent", "tangent, v across"].map((directions, i) => {
    const { x, delta, v } = fixedDirections.draw({ d: D, k: K, directions }, streams(i));
    return moments(x, delta, v)[3];
  });
  expect(Math.abs(along - across)).toBeGreaterThan((8 * Math.sqrt(18 / K)) / D);
});
