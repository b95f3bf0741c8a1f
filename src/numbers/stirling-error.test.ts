import { expect, it, test } from "vitest";
import { stirlingError } from "./stirling-error.js";
import { callTable } from "./testing/call-table.js";

/** [a, log Γ(a+1) − (a + ½)·log a + a − ½·log 2π] by mpmath's loggamma at 400 digits. */
const REFERENCE = [
  [1e-300, 344.4688254159022],
  [1e-10, 10.593986934110418],
  [0.5, 0.15342640972002736],
  [1, 0.08106146679532726],
  [1.5, 0.05481412105191765],
  [2, 0.0413406959554093],
  [5.25, 0.015854013315245403],
  [11.999999999999998, 0.006942840107209531],
  [12, 0.00694284010720953],
  [12.5, 0.006665247032707682],
  [100, 0.0008333305556349147],
  [10000, 8.333333330555555e-6],
  [100000000.0, 8.333333333333334e-10],
  [1000000000000000.0, 8.333333333333333e-17],
];

it.each(REFERENCE)(
  "stirlingError(%d) is right to 1e-14 and 6 roundings of a large first term, from a = 12 on to 4 ulp",
  (a, expected) => {
    const tolerance = a >= 12 ? 4 * 2 ** -52 * expected : 1e-14 + 6 * 2 ** -53 * expected;
    expect(Math.abs(stirlingError(a) - expected)).toBeLessThanOrEqual(tolerance);
  },
);

it("lies between the bounds 1/(12a+1) and 1/(12a) of Robbins", () => {
  for (let a = 1; a < 2 ** 53; a *= 1.7) {
    const error = stirlingError(a);
    expect(error).toBeGreaterThan((1 / (12 * a + 1)) * (1 - 1e-15) - (a < 12 ? 1e-14 : 0));
    expect(error).toBeLessThan((1 / (12 * a)) * (1 + 1e-15) + (a < 12 ? 1e-14 : 0));
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  expect(
    callTable(
      stirlingError,
      [1e-300, 1e-3, 0.5, 1, 2.5, 11, 11.999, 12, 13, 1e3, 2 ** 53].map((x) => [x]),
    ),
  ).toMatchSnapshot();
});
