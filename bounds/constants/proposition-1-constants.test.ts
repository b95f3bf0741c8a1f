import { expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { simplifiedConstant } from "./proposition-1-constants.js";

/** (c² − √2·x(1 + x))^(1/2)·(1 − 5/√C) − c/2 at x = √(2/C). */
function excess(c: number, C: number): number {
  const x = Math.sqrt(2 / C);
  return Math.sqrt(c * c - Math.SQRT2 * x * (1 + x)) * (1 - 5 / Math.sqrt(C)) - c / 2;
}

test("no C serves an activation without a slope, or without a Lipschitz constant", () => {
  for (const c of [0, -1, -Infinity, NaN]) expect(simplifiedConstant(c)).toBe(Infinity);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("the constant of (13) leaves c/2 just enough, and a part in 10¹¹ less does not", () => {
  const cs = [1e-3, 0.01, 0.2, 0.54, 0.68, 0.9, 1];
  for (const c of cs) {
    const C = simplifiedConstant(c);
    expect(excess(c, C)).toBeGreaterThanOrEqual(0);
    expect(excess(c, C * (1 - 1e-11))).toBeLessThan(0);
  }
  // Beyond what ψ/Lip(ψ) has, where C ≥ 100 is what decides: √2·x and 5/√C.
  for (const c of [2, 50]) expect(simplifiedConstant(c)).toBeGreaterThan(25);
  expect(exactLines([...cs, 2, 50].map((c) => [c, simplifiedConstant(c)]))).toMatchSnapshot();
});
