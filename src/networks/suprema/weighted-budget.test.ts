import { expect, test } from "vitest";
import { normal } from "../../chance/normal.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { weightedBudget } from "./weighted-budget.js";

test.each([
  [1, 1, 0.5, 1],
  [30, 3.7, 0.2, 0.85],
  [30, 3.7, 1e-3, 1],
  [500, 12, 0.7, 0.85],
])("of %i neurons, ν = %d, h = %d: the least over r is that of the plain sum on a fine grid", (n, nu, h, c) => {
  const bits = keyedStreams({ seed: "budget", sampler: "t", parameters: { n } })(0)("u");
  const depths = Float64Array.from({ length: n }, () => Math.abs(normal(bits)));
  const radius = 0.8;
  const value = (r: number) =>
    depths.reduce((sum, u) => sum + Math.max(0, nu * Math.max(1, u / h) - 2 * r * c * u), (r * radius) ** 2);
  let least = Infinity;
  for (let r = 0; r < 4000; r = r * 1.0005 + 1e-4) least = Math.min(least, value(r));
  const found = weightedBudget(depths).least(nu, h, c, radius);
  expect(found).toBeLessThanOrEqual(least * (1 + 1e-9));
  expect(found).toBeGreaterThan(least * (1 - 1e-3));
});

test("thresholds are depths of the neurons, none of them 0", () => {
  expect(weightedBudget(new Float64Array(0)).thresholds).toEqual([]);
  expect(weightedBudget(Float64Array.of(0, 0, 0)).thresholds).toEqual([]);
  expect(weightedBudget(Float64Array.of(0.3, 0, 0.1)).thresholds).toEqual([0.1]);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("thresholds and the least, to the last bit", () => {
  const rows: string[] = [];
  for (const n of [0, 1, 2, 7, 100]) {
    const depths = Float64Array.from({ length: n }, (_, i) => Math.abs(Math.sin(3 + 5 * i)) * (i % 10 === 3 ? 0 : 1));
    const budget = weightedBudget(depths);
    rows.push(exactly(budget.thresholds));
    for (const nu of [0, 1, 3.7])
      for (const h of [0.01, 0.5, 2])
        for (const radius of [0.01, 1, 50])
          rows.push(`${n} ${nu} ${h} ${radius}: ${budget.least(nu, h, 0.85, radius)}`);
  }
  expect(rows).toMatchSnapshot();
});
