import { describe, expect, test } from "vitest";
import { logIncompleteBeta } from "../numbers/log-incomplete-beta.js";
import { distanceToLaw, dkwDistance } from "./dkw.js";
import { fillSphere } from "./sphere.js";
import { keyedStreams } from "./streams.js";

const ALPHA = 1e-10;
const DRAWS = 20_000;
const streams = keyedStreams({ seed: "sphere", sampler: "test", parameters: {} });

/** (direction · x) over many draws of `draw`, each a point in d dimensions. */
function projections(
  direction: readonly number[],
  draw: (out: Float64Array, index: number) => void = (out, index) => fillSphere(out, 1, streams(index)("x")),
): Float64Array {
  const x = new Float64Array(direction.length);
  return Float64Array.from({ length: DRAWS }, (_, index) => {
    draw(x, index);
    return direction.reduce((sum, t, i) => sum + t * x[i], 0);
  });
}

test.each([1, 2, 3, 100, 10_000])("in %i dimensions the norm is the radius", (d) => {
  const x = new Float64Array(d);
  fillSphere(x, 3, streams(0)("norm"));
  const squares = x.reduce((sum, t) => sum + t * t, 0);
  // Both sums of d squares are off by at most d·2⁻⁵³ relative, the rest by a few units in the last place.
  expect(Math.abs(squares / 9 - 1)).toBeLessThan((2 * d + 16) * 2 ** -53);
});

test("in one dimension it is a fair sign times the radius", () => {
  const points = projections([1]);
  expect(points.every((t) => Math.abs(t) === 1)).toBe(true);
  const heads = points.filter((t) => t > 0).length;
  const tail = (count: number) => {
    const least = Math.min(count, DRAWS - count);
    return 2 * Math.exp(logIncompleteBeta(0.5, DRAWS - least, least + 1).logLower);
  };
  expect(tail(heads)).toBeGreaterThan(ALPHA);
  expect(tail(Math.round(0.53 * DRAWS))).toBeLessThan(ALPHA);
});

// False alarm at most ALPHA each, by Dvoretzky–Kiefer–Wolfowitz.
const threshold = dkwDistance(DRAWS, ALPHA);
const r = Math.sqrt(1 / 3);

describe.each([
  ["an axis", [0, 0, 1]],
  ["a diagonal", [r, r, r]],
])("in three dimensions, along %s", (_, direction) => {
  test("the projection is uniform on [−1, 1] (Archimedes)", () => {
    expect(distanceToLaw(projections(direction), (t) => (1 + t) / 2)).toBeLessThan(threshold);
  });

  test("that of a sphere stretched by a half along it, and projected back, is not", () => {
    const stretched = (out: Float64Array, index: number) => {
      fillSphere(out, 1, streams(index)("x"));
      const along = direction.reduce((sum, t, i) => sum + t * out[i], 0);
      for (let i = 0; i < 3; i++) out[i] += (along * direction[i]) / 2;
      const norm = Math.hypot(...out);
      for (let i = 0; i < 3; i++) out[i] /= norm;
    };
    // Twice the threshold: its true distance is caught but with probability ALPHA.
    expect(distanceToLaw(projections(direction, stretched), (t) => (1 + t) / 2)).toBeGreaterThan(2 * threshold);
  });
});

test("in two dimensions the angle is uniform", () => {
  const x = new Float64Array(2);
  const angles = Float64Array.from({ length: DRAWS }, (_, index) => {
    fillSphere(x, 2, streams(index)("angle"));
    return Math.atan2(x[1], x[0]);
  });
  const cdf = (t: number) => (t + Math.PI) / (2 * Math.PI);
  expect(distanceToLaw(angles, cdf)).toBeLessThan(threshold);
  expect(distanceToLaw(angles.map(Math.abs), cdf)).toBeGreaterThan(threshold);
});
