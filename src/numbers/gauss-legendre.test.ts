import { expect, test } from "vitest";
import { LEGENDRE_NODES, LEGENDRE_WEIGHTS } from "./gauss-legendre.js";

test("24 nodes are exact up to degree 47, and no further", () => {
  const rule = (n: number) => LEGENDRE_NODES.reduce((sum, x, i) => sum + 2 * LEGENDRE_WEIGHTS[i] * x ** n, 0);
  for (let n = 0; n <= 46; n += 2) expect(Math.abs(rule(n) - 2 / (n + 1))).toBeLessThan(1e-15);
  expect(Math.abs(rule(48) - 2 / 49)).toBeGreaterThan(1e-15);
});
