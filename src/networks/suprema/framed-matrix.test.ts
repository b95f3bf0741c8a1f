import { describe, expect, test } from "vitest";
import { fillNormal } from "../../chance/normal.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { dot, product, transposedProduct } from "../dense-products.js";
import { framedMatrix } from "./framed-matrix.js";

const streams = keyedStreams({ seed: "framed matrix", sampler: "test", parameters: {} });
const DRAWS = 3000;

interface Products {
  readonly product: (v: Float64Array) => Float64Array;
  readonly transposedProduct: (s: Float64Array) => Float64Array;
}

function dense(k: number, d: number, draw: number): Products {
  const W = new Float64Array(k * d);
  fillNormal(W, streams(draw)(`dense ${k} ${d}`));
  for (let i = 0; i < W.length; i++) W[i] /= Math.sqrt(d);
  const into = (out: Float64Array, f: (out: Float64Array) => void) => {
    f(out);
    return out;
  };
  return {
    product: (v) => into(new Float64Array(k), (out) => product(out, W, v)),
    transposedProduct: (s) => into(new Float64Array(d), (out) => transposedProduct(out, W, s)),
  };
}

/** Inner products of what an attack sees: vectors chosen one after the other, each a function of those before. */
function statistics({ product: times, transposedProduct: back }: Products, length: number): number[] {
  const e = new Float64Array(length);
  e[0] = 1;
  const u = times(e);
  const g = back(u.map(Math.tanh));
  const p = times(g);
  const h = back(p.map((t, i) => t * Math.sin(5 * u[i])));
  const sum = g.map((t, i) => t + h[i]);
  const q = times(sum);
  return [dot(g, g), g[0], dot(p, u), dot(p, p), dot(h, g), dot(h, h), h[0], dot(q, p), dot(q, q) - dot(sum, sum)];
}

describe.each([
  [3, 2],
  [2, 5],
  [6, 40],
  [12, 4],
])("%i × %i", (k, d) => {
  test("has the joint law of products with dense weights", () => {
    const sums = [0, 1].map(() => ({ mean: new Float64Array(9), square: new Float64Array(9) }));
    for (let draw = 0; draw < DRAWS; draw++)
      [framedMatrix(k, d, 16, streams(draw)), dense(k, d, draw)].forEach((W, i) => {
        for (const [n, value] of statistics(W, Math.min(d, i === 0 ? 16 : d)).entries()) {
          sums[i].mean[n] += value / DRAWS;
          sums[i].square[n] += value ** 2 / DRAWS;
        }
      });
    for (let n = 0; n < 9; n++) {
      const variances = sums.map(({ mean, square }) => square[n] - mean[n] ** 2);
      // Seven and a half standard errors, nine statistics, four shapes: false alarms below 1e-11 in all, for near-normal means.
      expect(Math.abs(sums[0].mean[n] - sums[1].mean[n])).toBeLessThan(
        7.5 * Math.sqrt((variances[0] + variances[1]) / DRAWS) + 1e-12,
      );
    }
  });

  test("is one matrix: linear, and each side the adjoint of the other", () => {
    const W = framedMatrix(k, d, 16, streams(7));
    const length = Math.min(d, 16);
    const s = Float64Array.from({ length: k }, (_, i) => Math.cos(i));
    const v = W.transposedProduct(s);
    const image = W.product(v);
    expect(Math.abs(dot(image, s) - dot(v, v))).toBeLessThan(1e-12 * (1 + dot(v, v)));
    const [twice, again] = [W.product(v.map((t) => 2 * t)), W.transposedProduct(s.map((t) => t / 3))];
    for (let i = 0; i < k; i++) expect(Math.abs(twice[i] - 2 * image[i])).toBeLessThan(1e-12);
    for (let j = 0; j < length; j++) expect(Math.abs(3 * again[j] - v[j])).toBeLessThan(1e-12);
  });
});

test("a mutant with χ² of d degrees for d − r is caught", () => {
  // At d = 1 nothing is left across the one direction that Wx has shown.
  const W = framedMatrix(4, 1, 16, streams(0));
  const u = W.product(Float64Array.of(1));
  expect(Math.abs(W.transposedProduct(u)[0] - dot(u, u))).toBeLessThan(1e-14);
});

test("a frame that is full says so", () => {
  const W = framedMatrix(20, 1000, 3, streams(0));
  const unit = (i: number) => Float64Array.from({ length: 20 }, (_, j) => (i === j ? 1 : 0));
  for (let i = 0; i < 3; i++) W.transposedProduct(unit(i));
  expect(() => W.transposedProduct(unit(3))).toThrow(
    "capacity is 3; it must be more than the number of independent products",
  );
});

// Pinned to the last bit: an error bound that changes must be seen.
test("products, to the last bit, and zero vectors that draw nothing", () => {
  const rows: string[] = [];
  for (const [k, d, capacity] of [
    [1, 1, 4],
    [2, 3, 4],
    [3, 2, 64],
    [5, 2 ** 53, 8],
  ]) {
    const random = keyedStreams({ seed: "framed", sampler: "pinned", parameters: { k, d } })(0);
    const W = framedMatrix(k, d, capacity, random);
    const n = Math.min(d, capacity);
    expect(W.transposedProduct(new Float64Array(k))).toEqual(new Float64Array(n));
    expect(W.product(new Float64Array(n))).toEqual(new Float64Array(k));
    for (let i = 0; i < 3; i++) {
      const back = W.transposedProduct(Float64Array.from({ length: k }, (_, j) => 1e6 * Math.cos(i + 2 * j)));
      rows.push(`${k} ${d} ${i}: ${exactly([back, W.product(back)])}`);
    }
    rows.push(exactly(W.product(Float64Array.from({ length: n }, (_, j) => Math.sin(j)))));
  }
  expect(rows).toMatchSnapshot();
});

test("a frame that is full says so in these words", () => {
  const random = keyedStreams({ seed: "framed", sampler: "full", parameters: {} })(0);
  const W = framedMatrix(5, 100, 2, random);
  const unit = (i: number) => Float64Array.from({ length: 5 }, (_, j) => Number(i === j));
  W.transposedProduct(unit(0));
  W.transposedProduct(unit(1));
  W.transposedProduct(unit(1));
  expect(() => W.transposedProduct(unit(2))).toThrow(
    new RangeError("capacity is 2; it must be more than the number of independent products"),
  );
});
