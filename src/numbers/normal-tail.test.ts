import { expect, test } from "vitest";
import { normalMass } from "./intervals/normal-mass.js";
import { logNormalUpperTail } from "./normal-tail.js";
import { callTable } from "./testing/call-table.js";

const X = [
  -1e154, -40, -2.0001, -2, -1.9999, -1, -1e-9, 0, 1e-300, 0.3, 1.9999, 2, 2.0001, 3, 8, 14, 37, 40, 1e5, 1e154,
];

test("is the logarithm of the mass above, by intervals", () => {
  for (const t of X.filter((x) => Math.abs(x) <= 37)) {
    const { lo, hi } = normalMass(t, Infinity);
    const off = 1e-13 + 4e-16 * Math.abs(Math.log(lo)) + 1e-15;
    expect(logNormalUpperTail(t)).toBeGreaterThanOrEqual(Math.log(lo) - off);
    expect(logNormalUpperTail(t)).toBeLessThanOrEqual(Math.log(hi) + off);
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this", () => {
  expect(
    callTable(
      logNormalUpperTail,
      X.map((t) => [t]),
    ),
  ).toMatchSnapshot();
});
