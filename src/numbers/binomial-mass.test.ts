import { expect, test } from "vitest";
import { binomialMass } from "./binomial-mass.js";
import { callTable } from "./testing/call-table.js";

test("is C(n, k)p^k(1 − p)^(n − k) for few, and sums to 1 for more", () => {
  expect(binomialMass(2, 5, 0.3).logLower).toBeLessThanOrEqual(Math.log(10 * 0.09 * 0.343) + 1e-15);
  expect(binomialMass(2, 5, 0.3).logUpper).toBeGreaterThanOrEqual(Math.log(10 * 0.09 * 0.343) - 1e-15);
  let [least, most] = [0, 0];
  for (let count = 0; count <= 100; count++) {
    least += Math.exp(binomialMass(count, 100, 0.2).logLower);
    most += Math.exp(binomialMass(count, 100, 0.2).logUpper);
  }
  expect(least).toBeLessThanOrEqual(1 + 1e-15);
  expect(most).toBeGreaterThanOrEqual(1 - 1e-15);
  expect(most - least).toBeLessThan(1e-11);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this", () => {
  const calls = [1, 2, 30, 1e6, 2 ** 53].flatMap((n) =>
    [0, 1, Math.floor(n / 2), n - 1, n].flatMap((k) => [1e-9, 0.3, 0.5, 0.999].map((p) => [k, n, p] as const)),
  );
  expect(callTable(binomialMass, calls)).toMatchSnapshot();
});
