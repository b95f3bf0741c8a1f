import { expect, test } from "vitest";
import { GAUSS, KRONROD, NODES } from "./gauss-kronrod.js";

/** ∫ t^n over [−1, 1]. */
const moment = (n: number) => (n % 2 === 0 ? 2 / (n + 1) : 0);
const rule = (weights: readonly number[], n: number) =>
  NODES.reduce((sum, x, i) => sum + weights[i] * (i === 0 ? 0 ** n : x ** n + (-x) ** n), 0);

test("15 nodes are exact up to degree 23, 7 of them up to 13, and no further", () => {
  for (let n = 0; n <= 23; n++) expect(Math.abs(rule(KRONROD, n) - moment(n))).toBeLessThan(1e-15);
  for (let n = 0; n <= 13; n++) expect(Math.abs(rule(GAUSS, n) - moment(n))).toBeLessThan(1e-15);
  expect(Math.abs(rule(KRONROD, 24) - moment(24))).toBeGreaterThan(1e-10);
  expect(Math.abs(rule(GAUSS, 14) - moment(14))).toBeGreaterThan(1e-6);
});
