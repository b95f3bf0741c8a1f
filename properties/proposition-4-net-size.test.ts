import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { proposition4NetSize } from "../bounds/proposition-4-net-size.js";
import { combinations, sides } from "./testing/sides.js";

auditProperties(proposition4NetSize, { cells: 500 });

test("holds from k = 5 on at every R ≥ 1, and not at k = 4", () => {
  for (const cell of combinations({ d: [1], k: [5, 6, 2704, 1e100], radius: [1, 1.5, 1e20] })) {
    const { left, right } = sides(proposition4NetSize, cell);
    expect(left).toBeLessThanOrEqual(right);
  }
  const four = sides(proposition4NetSize, { d: 1, k: 4, radius: 1 });
  expect(four.left).toBeGreaterThan(four.right);
});
