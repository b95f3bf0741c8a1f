import { expect, test } from "vitest";
import { exactly } from "../numbers/testing/exactly.js";
import { orthogonalise } from "./deferred-orthogonalise.js";
import { dot } from "./dense-products.js";

const vector = (n: number, at: number) => Float64Array.from({ length: n }, (_, i) => Math.sin(at + 3 * i * (at + 1)));

// Pinned to the last bit: a split that changes must be seen.
test("vectors split along a basis and across it, to the last bit, until the basis spans the space", () => {
  const rows: string[] = [];
  for (const n of [1, 2, 5]) {
    const basis: Float64Array[] = [];
    for (let j = 0; j < n + 2; j++) {
      const v = vector(n, j);
      const [rest, coefficients] = [v.slice(), new Float64Array(basis.length).fill(7)];
      const size = orthogonalise(rest, basis, coefficients);
      rows.push(`${n} ${j}: ${exactly({ size, coefficients, rest: size > 0 ? rest : null })}`);
      for (let i = 0; i < n; i++)
        expect(basis.reduce((sum, e, l) => sum + coefficients[l] * e[i], size > 0 ? size * rest[i] : 0)).toBeCloseTo(
          v[i],
          12,
        );
      if (basis.length >= n) expect(size).toBe(0);
      if (size === 0) continue;
      for (const e of basis) expect(Math.abs(dot(e, rest))).toBeLessThan(1e-15);
      expect(dot(rest, rest)).toBeCloseTo(1, 14);
      basis.push(rest);
    }
    expect(basis).toHaveLength(n);
  }
  expect(rows).toMatchSnapshot();
});

test("a rest of 2⁻⁴⁴ of the vector counts as rounding, one of twice that does not", () => {
  const e = Float64Array.of(1, 0, 0);
  for (const [rest, kept] of [
    [2 ** -45, false],
    [2 ** -44, false],
    [2 ** -43, true],
    [2 ** -20, true],
    [0, false],
  ] as const) {
    const coefficients = new Float64Array(1);
    const size = orthogonalise(Float64Array.of(3, 3 * rest, 0), [e], coefficients);
    expect(size).toBe(kept ? 3 * rest : 0);
    expect(coefficients[0]).toBe(3);
  }
  expect(orthogonalise(new Float64Array(3), [], new Float64Array(0))).toBe(0);
  expect(orthogonalise(new Float64Array(3), [e], new Float64Array(1))).toBe(0);
});

test("what is left after one projection near the span is made orthogonal by others", () => {
  const e = vector(40, 1);
  const size = Math.sqrt(dot(e, e));
  const unit = e.map((t) => t / size);
  const near = unit.map((t, i) => t + 1e-9 * Math.cos(i));
  expect(orthogonalise(near, [unit], new Float64Array(1))).toBeGreaterThan(1e-9);
  expect(Math.abs(dot(near, unit))).toBeLessThan(1e-16);
});
