import { expect, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";
import { catoniInfluence } from "./catoni-influence.js";

const Y = [0, 1e-9, 1, 1e8, 9.9e16, 1e17, 1.1e17, 1e200, Infinity].flatMap((y) => [y, -y]);

test("is odd, log(1 + y + y²/2) above 0, and finite however large y is", () => {
  for (const y of Y) expect(catoniInfluence(-y)).toBe(-catoniInfluence(y) + 0);
  for (const y of [1e-9, 1, 30]) expect(catoniInfluence(y)).toBeCloseTo(Math.log(1 + y + (y * y) / 2), 14);
  expect(catoniInfluence(Infinity)).toBeLessThan(1420);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this", () => {
  expect(
    callTable(
      catoniInfluence,
      Y.map((y) => [y]),
    ),
  ).toMatchSnapshot();
});
