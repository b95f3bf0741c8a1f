import { describe, expect, test } from "vitest";
import { fillNormal } from "../../chance/normal.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { jacobiEigenvalues } from "../testing/jacobi-eigenvalues.js";
import { lanczos } from "./lanczos.js";
import { genericVector } from "./largest-eigenvalue.js";
import { tridiagonalExtreme } from "./tridiagonal-extreme.js";

const random = keyedStreams({ seed: "lanczos", sampler: "test", parameters: {} });

function symmetric(n: number, draw: number): Float64Array {
  const G = new Float64Array(n * n);
  fillNormal(G, random(draw)(`${n}`));
  return G.map((_, i) => G[i] + G[(i % n) * n + Math.floor(i / n)]);
}

const times = (S: Float64Array, n: number) => (v: Float64Array) =>
  Float64Array.from({ length: n }, (_, i) => v.reduce((sum, t, j) => sum + S[i * n + j] * t, 0));

describe("tridiagonalExtreme", () => {
  test.each([1, 2, 3, 10, 40])("finds the largest eigenvalue and its vector at order %i", (n) => {
    const [diagonal, off] = [new Float64Array(n), new Float64Array(n)];
    fillNormal(diagonal, random(0)(`diagonal ${n}`));
    fillNormal(off, random(0)(`off ${n}`));
    const T = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      T[i * n + i] = diagonal[i];
      if (i + 1 < n) T[i * n + i + 1] = T[(i + 1) * n + i] = off[i];
    }
    const { value, vector } = tridiagonalExtreme(diagonal, off);
    expect(Math.abs(value - (jacobiEigenvalues(T, n).at(-1) ?? 0))).toBeLessThan(1e-13 * n);
    expect(Math.hypot(...times(T, n)(vector).map((t, i) => t - value * vector[i]))).toBeLessThan(1e-12);
  });

  test("zero, and scales far from 1", () => {
    expect(tridiagonalExtreme([0, 0], [0]).value).toBe(0);
    for (const scale of [1e-150, 1e150]) {
      const { value } = tridiagonalExtreme([scale, scale], [scale]);
      expect(Math.abs(value / scale - 2)).toBeLessThan(1e-14);
    }
  });
});

describe("lanczos", () => {
  test.each([1, 2, 7, 30])("finds both ends of the spectrum at order %i, as many products as dimensions", (n) => {
    for (let draw = 0; draw < 10; draw++) {
      const S = symmetric(n, draw);
      const eigenvalues = jacobiEigenvalues(S, n);
      const [bottom, top] = [eigenvalues[0], eigenvalues[n - 1]];
      const scale = Math.max(-bottom, top);
      const found = lanczos(times(S, n), genericVector(n));
      expect(Math.abs(found.value - (top >= -bottom ? top : bottom))).toBeLessThan(1e-9 * scale);
      const highest = lanczos(times(S, n), genericVector(n), { end: "top" });
      expect(Math.abs(highest.value - top)).toBeLessThan(1e-9 * scale);
      const residual = Math.hypot(...times(S, n)(found.vector).map((t, i) => t - found.value * found.vector[i]));
      expect(residual).toBeLessThan(found.residual + 1e-9 * scale);
    }
  });

  test("stops at an invariant subspace: the identity takes one product", () => {
    let products = 0;
    const { value, residual } = lanczos((v) => {
      products++;
      return v.slice();
    }, genericVector(50));
    expect([value, residual, products]).toEqual([expect.closeTo(1, 14), 0, 1]);
  });

  test("keeps to its budget of products", () => {
    let products = 0;
    lanczos(
      (v) => {
        products++;
        return v.map((t, i) => t * i);
      },
      genericVector(200),
      { products: 5 },
    );
    expect(products).toBe(5);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("Ritz pairs, to the last bit", () => {
  const rows: string[] = [];
  for (const n of [1, 2, 7, 20])
    for (const options of [{}, { products: 1 }, { products: 9, end: "top" }, { tolerance: 0.3 }] as const) {
      const S = symmetric(n, 3);
      rows.push(`${n} ${JSON.stringify(options)}: ${exactly({ ...lanczos(times(S, n), genericVector(n), options) })}`);
    }
  expect(rows).toMatchSnapshot();
});

test("64 products at most, looked at in eights, unless given", () => {
  const count = (n: number, options = {}) => {
    let products = 0;
    const { residual } = lanczos(
      (v) => {
        products++;
        return v.map((t, i) => t * (1 + i * i));
      },
      genericVector(n),
      options,
    );
    return [products, residual > 0];
  };
  expect(count(300, { tolerance: 0 })).toEqual([64, true]);
  expect(count(300, { tolerance: 1 })).toEqual([8, true]);
  expect(count(7, { tolerance: 1 })).toEqual([7, false]);
});
