import erfc from "@stdlib/math-base-special-erfc";
import { describe, expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { distanceToLaw, dkwDistance } from "../../chance/dkw.js";
import { keyedStreams } from "../../chance/streams.js";
import { binomialPValue } from "../../chance/testing/binomial-test.js";
import { logChiSquareTails } from "../../numbers/chi-square-tail.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { completeSetting, type Widths } from "../setting.js";
import { distances, sampleStatistics, thresholdOf } from "../testing/deep-statistics.js";
import { drawRay } from "./ray-draw.js";
import { drawReluRay } from "./relu-ray.js";
import { drawReluScalars } from "./relu-scalars.js";

const ALPHA = 1e-10;
const streams = keyedStreams({ seed: "relu", sampler: "scalars-test", parameters: {} });

test("agrees with the ray law at k = 40, d = 1000, L = 3, and tells three layers from two", () => {
  const draws = 6000;
  const shape = { d: 1000, k: 40, depth: 3, initialisation: "he" } as const;
  const sample = (depth: number) =>
    sampleStatistics(draws, streams(0), (random) => {
      const { value, gradientNorm } = drawReluRay({ ...shape, depth }, random);
      return [value, gradientNorm];
    });
  const ray = sampleStatistics(draws, streams(1), (random) => {
    const { value, gradientNorm } = drawRay({ ...shape, psi: relu }, random);
    return [value, gradientNorm];
  });
  for (const [statistic, distance] of distances(ray, sample(3)))
    expect(distance, statistic).toBeLessThan(thresholdOf(draws, ALPHA));
  expect(distances(ray, sample(2))[0][1]).toBeGreaterThan(thresholdOf(draws, ALPHA));
});

/** Counts and χ² are their means to 1e-7 there, so with variance 2/k f ~ N(0, ½) and ‖∇f‖² = ½ to O(√(L/k)). */
describe("at k = d = 2^53", () => {
  const draws = 20_000;
  const shape = { d: 2 ** 53, k: 2 ** 53, depth: 6, initialisation: "he" } as const;
  const found = Array.from({ length: draws }, (_, i) => drawReluRay(shape, streams(i)));

  test("f is N(0, ½), and would be caught with variance 0.39", () => {
    const values = Float64Array.from(found, ({ value }) => value);
    const normal = (variance: number) => (t: number) => erfc(-t / Math.sqrt(2 * variance)) / 2;
    const threshold = dkwDistance(draws, ALPHA);
    expect(distanceToLaw(values, normal(0.5))).toBeLessThan(threshold);
    expect(distanceToLaw(values, normal(0.39))).toBeGreaterThan(threshold);
  });

  test("‖∇f‖² is ½ to 1e-6", () => {
    for (const { gradientNorm } of found) expect(Math.abs(gradientNorm ** 2 - 0.5)).toBeLessThan(1e-6);
  });
});

test("with variance 1/k both shrink by √2 a layer", () => {
  const shape = { d: 2 ** 53, k: 2 ** 53, depth: 9 } as const;
  const { gradientNorm } = drawReluRay(shape, streams(3));
  expect(Math.abs(gradientNorm ** 2 * 2 ** 9 - 1)).toBeLessThan(1e-6);
});

/** One layer, one neuron: f = 0 with probability ½, else |f| = |z|, and ‖∇f‖² = (f² + χ²_{d−1})/d. */
test("one neuron in d dimensions: d‖∇f‖² is χ²_d where it is not 0, as it is half of the time", () => {
  const [d, draws] = [3, 20_000];
  const norms = Float64Array.from({ length: draws }, (_, i) => drawReluRay({ d, k: 1 }, streams(i)).gradientNorm);
  const alive = norms.filter((t) => t > 0);
  expect(binomialPValue(alive.length, draws, 0.5)).toBeGreaterThan(ALPHA);
  const law = (degrees: number) => (t: number) => Math.exp(logChiSquareTails(degrees, d * t * t - degrees).logLower);
  const threshold = dkwDistance(alive.length, ALPHA);
  expect(distanceToLaw(alive, law(d))).toBeLessThan(threshold);
  expect(distanceToLaw(alive, law(d - 1))).toBeGreaterThan(threshold);
  expect(distanceToLaw(alive, law(d + 1))).toBeGreaterThan(threshold);
});

test("a thousand layers and more underflow to 0, not to NaN", () => {
  for (let draw = 0; draw < 20; draw++) {
    const { value, gradientNorm } = drawReluRay({ d: 1e6, k: 1e6, depth: 3000 }, streams(draw));
    expect(value).toBeCloseTo(0, 100);
    expect(gradientNorm).toBeLessThan(1e-100);
  }
});

test("what is out of range is refused by name", () => {
  expect(() => drawReluRay({ d: 2 ** 53 + 2, k: 1 }, streams(0))).toThrow(
    new RangeError("d is 9007199254740994; it must be an integer in [1, 2^53]"),
  );
  expect(() => drawReluRay({ d: 1, k: 0 }, streams(0))).toThrow(
    new RangeError("k is 0; it must be an integer in [1, 2^53]"),
  );
  expect(() => drawReluRay({ d: 1, k: 1, norm: 0 }, streams(0))).toThrow(
    new RangeError("norm is 0; it must be finite and > 0"),
  );
});

// Pinned to the last bit: a draw that changes must be seen.
test("scalars of all shapes, to the last bit, and the gradient's two parts", () => {
  const streams = keyedStreams({ seed: "scalars", sampler: "pinned", parameters: {} });
  const rows: string[] = [];
  for (const [n, setting] of (
    [
      { d: 1, k: 2 },
      { d: 3, k: [4, 9, 2], coefficients: "gaussian" },
      { d: 2 ** 53, k: 2 ** 53, depth: 3, initialisation: "he" },
      { d: 7, k: 5, norm: 0.1, coefficients: "gaussian" },
      { d: 7, k: 300, depth: 1100, norm: 1e-9 },
    ] as const
  ).entries())
    for (let draw = 0; draw < 3; draw++) {
      const found = drawReluScalars(completeSetting<Widths>({ psi: relu, ...setting }), streams(10 * n + draw));
      if (!found) {
        rows.push("dead");
        continue;
      }
      const { value, alpha, eSquared, gradientNorm, layers } = found;
      const norm = "norm" in setting ? setting.norm : Math.sqrt(setting.d);
      rows.push(`${n} ${draw}: ${exactly({ value, alpha, eSquared, gradientNorm })}`);
      rows.push(exactly([...layers.slice(0, 3), ...layers.slice(-1)].map((layer) => ({ ...layer }))));
      expect(Math.abs(gradientNorm ** 2 - ((alpha * norm) ** 2 + eSquared))).toBeLessThanOrEqual(
        1e-14 * gradientNorm ** 2,
      );
      expect(layers.every(({ bSquared, bAcross }) => bSquared >= bAcross && bAcross >= 0)).toBe(true);
    }
  expect(rows).toMatchSnapshot();
});
