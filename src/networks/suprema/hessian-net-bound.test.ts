import { expect, test } from "vitest";
import { gaussianNormBound } from "./gaussian-norm-bound.js";
import { hessianNetBound } from "./hessian-net-bound.js";

// Pinned to the last bit: an error bound that changes must be seen.
test("the union bound over nets, to the last bit, and as its parts add up", () => {
  const rows: string[] = [];
  for (const d of [1, 2, 30, 1e6])
    for (const k of [1, 7, 1e4, 2 ** 53])
      for (const [radius, smoothness, curvatureLipschitz] of [
        [1, 1, 1],
        [d, 0.77, 2],
        [0.01, 0, 3],
        [5, 2, 0],
      ])
        for (const p of [1, 0.02]) {
          const found = hessianNetBound({ d, k, radius, smoothness, curvatureLipschitz }, p);
          rows.push(`${d} ${k} ${radius} ${p}: ${found}`);
          const tau = Math.log(4 / p) + d * (Math.log(21) + Math.log(1 + 2 * radius * k * d));
          const points = ((1.25 * smoothness) / d) * (Math.sqrt(6 * tau) + (2 * tau) / Math.sqrt(k));
          const norm = gaussianNormBound(k, d, p / 2);
          const between = (curvatureLipschitz * norm ** 3) / (Math.sqrt(k) * k * d);
          expect(found).toBeGreaterThan(points + between);
          expect(found).toBeLessThan((points + between) * (1 + 2 ** -28));
        }
  expect(rows).toMatchSnapshot();
});
