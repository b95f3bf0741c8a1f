import { fillNormal } from "lemmacheck/probability";
import { keyedStreams } from "lemmacheck/statistics";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import type { Given } from "../parameters.js";
import { proposition4Fixed } from "../proposition-4-fixed.js";
import { DIRECTIONS, fixedPair, flipProbability, variance } from "./fixed-pair.js";
import { signChangeProbability } from "./sign-change-probability.js";

const [k, DRAWS] = [12, 20_000];

/** x, δ and v themselves: δ = −(R²/√d)e₁ + R√(1 − R²/d)·e₂, tangent to the ball seen from 0, for x = √d·e₁. */
function vectors({ d, radius, directions }: Given<"d" | "radius" | "directions">) {
  const ratio = radius / Math.sqrt(d);
  const theta = Math.asin(ratio);
  const pad = (...start: number[]) => Float64Array.from({ length: d }, (_, j) => start[j] ?? 0);
  const x = pad(Math.sqrt(d));
  const delta = pad(-radius * ratio, radius * Math.sqrt(1 - ratio ** 2));
  // The middle of the wedge between the line across x and that across x + δ.
  const [c, s] = [Math.sin(theta / 2), -Math.cos(theta / 2)];
  const vs: Readonly<Record<string, Float64Array>> = {
    across: pad(0, 0, 1),
    along: pad(c, s),
    oblique: pad(c * Math.SQRT1_2, s * Math.SQRT1_2, Math.SQRT1_2),
    input: pad(1),
  };
  return { x, delta, v: vs[directions] };
}

const dot = (p: Float64Array, q: Float64Array) => p.reduce((sum, t, j) => sum + t * q[j], 0);

/** Φ from weights drawn one by one. */
function fromWeights(given: Given<"d" | "radius" | "directions">, draw: number): number {
  const { x, delta, v } = vectors(given);
  const random = keyedStreams({ seed: "weights", sampler: "t", parameters: {} })(draw);
  const bits = random("W");
  const w = new Float64Array(given.d);
  let sum = 0;
  for (let i = 0; i < k; i++) {
    fillNormal(w, bits);
    const [before, after] = [dot(w, x), dot(w, x) + dot(w, delta)].map((t) => (t > 0 ? 1 : 0));
    sum += ((bits() & 1 ? 1 : -1) * dot(w, v) * (before - after)) / Math.sqrt(given.d);
  }
  return sum / Math.sqrt(k);
}

describe.each(DIRECTIONS)("%s", (directions) => {
  const given = { d: 5, k, radius: 1.9, directions };
  const both = [
    Float64Array.from({ length: DRAWS }, (_, draw) =>
      fixedPair.draw(given, keyedStreams({ seed: "pair", sampler: "t", parameters: { directions } })(draw)),
    ),
    Float64Array.from({ length: DRAWS }, (_, draw) => fromWeights(given, draw)),
  ];

  test("Φ has the law that weights give it", () => {
    const [p, q] = both.map((sample) => sample.toSorted());
    let [i, j, distance] = [0, 0, 0];
    while (i < DRAWS && j < DRAWS) {
      const at = Math.min(p[i], q[j]);
      while (i < DRAWS && p[i] <= at) i++;
      while (j < DRAWS && q[j] <= at) j++;
      distance = Math.max(distance, Math.abs(i - j) / DRAWS);
    }
    // Kolmogorov and Smirnov: 2exp(−nD²) ≤ 1e-9.
    expect(distance).toBeLessThan(Math.sqrt(Math.log(2e9) / DRAWS));
  });

  test("its variance is what `variance` says", () => {
    for (const sample of both) {
      const squares = sample.map((t) => t * t);
      const mean = squares.reduce((sum, t) => sum + t, 0) / DRAWS;
      const spread = Math.sqrt(squares.reduce((sum, t) => sum + (t - mean) ** 2, 0)) / DRAWS;
      // Seven standard errors: below 1e-9.
      expect(Math.abs(mean - variance(given))).toBeLessThan(7 * spread);
      expect(7 * spread).toBeLessThan(0.15 * mean);
    }
  });
});

test("the exact tail lies within what draws of the weights leave possible", () => {
  const given = { d: 5, k, radius: 1.9, directions: "across", gamma: 0.5 };
  const sample = Array.from({ length: DRAWS }, (_, draw) => fromWeights(given, draw));
  for (const t of [0, 0.1, 0.3, 0.6]) {
    if (proposition4Fixed.kind !== "whp") throw new Error("the claim is of high probability");
    const { logUpper } = proposition4Fixed.exact!(given, t)!;
    const rate = sample.filter((phi) => phi > t).length / DRAWS;
    // Hoeffding at 1e-9.
    expect(Math.abs(rate - Math.exp(logUpper))).toBeLessThan(Math.sqrt(Math.log(2e9) / (2 * DRAWS)));
  }
});

test("on a line signs change beyond R = 1 alone", () => {
  expect([0.5, 1, 1.01].map((radius) => flipProbability({ d: 1, radius }))).toEqual([0, 0, 1]);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("angles, variances, costs and draws at many sizes", () => {
  const found = [1, 2, 3, 100, 1e15].flatMap((dimension) =>
    [1e-9, 1, Math.sqrt(2), Math.sqrt(3) * (1 + 1e-15), 9.9, 10.1].flatMap((radius) =>
      DIRECTIONS.map((directions) => {
        const given = { d: dimension, k: 9, radius, directions };
        const streams = keyedStreams({ seed: "pinned", sampler: "t", parameters: {} })(dimension);
        return [
          dimension,
          radius,
          directions,
          flipProbability(given),
          variance(given),
          fixedPair.cost(given),
          fixedPair.draw(given, streams),
        ];
      }),
    ),
  );
  expect(exactLines(found)).toMatchSnapshot();
});

test("signs change as often as the largest angle says", () => {
  for (const [dimension, radius] of [
    [4, 1],
    [9, 3],
    [100, 5],
  ]) {
    const angle = Math.asin(radius / Math.sqrt(dimension)) / Math.PI;
    expect(flipProbability({ d: dimension, radius })).toBeCloseTo(angle, 15);
    expect(signChangeProbability({ d: dimension, radius })).toBeCloseTo(angle, 15);
  }
  // At R = √d it is a right angle, or no change at all on a line; beyond, any.
  const at = (dimension: number, radius: number) => signChangeProbability({ d: dimension, radius });
  expect([at(4, 2), at(4, 2 + 1e-15), at(1, 1), at(1, 0.5), at(1, 1 + 1e-15), at(4, 0)]).toEqual([0.5, 1, 0, 0, 1, 0]);
});
