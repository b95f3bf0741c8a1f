import { expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawAround } from "../testing/draw-around.js";
import { plantedAround } from "../testing/planted-around.js";
import { drawFramedNeighbourhood } from "./framed-neighbourhood.js";
import type { Neighbourhood } from "./neighbourhood.js";
import { exactReluSuprema } from "./relu-exact.js";

/** What points of the sphere of radius R, and of smaller ones, show. */
function shown(around: Neighbourhood, radius: number): { variation: number; flips: number } {
  const { d, k, preActivations: u, coefficients: a } = around;
  let [variation, flips] = [0, 0];
  for (let n = 0; n < 400; n++) {
    const v = Float64Array.from({ length: d }, (_, j) => Math.sin(1.3 * n + 2.1 * j) + Math.cos(0.7 * n * (j + 1)));
    const length = Math.hypot(...v);
    const t = around.product(v.map((c) => (c * radius * (n % 4 === 0 ? 0.7 : 1 - 1e-9)) / length));
    const flipped = u.map((z, i) => Number(z > 0 !== z + t[i] > 0));
    const s = u.map((z, i) => flipped[i] * (z > 0 ? a[i] : -a[i]));
    variation = Math.max(variation, Math.hypot(...around.transposedProduct(s)) / Math.sqrt(k));
    flips = Math.max(
      flips,
      flipped.reduce((sum, one) => sum + one, 0),
    );
  }
  return { variation, flips };
}

// Pinned to the last bit: an error bound that changes must be seen.
test("both suprema, to the last bit, and no point that is looked at shows more", () => {
  const rows: string[] = [];
  for (const [d, k] of [
    [1, 1],
    [1, 4],
    [2, 1],
    [2, 6],
    [3, 1],
    [3, 2],
    [3, 9],
  ])
    for (const law of ["rademacher", "gaussian"] as const)
      for (const share of [1e-3, 0.2, 0.9, 1, 1.5]) {
        const { around } = drawAround("relu", d, k, "exact", law);
        const radius = share * Math.sqrt(d);
        const { variation, flips } = exactReluSuprema(around, radius);
        rows.push(`${d} ${k} ${law} ${share}: ${exactly({ variation: { ...variation }, flips: { ...flips } })}`);
        const seen = shown(around, radius);
        expect(seen.variation).toBeLessThanOrEqual(variation.upper);
        expect(seen.flips).toBeLessThanOrEqual(flips.upper);
        // With few neurons so many points see all that there is.
        if (k <= 2 && share >= 0.2) expect(seen.flips).toBeGreaterThanOrEqual(flips.lower - Number(share > 1));
        expect(variation.upper - variation.lower).toBeLessThan(1e-10);
        expect(flips.upper).toBe(flips.lower);
      }
  expect(rows).toMatchSnapshot();
});

test("planted neurons: parallel ones, equal ones, and some that meet in a point, of which the order is open", () => {
  const x = [0, 0, 1];
  const cases: readonly (readonly (readonly number[])[])[] = [
    [
      [1, 0, 1],
      [1, 0, 2],
      [-1, 0, 1],
    ],
    [
      [1, 0, 1],
      [1, 0, 1],
    ],
    [
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 2],
    ],
    [
      [1, 0, -1],
      [2, 0, -2],
      [0, 1, 0.5],
    ],
    [
      [0, 0, 1],
      [1, 0, 0.1],
    ],
  ];
  const rows = cases.flatMap((weights, i) =>
    [0.3, 0.5, 0.7, 0.8, 0.95, 1, 1.2].map((radius) => {
      const a = weights.map((_, l) => (l % 2 === 0 ? 1 : -2));
      const { variation, flips } = exactReluSuprema(plantedAround("relu", weights, a, x), radius);
      expect(variation.lower).toBeGreaterThanOrEqual(0);
      expect(flips.lower).toBeGreaterThanOrEqual(0);
      expect(flips.upper).toBeLessThanOrEqual(weights.length);
      return `${i} ${radius}: ${exactly({ variation: { ...variation }, flips: { ...flips } })}`;
    }),
  );
  expect(rows).toMatchSnapshot();
});

test("one neuron in the plane flips from R = |u|/‖w‖ on, and changes the gradient by ‖aw‖", () => {
  const around = plantedAround("relu", [[3, 4]], [-2], [1, 0]);
  for (const [radius, flips] of [
    [0.59, 0],
    [0.61, 1],
    [0.99, 1],
    [2, 1],
  ]) {
    const found = exactReluSuprema(around, radius);
    expect(found.flips).toEqual({ lower: flips, upper: flips });
    expect(found.variation.lower).toBeCloseTo(10 * flips, 9);
    expect(found.variation.upper).toBeCloseTo(10 * flips, 9);
  }
});

test("more dimensions, or weights not in memory, are refused", () => {
  expect(() => exactReluSuprema(drawAround("relu", 4, 2).around, 1)).toThrow(
    new RangeError("d is 4; it must be at most 3, and the weights in memory"),
  );
  const { streams } = drawAround("relu", 2, 2);
  expect(() => exactReluSuprema(drawFramedNeighbourhood(relu, { d: 2, k: 2 }, streams), 1)).toThrow(
    new RangeError("d is 2; it must be at most 3, and the weights in memory"),
  );
});
