import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { proposition2Net } from "../bounds/proposition-2-net.js";
import { combinations, sides } from "./testing/sides.js";

auditProperties(proposition2Net, { cells: 500 });

const sizes = { d: [1, 50, 1e9, 1e100], k: [1, 3, 1e4, 1e100], gamma: [0.999, 0.1, 1e-300] };

test("as printed it holds from R = 25 on, at every size", () => {
  for (const cell of combinations({ ...sizes, radius: [25, 26, 1e3, 1e50] })) {
    const { left, right } = sides(proposition2Net, cell);
    expect(left).toBeLessThanOrEqual(right * (1 + 1e-12));
  }
});

test("as printed it fails at R = 1 at every size but where log(1/γ) drowns the net", () => {
  for (const cell of combinations({ ...sizes, gamma: [0.999, 0.1], radius: [1] })) {
    const { left, right } = sides(proposition2Net, cell);
    expect(left).toBeGreaterThan(right);
  }
});
