import { describe, expect, test } from "vitest";
import { fillNormal } from "../chance/normal.js";
import { keyedStreams } from "../chance/streams.js";
import { exactly } from "../numbers/testing/exactly.js";
import { deferredMatrix } from "./deferred-matrix.js";
import { orthogonalise } from "./deferred-orthogonalise.js";
import { dot } from "./dense-products.js";

const streams = keyedStreams({ seed: "deferred", sampler: "deferred-test", parameters: {} });

function normalVector(length: number, name: string): Float64Array {
  const v = new Float64Array(length);
  fillNormal(v, streams(0)(name));
  return v;
}

const norm = (v: Float64Array) => Math.sqrt(dot(v, v));
const combine = (...terms: readonly (readonly [number, Float64Array])[]) =>
  terms[0][1].map((_, i) => terms.reduce((sum, [c, v]) => sum + c * v[i], 0));

/** |u·(Wv) − (W^T u)·v| beside ‖u‖‖v‖, the largest of all pairs. */
function inconsistency(rights: readonly Float64Array[][], lefts: readonly Float64Array[][]): number {
  let worst = 0;
  for (const [v, image] of rights)
    for (const [u, back] of lefts)
      worst = Math.max(worst, Math.abs(dot(u, image) - dot(back, v)) / (norm(u) * norm(v)));
  return worst;
}

describe("300 queries, each chosen by what came before", () => {
  const [m, n] = [500, 400];
  const matrix = deferredMatrix(m, n, 1 / n, streams(1));
  const rights: Float64Array[][] = [];
  const lefts: Float64Array[][] = [];
  let v = normalVector(n, "v");
  for (let query = 0; query < 150; query++) {
    const image = matrix.product(v);
    rights.push([v, image]);
    // A left vector from the product; every third hardly differs from one that was asked before.
    const before = lefts.at(query % 7);
    const u = query % 3 === 2 && before ? combine([1, before[0]], [10 ** -(query % 14), image]) : image.map(Math.tanh);
    const back = matrix.transposedProduct(u);
    lefts.push([u, back]);
    v = query % 5 === 4 ? combine([1, rights[query >> 1][0]], [10 ** -(query % 16), back]) : back.map((t) => t * t - t);
  }

  test("u·(Wv) = (W^T u)·v to 1e-12 for all pairs", () => {
    expect(inconsistency(rights, lefts)).toBeLessThan(1e-12);
  });

  test("is linear to 1e-12, and what depends on earlier vectors draws nothing", () => {
    const ranks = matrix.ranks;
    for (let trial = 0; trial < 20; trial++) {
      const [first, second] = [rights[(7 * trial) % 150], rights[(11 * trial + 3) % 150]];
      const both = matrix.product(combine([2, first[0]], [-0.3, second[0]]));
      const expected = combine([2, first[1]], [-0.3, second[1]]);
      expect(norm(combine([1, both], [-1, expected])) / (norm(first[0]) + norm(second[0]))).toBeLessThan(1e-12);
    }
    expect(matrix.ranks).toEqual(ranks);
  });

  test("kept all vectors as independent that were not made to be near another", () => {
    expect(matrix.ranks[0]).toBeGreaterThanOrEqual(120);
    expect(matrix.ranks[1]).toBeGreaterThanOrEqual(100);
  });
});

test("a basis from near-dependent vectors is orthonormal to 1e-14", () => {
  const n = 60;
  const basis: Float64Array[] = [];
  for (let i = 0; i < 45; i++) {
    const v = normalVector(n, `near ${i}`);
    const near = i % 3 === 0 ? v : combine([1, basis[(5 * i) % basis.length]], [1e-12, v]);
    const coefficients = new Float64Array(basis.length);
    const copy = near.slice();
    const rest = orthogonalise(copy, basis, coefficients);
    expect(rest).toBeGreaterThan(0);
    const terms = basis.map((e, j) => [coefficients[j], e] as const);
    const back = combine(...terms, [rest, copy]);
    expect(norm(combine([1, back], [-1, near]))).toBeLessThan(1e-14 * norm(near));
    basis.push(copy);
  }
  let defect = 0;
  for (const [i, e] of basis.entries())
    for (let j = 0; j <= i; j++) defect = Math.max(defect, Math.abs(dot(e, basis[j]) - (i === j ? 1 : 0)));
  expect(defect).toBeLessThan(1e-14);
});

describe.each([
  [1, 1],
  [1, 6],
  [6, 1],
  [2, 2],
  [5, 9],
  [9, 5],
])("%i × %i, asked until nothing is left to draw", (m, n) => {
  test.each(["rights first", "lefts first", "in turn"])("%s, it is one fixed matrix", (order) => {
    const asked: string[] = [];
    const matrix = deferredMatrix(m, n, 1, (name) => {
      asked.push(name);
      return streams(2)(name);
    });
    const rights: Float64Array[][] = [];
    const lefts: Float64Array[][] = [];
    const right = (i: number) => {
      const v = normalVector(n, `right ${i}`);
      rights.push([v, matrix.product(v)]);
    };
    const left = (i: number) => {
      const u = normalVector(m, `left ${i}`);
      lefts.push([u, matrix.transposedProduct(u)]);
    };
    const count = 2 * Math.max(m, n) + 3;
    if (order === "lefts first") for (let i = 0; i < count; i++) left(i);
    for (let i = 0; i < count; i++) {
      right(i);
      if (order === "in turn") left(i);
    }
    if (order === "rights first") for (let i = 0; i < count; i++) left(i);
    expect(matrix.ranks[0]).toBe(n);
    expect(matrix.ranks[1]).toBe(m);
    // Once min(m, n) directions of one side are known the rest follows from them.
    expect(asked.length).toBeLessThanOrEqual(order === "in turn" ? m + n : Math.min(m, n) + Math.max(m, n));
    expect(inconsistency(rights, lefts)).toBeLessThan(1e-12);
    // Entry (i, j) by products with unit vectors from either side.
    const unit = (length: number, at: number) => Float64Array.from({ length }, (_, i) => (i === at ? 1 : 0));
    for (let j = 0; j < n; j++) {
      const column = matrix.product(unit(n, j));
      for (let i = 0; i < m; i++)
        expect(Math.abs(column[i] - matrix.transposedProduct(unit(m, i))[j])).toBeLessThan(1e-12);
    }
  });
});

test("a repeated query, a multiple and 0 draw nothing and agree", () => {
  const matrix = deferredMatrix(30, 20, 2, streams(3));
  const v = normalVector(20, "repeat");
  const image = matrix.product(v);
  for (const c of [1, -3, 1e-200, 1e200, 5e-324 / 1e-310]) {
    const again = matrix.product(v.map((t) => c * t));
    expect(norm(combine([1 / c, again], [-1, image]))).toBeLessThan(1e-13 * norm(image));
  }
  expect(matrix.product(new Float64Array(20))).toEqual(new Float64Array(30));
  expect(matrix.transposedProduct(new Float64Array(30))).toEqual(new Float64Array(20));
  expect(matrix.ranks).toEqual([1, 0]);
});

test("entries at either end of the doubles", () => {
  const matrix = deferredMatrix(3, 2, 1, streams(4));
  const image = matrix.product(Float64Array.of(1e300, -1e300));
  const tiny = matrix.product(Float64Array.of(1e-300, -1e-300));
  for (let i = 0; i < 3; i++) expect(Math.abs((tiny[i] * 1e300) / (image[i] / 1e300) - 1)).toBeLessThan(1e-13);
  expect(matrix.product(Float64Array.of(2 ** -1074, 0)).every(Number.isFinite)).toBe(true);
  expect(matrix.product(Float64Array.of(Number.MAX_VALUE, 0)).some(Number.isNaN)).toBe(false);
});

test("what one side draws does not depend on when the other was asked, nor on repetitions", () => {
  const [v, w, u] = [normalVector(9, "v0"), normalVector(9, "w0"), normalVector(8, "u0")];
  const plain = deferredMatrix(8, 9, 1, streams(5));
  const first = plain.product(v);
  const other = deferredMatrix(8, 9, 1, streams(5));
  other.product(new Float64Array(9));
  expect(other.product(v)).toEqual(first);
  other.product(v);
  expect(other.product(w)).toEqual(plain.product(w));
  expect(other.transposedProduct(u)).toEqual(plain.transposedProduct(u));
});

test("variance 0 is the zero matrix", () => {
  expect(deferredMatrix(3, 4, 0, streams(6)).product(normalVector(4, "z"))).toEqual(new Float64Array(3));
});

test("what is out of range is refused by name", () => {
  const random = streams(7);
  expect(() => deferredMatrix(0, 1, 1, random)).toThrow(new RangeError("m is 0; it must be an integer in [1, 2^31]"));
  expect(() => deferredMatrix(1, 1.5, 1, random)).toThrow(
    new RangeError("n is 1.5; it must be an integer in [1, 2^31]"),
  );
  expect(() => deferredMatrix(1, 1, -1, random)).toThrow(new RangeError("variance is -1; it must be finite and ≥ 0"));
  const matrix = deferredMatrix(2, 3, 1, random);
  expect(() => matrix.product(new Float64Array(2))).toThrow(new RangeError("v has length 2; it must have length 3"));
  expect(() => matrix.transposedProduct(new Float64Array(3))).toThrow(
    new RangeError("u has length 3; it must have length 2"),
  );
  expect(() => matrix.product(Float64Array.of(0, Number.NaN, 0))).toThrow(
    new RangeError("v[1] is NaN; it must be finite"),
  );
});

// Pinned to the last bit: a draw that changes must be seen.
test("products of matrices of all shapes, to the last bit, from tiny vectors to huge ones", () => {
  const rows: string[] = [];
  for (const [m, n] of [
    [1, 1],
    [1, 4],
    [4, 1],
    [3, 5],
    [20, 20],
  ])
    for (const size of [1, 1e-300, 1e300]) {
      const W = deferredMatrix(
        m,
        n,
        0.25,
        keyedStreams({ seed: "pinned", sampler: "deferred", parameters: { m, n } })(0),
      );
      const v = (at: number) => Float64Array.from({ length: n }, (_, i) => size * Math.sin(at + 2 * i));
      const u = (at: number) => Float64Array.from({ length: m }, (_, i) => size * Math.cos(at + 3 * i));
      const seen = [
        W.product(v(0)),
        W.transposedProduct(u(0)),
        W.product(v(1)),
        W.product(v(0)),
        W.transposedProduct(u(1)),
      ];
      rows.push(`${m} ${n} ${size}: ${exactly([...seen, W.ranks])}`);
      expect([W.rows, W.columns]).toEqual([m, n]);
      for (let i = 0; i < m; i++) expect(Math.abs(seen[3][i] - seen[0][i]) / size).toBeLessThan(1e-13);
    }
  expect(rows).toMatchSnapshot();
});

test("what is out of range is refused in full", () => {
  const random = keyedStreams({ seed: "refused", sampler: "deferred", parameters: {} })(0);
  const range = "it must be an integer in [1, 2^31]";
  for (const [m, n, variance, message] of [
    [0, 1, 1, `m is 0; ${range}`],
    [1.5, 1, 1, `m is 1.5; ${range}`],
    [1, 2 ** 31 + 1, 1, `n is 2147483649; ${range}`],
    [1, 1, -1, "variance is -1; it must be finite and ≥ 0"],
    [1, 1, Infinity, "variance is Infinity; it must be finite and ≥ 0"],
  ] as const)
    expect(() => deferredMatrix(m, n, variance, random)).toThrow(new RangeError(message));
  const W = deferredMatrix(2, 3, 1, random);
  expect(() => W.product(new Float64Array(2))).toThrow(new RangeError("v has length 2; it must have length 3"));
  expect(() => W.transposedProduct(new Float64Array(3))).toThrow(
    new RangeError("u has length 3; it must have length 2"),
  );
  expect(() => W.product(Float64Array.of(0, Number.NaN, 1))).toThrow(new RangeError("v[1] is NaN; it must be finite"));
  expect(W.ranks).toEqual([0, 0]);
});
