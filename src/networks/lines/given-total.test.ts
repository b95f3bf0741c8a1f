import { describe, expect, test } from "vitest";
import { distanceBetween, dkwDistance } from "../../chance/dkw.js";
import { normal } from "../../chance/normal.js";
import { keyedStreams } from "../../chance/streams.js";
import { farSum } from "./far-sum.js";
import { scaleGivenSquares } from "./given-total.js";
import { nearActive } from "./near-active.js";
import type { ReluLayerScalars } from "./relu-scalars.js";

const streams = keyedStreams({ seed: "given", sampler: "given-total", parameters: {} });

describe("the density of a sum", () => {
  // χ² with n degrees of freedom: log of √(2π·2n) times its density at n + x√(2n).
  const logGamma = (s: number) =>
    (s - 0.5) * Math.log(s) - s + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * s) - 1 / (360 * s ** 3);
  const chiSquareShape = (n: number, x: number) => {
    const y = n + x * Math.sqrt(2 * n);
    return Math.exp(
      0.5 * Math.log(4 * Math.PI * n) + (n / 2 - 1) * Math.log(y) - y / 2 - (n / 2) * Math.LN2 - logGamma(n / 2),
    );
  };

  test.each([2 ** 13, 2 ** 16, 2 ** 20])("is that of χ² with %s degrees of freedom", (n) => {
    const { mean, variance, shape } = farSum({ beyond: 0, shift: 0, squares: true });
    expect(mean).toBeCloseTo(1, 14);
    expect(variance).toBeCloseTo(2, 13);
    for (const x of [-3, -1, 0, 0.1, 1, 3]) expect(shape(n, x) / chiSquareShape(n, x)).toBeCloseTo(1, 8);
  });

  test("has mean and variance of what is left beyond, by quadrature", () => {
    for (const law of [
      { beyond: 0.7, shift: 0, squares: true },
      { beyond: 0.4, shift: 0.2, squares: false },
    ]) {
      let [mass, first, second] = [0, 0, 0];
      for (let i = -120_000; i < 120_000; i++) {
        const w = (i + 0.5) / 10_000;
        if (Math.abs(w) <= law.beyond) continue;
        const weight = Math.exp(-0.5 * (w - law.shift) ** 2);
        const t = law.squares ? w * w : w;
        mass += weight;
        first += weight * t;
        second += weight * t * t;
      }
      const { mean, variance } = farSum(law);
      expect(mean).toBeCloseTo(first / mass, 7);
      expect(variance).toBeCloseTo(second / mass - (first / mass) ** 2, 6);
    }
  });
});

/**
 * Near neurons without the others, beside all of them drawn: two samples of one law are further apart in a statistic than
 * APART = 0.245 with probability at most 1e-10. The totals are far from what is usual, so that a law that ignores them is
 * found out; asked for in two steps, and then all that are left.
 */
const DRAWS = 800;
const APART = 2 * dkwDistance(DRAWS, 1e-10 / 2);
const N = 20_000;

const layer = (hSquared: number | null): ReluLayerScalars => ({
  active: N,
  tau: 1,
  hSquared,
  bSquared: 1,
  bAcross: 0,
  above: 1,
});

const CASES = [
  { name: "given Σz²", scalars: layer(N * 1.3), total: 0, highs: [0.2, 0.6] },
  { name: "given Σaz", scalars: layer(null), total: 9 * Math.sqrt(N), highs: [0.15, 0.5] },
];

const sum = (z: Float64Array, term: (z: number, i: number) => number) => z.reduce((all, t, i) => all + term(t, i), 0);

describe.each(CASES)("near neurons $name", ({ scalars, total, highs: [first, second] }) => {
  const sample = (many: number, own: string, given = { scalars, total }) => {
    const found = [0, 1, 2, 3, 4, 5].map(() => new Float64Array(DRAWS));
    for (let i = 0; i < DRAWS; i++) {
      const random = streams(i);
      const near = nearActive(given.scalars, given.total, 9, random(`all ${own}`), () => random(`near ${own}`), many);
      const [a, b] = [near(0, first), near(first, second)];
      found[0][i] = a.z.length;
      found[1][i] = b.z.length;
      found[2][i] = sum(a.z, (z) => z * z);
      found[3][i] = sum(a.z, (z, j) => z * a.sign[j]);
      found[4][i] = sum(b.z, (z, j) => z * b.sign[j]) + sum(a.z, (z, j) => z * a.sign[j]);
      found[5][i] = a.squaresLeft - b.squaresLeft;
      for (const z of b.z) if (z < first || z >= second) throw new Error("out of the range asked for");
    }
    return found.slice(0, given.scalars.hSquared === null ? 5 : 6);
  };
  const all = sample(Infinity, "all");
  const widest = (other: readonly Float64Array[]) =>
    Math.max(...all.map((values, j) => distanceBetween(values, other[j])));

  test("have the law that they have among all", () => {
    expect(widest(sample(2, "near"))).toBeLessThan(APART);
  });

  test("and not that for another total", () => {
    const other =
      scalars.hSquared === null ? { scalars, total: -total } : { scalars: layer(scalars.hSquared * 1.2), total };
    expect(widest(sample(2, "other", other))).toBeGreaterThan(APART);
  });
});

test.each(CASES)("all that are left $name have that total, and lie beyond", ({ scalars, total, highs: [first] }) => {
  const random = streams(7);
  const near = nearActive(scalars, total, 9, random("a"), () => random("b"), 2);
  const a = near(0, first);
  const b = near(first, Infinity);
  expect(a.z.length + b.z.length).toBe(N);
  expect(Math.min(...b.z)).toBeGreaterThanOrEqual(first);
  const of = (near: typeof a) => sum(near.z, (z, j) => (scalars.hSquared === null ? z * near.sign[j] : z * z));
  expect(of(a) + of(b)).toBeCloseTo(scalars.hSquared ?? total, 5);
  expect(normal(random("c"))).not.toBeNaN();
});

test.each([
  [145_538, 1.0566626440945257, 386_825.0789322331],
  [145_538, 5, 145_538 * 25.9],
  [1e4, 0.01, 1e4],
  [1e5, 30, 1e5 * 901.9],
])("in units of scaleGivenSquares the total of %d variables beyond %d is what is expected", (count, beyond, total) => {
  const scale = scaleGivenSquares(count, beyond, total);
  const { mean, variance } = farSum({ beyond: beyond / scale, shift: 0, squares: true });
  // A proposal that is ten deviations off is kept once in e^50 times.
  expect(Math.abs(total / scale ** 2 - count * mean)).toBeLessThan(1e-6 * Math.sqrt(count * variance));
});
