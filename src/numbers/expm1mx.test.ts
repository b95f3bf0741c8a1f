import { expect, test } from "vitest";
import { expm1mx } from "./expm1mx.js";
import { callTable } from "./testing/call-table.js";

const X = [-700, -3, -1.1, -1, -0.9, -0.05, -0.049, -1e-5, -1e-200, 0, 1e-12, 0.049, 0.05, 0.3, 1, 1.0001, 5, 700];

test("is e^x − 1 − x, by its series from the far end where that cancels", () => {
  for (const x of X) {
    // x²/2·(1 + x/3·(1 + x/4·(1 + …))).
    let nested = 1;
    for (let n = 40; n >= 3; n--) nested = 1 + (x / n) * nested;
    const truth = Math.abs(x) > 1 ? Math.expm1(x) - x : 0.5 * x * x * nested;
    expect(Math.abs(expm1mx(x) - truth)).toBeLessThanOrEqual(24 * 2 ** -53 * Math.abs(truth));
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this", () => {
  expect(
    callTable(
      expm1mx,
      X.map((x) => [x]),
    ),
  ).toMatchSnapshot();
});
