import { expect, test } from "vitest";
import { exactly } from "../../numbers/testing/exactly.js";
import { jacobiEigenvalues } from "../testing/jacobi-eigenvalues.js";
import { roundings, shortfall } from "./positive-definite.js";

const COUNTS = [0, 1, 2, 3, 10, 257, 65_536, 1e6, 2 ** 31, 2 ** 40, 2 ** 50];

// Pinned to the last bit: an error bound that changes must be seen.
test("so many roundings are n·u/(1 − n·u), rounded up", () => {
  expect(COUNTS.map((n) => `${n}: ${roundings(n)}`)).toMatchSnapshot();
  for (const n of COUNTS.map(Math.floor)) {
    // γ ≥ n/(2^53 − n) exactly, in whole numbers: γ = g·2^−106 for doubles of this size.
    const gamma = BigInt(Math.round(roundings(n) * 2 ** 106));
    const [top, bottom] = [BigInt(n) << 106n, (1n << 53n) - BigInt(n)];
    expect(gamma * bottom >= top).toBe(true);
    expect(Number(gamma * bottom - top)).toBeLessThanOrEqual(Number(top) * 2 ** -49);
  }
});

/** Symmetric, with entries that are no round numbers. */
const symmetric = (n: number) =>
  Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return Math.sin(1 + Math.min(i, j) + 3.7 * Math.max(i, j));
  });

test("λI − S has no eigenvalue below minus the shortfall; none is found where λ is too small", () => {
  const rows: string[] = [];
  for (const n of [1, 2, 3, 4, 5, 6, 7, 12]) {
    const S = symmetric(n);
    const top = jacobiEigenvalues(S, n)[n - 1];
    for (const above of [-1, -1e-9, 1e-9, 0.1, 1, 1e6]) {
      const found = shortfall(S, n, top + above);
      rows.push(`n ${n}, top + ${above}: ${found}`);
      if (above < 0) expect(found).toBeNull();
      else {
        expect(found).toBeGreaterThan(0);
        // γ times the trace, about: (n + 1)·u·n·(λ + 1) at most, twice over.
        expect(found).toBeLessThan(2 * (n + 2) * 2 ** -53 * n * (Math.abs(top) + above + 1));
      }
    }
  }
  expect(rows).toMatchSnapshot();
});

test("a λ at an entry of the diagonal, or one that is NaN, proves nothing", () => {
  expect(shortfall(Float64Array.of(1, 0, 0, 2), 2, 2)).toBeNull();
  expect(shortfall(Float64Array.of(1, 0, 0, 2), 2, 1.5)).toBeNull();
  expect(shortfall(Float64Array.of(1), 1, Number.NaN)).toBeNull();
  // det = 0: a pivot of exactly 0 is none.
  expect(shortfall(Float64Array.of(0, 1, 1, 0), 2, 1)).toBeNull();
  expect(shortfall(Float64Array.of(1), 1, 1 + 2 ** -52)).toBe(
    (roundings(2) / (1 - roundings(2)) + 2 ** -53) * 2 ** -52 * (1 + roundings(9)) + 2 ** -1074,
  );
});

test("only the lower triangle is read, and zero matrices have what underflows", () => {
  const S = symmetric(5);
  const upperSpoiled = S.map((s, at) => (at % 5 > Math.floor(at / 5) ? Number.NaN : s));
  expect(shortfall(upperSpoiled, 5, 9)).toBe(shortfall(S, 5, 9));
  expect(shortfall(new Float64Array(9), 3, 2 ** -1074)).toBe(9 * 2 ** -1074);
  expect(exactly([shortfall(new Float64Array(9), 3, 1)])).toMatchSnapshot();
});
