import { describe, expect, test } from "vitest";
import { fillNormal } from "../../chance/normal.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { jacobiEigenvalues } from "../testing/jacobi-eigenvalues.js";
import { gaussianNormBound, gaussianRowBound } from "./gaussian-norm-bound.js";
import { operatorNorm } from "./operator-norm.js";
import { shortfall } from "./positive-definite.js";

const streams = keyedStreams({ seed: "operator norm", sampler: "test", parameters: {} });

function gaussian(rows: number, columns: number, draw = 0): Float64Array {
  const matrix = new Float64Array(rows * columns);
  fillNormal(matrix, streams(draw)(`${rows}x${columns}`));
  return matrix;
}

function gram(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(columns * columns);
  for (let i = 0; i < rows; i++)
    for (let p = 0; p < columns; p++)
      for (let q = 0; q < columns; q++) out[p * columns + q] += matrix[i * columns + p] * matrix[i * columns + q];
  return out;
}

/** Holds the truth, known to a relative 1e-12, and is about as narrow. */
function expectNarrow({ lower, upper }: { lower: number; upper: number }, truth: number, width = 1e-9): void {
  expect(lower).toBeLessThanOrEqual(truth * (1 + 1e-12));
  expect(upper).toBeGreaterThanOrEqual(truth * (1 - 1e-12));
  expect(lower).toBeGreaterThan(truth * (1 - width));
  expect(upper).toBeLessThan(truth * (1 + width));
}

describe("operatorNorm", () => {
  test.each([
    [1, 1],
    [1, 7],
    [7, 1],
    [5, 30],
    [30, 5],
    [25, 25],
    [60, 40],
  ])("agrees with Jacobi's eigenvalues of MᵀM for a Gaussian matrix, %i × %i", (rows, columns) => {
    const matrix = gaussian(rows, columns);
    const truth = Math.sqrt(jacobiEigenvalues(gram(matrix, rows, columns), columns).at(-1) ?? 0);
    expectNarrow(operatorNorm(matrix, rows, columns), truth);
  });

  test.each([1e-300, 2 ** -1070, 1e-160, 1, 1e160, 1e300])("is homogeneous at scale %s", (scale) => {
    const matrix = gaussian(12, 9);
    const { upper } = operatorNorm(matrix, 12, 9);
    const scaled = operatorNorm(
      matrix.map((t) => t * scale),
      12,
      9,
    );
    const precision = scale < 1e-307 ? 0.5 : 1e-9;
    expectNarrow(scaled, upper * scale, precision);
  });

  test("has mixed scales: one entry 1e300 beside entries 1e-300", () => {
    const matrix = gaussian(6, 4).map((t) => t * 1e-300);
    matrix[5] = 1e300;
    expectNarrow(operatorNorm(matrix, 6, 4), 1e300);
  });

  test("orthogonal, rank one, repeated singular values, zero", () => {
    // A reflection I − 2vvᵀ.
    const n = 40;
    const v = gaussian(n, 1);
    const square = v.reduce((sum, t) => sum + t * t, 0);
    const reflection = Float64Array.from({ length: n * n }, (_, i) => {
      const [row, column] = [Math.floor(i / n), i % n];
      return (row === column ? 3 : 0) - (6 * v[row] * v[column]) / square;
    });
    expectNarrow(operatorNorm(reflection, n, n), 3);
    const [p, q] = [gaussian(30, 1, 1), gaussian(20, 1, 2)];
    const rankOne = Float64Array.from({ length: 600 }, (_, i) => p[Math.floor(i / 20)] * q[i % 20]);
    const size = (u: Float64Array) => Math.hypot(...u);
    expectNarrow(operatorNorm(rankOne, 30, 20), size(p) * size(q));
    expect(operatorNorm(new Float64Array(6), 2, 3)).toEqual({ lower: 0, upper: 0 });
  });

  test("survives a Ritz start that sees only the smaller singular value", () => {
    // The top singular vector is orthogonal to the fixed start of Lanczos, as far as doubles go.
    const start = Float64Array.from({ length: 2 }, (_, i) => 1 + Math.sin(12.9898 * (i + 1)) / 2);
    const across = [-start[1], start[0]];
    const length = Math.hypot(...start);
    const matrix = Float64Array.of(start[0], start[1], 5 * across[0], 5 * across[1]).map((t) => t / length);
    expect(operatorNorm(matrix, 2, 2).upper).toBeGreaterThanOrEqual(5 * (1 - 1e-15));
  });

  test("says what is wrong", () => {
    expect(() => operatorNorm(new Float64Array(5), 2, 3)).toThrow("matrix has 5 entries; it must have");
    expect(() => operatorNorm(Float64Array.of(1, NaN), 1, 2)).toThrow("matrix[1] is NaN; it must be finite");
    expect(() => operatorNorm(Float64Array.of(Infinity), 1, 1)).toThrow("matrix[0] is Infinity");
  });
});

describe("shortfall", () => {
  test("never proves what is false: λ below the largest eigenvalue by more than it says", () => {
    for (let draw = 0; draw < 50; draw++) {
      const n = 8;
      const S = gram(gaussian(n, n, draw), n, n);
      const top = jacobiEigenvalues(S, n).at(-1) ?? 0;
      for (const relative of [1e-2, 1e-6, 1e-10, 1e-13, 1e-15]) {
        const error = shortfall(S, n, top * (1 - relative));
        if (error !== null) expect(error).toBeGreaterThan(top * (relative - 4e-15));
      }
      expect(shortfall(S, n, top * (1 + 1e-8))).toBeLessThan(1e-13 * top * n);
    }
  });

  test("refuses an indefinite matrix", () => {
    expect(shortfall(Float64Array.of(1, 2, 2, 1), 2, 2.9)).toBeNull();
    expect(shortfall(Float64Array.of(5), 1, 4)).toBeNull();
  });
});

describe("the norm of a Gaussian matrix", () => {
  // P(more than 12 of 400 exceed) for p = 1e-3 each is below 1e-15.
  test.each([
    [3, 50],
    [40, 40],
    [60, 2],
  ])("exceeds its bound no more often than the bound says, %i × %i", (k, d) => {
    const [p, draws] = [1e-3, 400];
    let [norms, rows] = [0, 0];
    for (let draw = 0; draw < draws; draw++) {
      const W = gaussian(k, d, draw).map((t) => t / Math.sqrt(d));
      if (operatorNorm(W, k, d).lower > gaussianNormBound(k, d, p)) norms++;
      const largest = Math.max(...Array.from({ length: k }, (_, i) => Math.hypot(...W.subarray(i * d, i * d + d))));
      if (largest > gaussianRowBound(k, d, p)) rows++;
    }
    expect(norms).toBeLessThanOrEqual(12);
    expect(rows).toBeLessThanOrEqual(12);
  });

  test("exceeds the bound without its 1 in most draws: the mutant is caught", () => {
    let exceeded = 0;
    for (let draw = 0; draw < 40; draw++) {
      const W = gaussian(40, 40, draw).map((t) => t / Math.sqrt(40));
      if (operatorNorm(W, 40, 40).lower > gaussianNormBound(40, 40, 1e-3) - 1) exceeded++;
    }
    // A rate of 1e-3 gives more than 12 of 40 with probability below 1e-24.
    expect(exceeded).toBeGreaterThan(12);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("bounds of all shapes and scales, to the last bit", () => {
  const rows: string[] = [];
  for (const [m, n] of [
    [1, 1],
    [1, 5],
    [5, 1],
    [3, 3],
    [4, 9],
    [9, 4],
    [300, 2],
  ])
    for (const scale of [1, 1e-320, 1e-300, 1e300]) {
      const M = Float64Array.from({ length: m * n }, (_, i) => scale * Math.sin(1 + 3 * i));
      const { lower, upper } = operatorNorm(M, m, n);
      rows.push(`${m} ${n} ${scale}: ${lower} ${upper}`);
      expect(lower).toBeLessThanOrEqual(upper);
      if (scale >= 1e-300) expect(upper / lower - 1).toBeLessThan(1e-10);
      if (m === 1 || n === 1) expect(upper / scale).toBeCloseTo(Math.hypot(...M.map((t) => t / scale)), 2);
    }
  expect(rows).toMatchSnapshot();
  expect(exactly({ ...operatorNorm(Float64Array.of(-3), 1, 1) })).toMatchSnapshot();
});

test("what is no matrix is refused in full", () => {
  expect(() => operatorNorm(new Float64Array(5), 2, 3)).toThrow(
    new RangeError("matrix has 5 entries; it must have rows·columns = 2·3 ≥ 1"),
  );
  expect(() => operatorNorm(new Float64Array(0), 0, 3)).toThrow(
    new RangeError("matrix has 0 entries; it must have rows·columns = 0·3 ≥ 1"),
  );
  expect(() => operatorNorm(new Float64Array(0), 3, 0)).toThrow(
    new RangeError("matrix has 0 entries; it must have rows·columns = 3·0 ≥ 1"),
  );
  expect(() => operatorNorm(Float64Array.of(1, Number.NaN), 1, 2)).toThrow(
    new RangeError("matrix[1] is NaN; it must be finite"),
  );
});
