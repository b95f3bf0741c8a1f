import { expect, test } from "vitest";
import { exactly } from "../../numbers/testing/exactly.js";
import { jacobiEigenvalues } from "../testing/jacobi-eigenvalues.js";
import { tridiagonalExtreme } from "./tridiagonal-extreme.js";

const CASES: readonly (readonly [readonly number[], readonly number[]])[] = [
  [[3], []],
  [[-3], []],
  [[0, 0], [0]],
  [[1, 1], [0]],
  [[1, 2], [3]],
  [[-5, -4], [0.5]],
  [
    [1, 2, 3],
    [0, 0],
  ],
  [
    [5, 1, 2],
    [1e-9, 4],
  ],
  [
    [0, 0.25, 0, -0.5],
    [1, 1, 1],
  ],
  [
    [2, -7, 0.1, 4, 4],
    [-3, 0.2, 1e-3, -1],
  ],
  [[1e-140, 2e-140], [1e-140]],
  [
    [1e150, 2e150, -1e150],
    [1e149, 3e150],
  ],
];

// Pinned to the last bit: an error bound that changes must be seen.
test("the largest eigenvalue and its vector, to the last bit, and as Jacobi has it", () => {
  const found = CASES.map(([diagonal, off]) => tridiagonalExtreme(diagonal, off));
  expect(found.map(({ value, vector }) => exactly({ value, vector }))).toMatchSnapshot();
  for (const [c, [diagonal, off]] of CASES.entries()) {
    const n = diagonal.length;
    const scale = Math.max(...[...diagonal, ...off, 1e-300].map(Math.abs));
    const T = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      T[i * n + i] = diagonal[i] / scale;
      if (i + 1 < n) T[i * n + i + 1] = T[(i + 1) * n + i] = off[i] / scale;
    }
    const { value, vector } = found[c];
    expect(Math.abs(value / scale - jacobiEigenvalues(T, n)[n - 1])).toBeLessThan(1e-14);
    expect(Math.abs(Math.hypot(...vector) - 1)).toBeLessThan(1e-14);
    for (let i = 0; i < n; i++) {
      const image = vector.reduce((sum, t, j) => sum + T[i * n + j] * t, 0);
      // One of two equal eigenvalues may have any vector of theirs.
      expect(Math.abs(image - (value / scale) * vector[i])).toBeLessThan(1e-7);
    }
  }
});

test("of the path of n points: 2·cos(π/(n + 1))", () => {
  for (const n of [2, 3, 4, 9]) {
    const { value } = tridiagonalExtreme(new Float64Array(n), new Float64Array(n - 1).fill(1));
    expect(value).toBeCloseTo(2 * Math.cos(Math.PI / (n + 1)), 14);
  }
});
