import { describe, expect, test } from "vitest";
import { fillNormal } from "../chance/normal.js";
import { keyedStreams } from "../chance/streams.js";
import { exactly } from "../numbers/testing/exactly.js";
import { dot, product, transposedProduct } from "./dense-products.js";
import { addWeightedGram } from "./dense-weighted-gram.js";

const random = keyedStreams({ seed: "products", sampler: "test", parameters: {} });

/** Random integers of about 50 bits: sums of their products are exact in BigInt and must round in doubles. */
function integers(length: number, draw: number): Float64Array {
  const out = new Float64Array(length);
  fillNormal(out, random(draw)("entries"));
  return out.map((t) => Math.round(t * 2 ** 50));
}

/** |computed − Σ terms| ≤ allowed · 2⁻⁵³ · Σ|terms|, decided in integers. */
function isClose(computed: number, terms: readonly bigint[], allowed: number): boolean {
  let [sum, size] = [0n, 0n];
  for (const term of terms) {
    sum += term;
    size += term < 0n ? -term : term;
  }
  const error = BigInt(computed) - sum;
  return (error < 0n ? -error : error) << 53n <= BigInt(Math.ceil(allowed * 1.001)) * size;
}

const big = (x: Float64Array) => Array.from(x, BigInt);
const SHAPES = [
  [1, 1],
  [1, 7],
  [5, 1],
  [3, 2],
  [6, 4],
  [9, 255],
  [4, 256],
  [2, 257],
  [258, 3],
  [1030, 5],
  [3, 1031],
] as const;

describe.each(SHAPES)("a %i × %i matrix", (rows, columns) => {
  const matrix = integers(rows * columns, 1);
  const entry = big(matrix);

  test("product is within its stated error of the exact product", () => {
    const x = integers(columns, 2);
    const out = new Float64Array(rows).fill(NaN);
    product(out, matrix, x);
    const exact = big(x);
    for (let i = 0; i < rows; i++) {
      const terms = exact.map((xj, j) => entry[i * columns + j] * xj);
      expect(isClose(out[i], terms, 70 + columns / 256)).toBe(true);
    }
  });

  test("transposedProduct is within its stated error of the exact product", () => {
    const y = integers(rows, 3);
    const out = new Float64Array(columns).fill(NaN);
    transposedProduct(out, matrix, y);
    const exact = big(y);
    for (let j = 0; j < columns; j++) {
      const terms = exact.map((yi, i) => entry[i * columns + j] * yi);
      expect(isClose(out[j], terms, 70 + rows / 256)).toBe(true);
    }
  });
});

describe.each(SHAPES.filter(([, columns]) => columns < 10))("a %i × %i weighted Gram matrix", (rows, columns) => {
  test("is added to the upper triangle within its stated error, and to nothing else", () => {
    const matrix = integers(rows * columns, 4);
    const weights = integers(rows, 5);
    const out = new Float64Array(columns * columns).fill(2 ** 100);
    addWeightedGram(out, matrix, weights);
    const [entry, c] = [big(matrix), big(weights)];
    for (let p = 0; p < columns; p++) {
      for (let q = 0; q < columns; q++) {
        if (q < p) expect(out[p * columns + q]).toBe(2 ** 100);
        else {
          const terms = c.map((ci, i) => ci * entry[i * columns + p] * entry[i * columns + q]);
          expect(isClose(out[p * columns + q], [2n ** 100n, ...terms], 7 + rows / 4)).toBe(true);
        }
      }
    }
  });
});

test("long sums keep the digits that a running sum loses", () => {
  const n = 1e6;
  const x = new Float64Array(n).fill(Math.round(0.1 * 2 ** 50));
  const ones = new Float64Array(n).fill(1);
  const terms = big(x);
  expect(isClose(dot(x, ones), terms, 70 + n / 256)).toBe(true);
  const running = x.reduce((sum, t) => sum + t, 0);
  expect(isClose(running, terms, 70 + n / 256)).toBe(false);
});

// Pinned to the last bit: an order of summation that changes must be seen.
test("products of all lengths around blocks and fours, to the last bit", () => {
  const vector = (n: number, at: number) => Float64Array.from({ length: n }, (_, i) => Math.sin(at + 3 * i));
  const rows: string[] = [];
  for (const n of [0, 1, 3, 4, 5, 8, 255, 256, 257, 260, 513]) {
    const M = vector(3 * n, 1);
    const [image, back, gram] = [new Float64Array(3), new Float64Array(3), new Float64Array(9).fill(1)];
    product(image, M, vector(n, 2));
    transposedProduct(back, M, vector(n, 4));
    addWeightedGram(gram, M, vector(n, 5));
    rows.push(`${n}: ${exactly([dot(vector(n, 6), vector(n, 7)), image, back, gram])}`);
  }
  expect(rows).toMatchSnapshot();
});
