import { expect, test } from "vitest";
import { betaFraction } from "./beta-fraction.js";
import { betaIntegral } from "./log-incomplete-beta.js";
import { callTable } from "./testing/call-table.js";

const CASES = [
  [0.5, 1, 1],
  [0.2, 3, 5],
  [0.4, 30, 50],
  [0.7, 200, 90],
  [0.01, 2, 900],
  [0.49, 3e4, 3e4],
  [0.3, 2.5, 7],
  [0.1, 15, 16],
  [0.1, 15, 17],
] as const;
/** I_x(a, b) over its kernel. */
const at = (x: number, a: number, b: number) => betaFraction(x, 1 - x, a, b, a - (a + b) * x);

test("is the integral's over the kernel, as quadrature has it", () => {
  for (const [x, a, b] of CASES) {
    const [fraction, quadrature] = [at(x, a, b)!, betaIntegral(1 - x, x, a + b, a - (a + b) * x)];
    expect(Math.abs(fraction.log - quadrature.log)).toBeLessThanOrEqual(fraction.error + quadrature.error);
    expect(fraction.error).toBeLessThan(1e-12);
  }
});

test("of b = 1 is 1/a: I_x(a, 1) = x^a and the kernel is a·x^a·y", () => {
  for (const a of [1, 2, 7.5]) expect(at(0.3, a, 1)!.log).toBeCloseTo(-Math.log(a * 0.7), 14);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, and is null where the steps are not enough", () => {
  expect(callTable(at, [...CASES, [0.4999, 1e9, 1e9], [0.5, 1e6, 1e6], [0.5, 4e4, 4e4]])).toMatchSnapshot();
});
