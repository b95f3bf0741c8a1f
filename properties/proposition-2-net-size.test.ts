import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { proposition2NetSize } from "../bounds/proposition-2-net-size.js";
import { combinations, sides } from "./testing/sides.js";

auditProperties(proposition2NetSize, { cells: 500 });

test("(1 + 4k)(1 + 4kR) ≤ 25k²R ≤ (10kR)² at every size, with the ratio 25/100 at most", () => {
  for (const cell of combinations({ d: [1, 1e9], k: [1, 2, 17, 1e6, 1e100], radius: [1, 1.01, 24, 1e20] })) {
    const { left, right } = sides(proposition2NetSize, cell);
    expect((right - left) / cell.d).toBeGreaterThanOrEqual(Math.log(4) - 1e-9);
  }
});
