import { expect, it, test } from "vitest";
import { log1pRemainder } from "./log1p-remainder.js";
import { relativeError } from "./relative-error.js";
import { callTable } from "./testing/call-table.js";

/** [y, log(1 + y) − y + y²/2 − y³/3] by mpmath at 200 digits. */
const REFERENCE = [
  [-0.999, -5.077420445982137],
  [-0.5, -0.026480513893278643],
  [-0.1, -2.71823244929679e-5],
  [-0.0200001, -4.0651669114436106e-8],
  [-0.02, -4.065085278174138e-8],
  [-0.0199, -3.9840669549033776e-8],
  [-0.001, -2.5020016680964893e-13],
  [-1e-6, -2.5000020000016664e-25],
  [-1e-60, -2.4999999999999996e-241],
  [1e-60, -2.4999999999999996e-241],
  [1e-9, -2.4999999980000005e-37],
  [0.0001, -2.4998000166652387e-17],
  [0.01, -2.480165250485118e-9],
  [0.0199999, -3.9369702645759045e-8],
  [0.02, -3.9370486953640644e-8],
  [0.020001, -3.93783306753054e-8],
  [0.1, -2.3153529008473295e-5],
  [0.7, -0.03870508227116293],
  [1, -0.14018615277338803],
  [3, -6.113705638880109],
  [1000, -332834326.42457855],
];

it.each(REFERENCE)("log1pRemainder(%d) is right to 1e-12, from 0.02 down to 8 ulp", (y, expected) => {
  const tolerance = Math.abs(y) <= 0.02 ? 8 * 2 ** -52 : 1e-12;
  expect(relativeError(log1pRemainder(y), expected)).toBeLessThanOrEqual(tolerance);
});

it("is 0 at 0 and −∞ at −1", () => {
  expect(log1pRemainder(0)).toBeCloseTo(0, 300);
  expect(log1pRemainder(-1)).toBe(-Infinity);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  expect(
    callTable(
      log1pRemainder,
      [-0.9, -0.021, -0.02, -0.0199, -1e-9, 0, 1e-5, 0.02, 0.0201, 0.5, 7].map((x) => [x]),
    ),
  ).toMatchSnapshot();
});
