import { expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { logEnclosure, NEVER, SURE } from "./log-enclosure.js";

test("holds the logarithms, below 0, with nothing for what is not above 0", () => {
  for (const unit of [-700, -3.3, 0])
    for (const [lower, upper] of [
      [0.1, 0.2],
      [1e-300, 1e-299],
      [0.3, 0.3],
    ]) {
      const { logLower, logUpper } = logEnclosure(unit, lower, upper);
      expect(logLower).toBeLessThanOrEqual(unit + Math.log(lower) + 1e-13);
      expect(logUpper).toBeGreaterThanOrEqual(unit + Math.log(upper) - 1e-13);
    }
  expect(logEnclosure(0, -1, 0)).toEqual(NEVER);
  expect(logEnclosure(1, 0.9, 2)).toEqual(SURE);
  expect([SURE, NEVER]).toEqual([
    { logLower: 0, logUpper: 0 },
    { logLower: -Infinity, logUpper: -Infinity },
  ]);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("is rounded outwards by as much as this", () => {
  const units = [-1e300, -800, -0.1, 0, 0.1, 5];
  const calls = units.flatMap((unit) =>
    [
      [-1, 0],
      [0, 1],
      [0.3, 0.3],
      [1e-320, 0.5],
      [1, 1.5],
      [1e-3, 7],
    ].map(([a, b]) => [unit, a, b] as const),
  );
  expect(callTable(logEnclosure, calls)).toMatchSnapshot();
});
