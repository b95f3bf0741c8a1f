import { expect, it, test } from "vitest";
import { log1pmx } from "./log1pmx.js";
import { relativeError } from "./relative-error.js";
import { callTable } from "./testing/call-table.js";

/** [x, log(1 + x) − x] by mpmath, log1p(x) - x at 1000 digits. */
const REFERENCE = [
  [-0.9999999999999999, -35.7368005696771],
  [-0.999, -5.908755278982136],
  [-0.8, -0.8094379124341006],
  [-0.7914906400000001, -0.77628070666457],
  [-0.79, -0.7706477482646685],
  [-0.5, -0.19314718055994531],
  [-0.1, -0.005360515657826302],
  [-0.001, -5.003335835335002e-7],
  [-1e-8, -5.000000033333334e-17],
  [-1e-150, -5e-301],
  [1e-150, -5e-301],
  [1e-15, -4.999999999999998e-31],
  [3e-6, -4.49999100002025e-12],
  [0.02, -0.00019737270382028698],
  [0.3, -0.03763573553250894],
  [0.9999, -0.30680282069009635],
  [1, -0.3068528194400547],
  [1.0000000000000002, -0.3068528194400548],
  [2.5, -1.247237031504632],
  [1000, -993.0912452206848],
  [10000000000.0, -9999999976.97415],
  [1e300, -1e300],
];

it.each(REFERENCE)("log1pmx(%d) is right to 8 ulp", (x, expected) => {
  expect(relativeError(log1pmx(x), expected)).toBeLessThanOrEqual(8 * 2 ** -52);
});

it("returns the limits at 0 and −1, and NaN outside its range", () => {
  expect(log1pmx(0)).toBeCloseTo(0, 300);
  expect(log1pmx(-1)).toBe(-Infinity);
  expect(log1pmx(-2)).toBeNaN();
  expect(log1pmx(Number.NaN)).toBeNaN();
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  expect(
    callTable(
      log1pmx,
      [-1, -0.8, -0.79149065, -0.79149064, -0.5, -1e-9, 0, 1e-300, 1e-3, 0.5, 1, 1.001, 1e9, Number.NaN].map((x) => [
        x,
      ]),
    ),
  ).toMatchSnapshot();
});
