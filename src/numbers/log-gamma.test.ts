import { expect, test } from "vitest";
import { logGamma } from "./log-gamma.js";
import { callTable } from "./testing/call-table.js";

test("is log (n − 1)! and log of ½·√π and its like, within what it states", () => {
  let truth = 0;
  for (let n = 1; n <= 30; truth += Math.log(n++))
    expect(Math.abs(logGamma(n) - truth)).toBeLessThanOrEqual(
      2e-14 + 2 ** -50 * n * Math.log(n) + n * 2 ** -53 * truth,
    );
  truth = 0.5 * Math.log(Math.PI);
  for (let z = 0.5; z < 30; truth += Math.log(z++))
    expect(Math.abs(logGamma(z) - truth)).toBeLessThanOrEqual(2e-14 + 2 ** -50 * z * Math.abs(Math.log(z)) + 1e-14);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this", () => {
  expect(
    callTable(
      logGamma,
      [1e-300, 1e-9, 0.5, 0.999, 1, 1.5, 2, 11.9, 12, 1e3, 2 ** 53, 1e300].map((z) => [z]),
    ),
  ).toMatchSnapshot();
});
