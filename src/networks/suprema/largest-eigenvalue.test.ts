import { expect, test } from "vitest";
import { exactly } from "../../numbers/testing/exactly.js";
import { jacobiEigenvalues } from "../testing/jacobi-eigenvalues.js";
import { genericVector, largestEigenvalue } from "./largest-eigenvalue.js";
import { largestOf } from "./largest-of.js";

test("the largest entry in size", () => {
  expect(largestOf(new Float64Array(0))).toBe(0);
  expect(largestOf(Float64Array.of(1, -3, 2))).toBe(3);
  expect(largestOf(Float64Array.of(-1, 0.5))).toBe(1);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("a start that is orthogonal to nothing: between ½ and 3/2", () => {
  expect(exactly(genericVector(5))).toMatchSnapshot();
  expect(genericVector(0)).toHaveLength(0);
  for (const t of genericVector(100)) expect(Math.abs(t - 1)).toBeLessThanOrEqual(0.5);
});

const symmetric = (n: number, sign: number) =>
  Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return sign * Math.cos(0.3 + Math.min(i, j) * 1.1 + 2.3 * Math.max(i, j)) + (i === j ? sign * i : 0);
  });

test("the bound is above the largest eigenvalue by rounding alone, or it is the one that was known", () => {
  const rows: string[] = [];
  for (const n of [1, 2, 3, 5, 20])
    for (const sign of [1, -1]) {
      const S = symmetric(n, sign);
      const eigenvalues = jacobiEigenvalues(S, n);
      const top = eigenvalues[n - 1];
      const size = Math.max(top, -eigenvalues[0]);
      for (const known of [2 * size, size * (1 + 1e-6), 2 ** 500]) {
        const { upper, vector } = largestEigenvalue(S, n, known);
        rows.push(exactly({ n, sign, known, upper, vector }));
        expect(upper).toBeGreaterThanOrEqual(top - 1e-14 * size);
        expect(upper).toBeLessThan(top + 1e-9 * size);
      }
      // A bound below what the factorisation could prove is the better one.
      if (top > 0) expect(largestEigenvalue(S, n, top / 2).upper).toBe(top / 2);
    }
  expect(rows).toMatchSnapshot();
});

test("of a zero matrix what was known is said, without a look", () => {
  expect(largestEigenvalue(new Float64Array(4), 2, 7).upper).toBe(7);
  expect(largestEigenvalue(new Float64Array(4), 2, 0).upper).toBe(0);
});
