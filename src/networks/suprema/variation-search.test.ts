import { expect, test } from "vitest";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawAround } from "../testing/draw-around.js";
import { drawDeferredNeighbourhood } from "./deferred-neighbourhood.js";
import { gradientDifference, slopesAt } from "./gradient-difference.js";
import { searchVariation } from "./variation-search.js";

// Pinned to the last bit: an error bound that changes must be seen.
test("a branch and bound between its two bounds, to the last bit", () => {
  const rows: string[] = [];
  for (const [psi, d, k] of [
    ["tanh", 1, 1],
    ["sin", 1, 7],
    ["tanh", 2, 3],
    ["softplus", 3, 5],
    ["tanh", 3, 1],
    ["identity", 2, 2],
  ] as const)
    for (const law of ["rademacher", "gaussian"] as const) {
      const { around } = drawAround(psi, d, k, "search", law);
      for (const radius of [0.1, 2])
        for (const effort of [
          { gradients: 0, width: 0.1 },
          { gradients: 1, width: 0.1 },
          { gradients: 40, width: 0.1 },
          { gradients: 300, width: 0.5 },
        ]) {
          const { lower, upper, at } = searchVariation(around, radius, effort);
          rows.push(`${psi} ${d} ${k} ${law} ${radius} ${effort.gradients}: ${exactly({ lower, upper, at })}`);
          expect(Math.hypot(...at)).toBeLessThanOrEqual(radius);
          expect(upper).toBeGreaterThanOrEqual(lower);
          // The lower end is what the point shows, and no other point of the ball shows more than the upper one.
          for (let n = 0; n < 5; n++) {
            const v = at.map((t, j) => (n === 0 ? t : Math.sin(n + 3 * j)));
            const length = Math.max(radius, Math.hypot(...v));
            const delta = v.map((t) => (n === 0 ? t : (t * radius * (1 - 1e-15)) / length));
            const norm = Math.hypot(...gradientDifference(around, slopesAt(around), around.product(delta)));
            if (n === 0) expect(Math.abs(norm - lower)).toBeLessThan(1e-12);
            expect(norm).toBeLessThanOrEqual(upper + 1e-12);
          }
        }
    }
  expect(rows).toMatchSnapshot();
});

test("weights must be in memory, and L finite", () => {
  const { around, streams } = drawAround("tanh", 2, 2);
  const unseen = drawDeferredNeighbourhood(around.activation, { d: 2, k: 3 }, streams);
  expect(() => searchVariation(unseen, 1, { gradients: 1, width: 1 })).toThrow(
    new RangeError("weights are null; a branch and bound needs them in memory"),
  );
  expect(() => searchVariation(drawAround("relu", 2, 2).around, 1, { gradients: 1, width: 1 })).toThrow(
    new RangeError("activation is relu; it must have a finite L"),
  );
});
