import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { proposition5Flips } from "../bounds/proposition-5-flips.js";
import { sides } from "./testing/sides.js";

auditProperties(proposition5Flips, { cells: 500 });

test("at the largest k and 1/γ the left side falls in d, from 152 at d = 3 to 92", () => {
  let before = 152;
  for (let x = Math.log(3); x < 500; x *= 1.01) {
    const [d, cube] = [Math.exp(x), x ** 3];
    const gamma = Math.max(1e-300, Math.exp(-d / (20 * cube)));
    const { left } = sides(proposition5Flips, { d, k: d * cube, gamma });
    expect(left).toBeLessThan(before);
    before = left;
  }
  expect(before).toBeGreaterThan(2 + 9 * 10);
});
