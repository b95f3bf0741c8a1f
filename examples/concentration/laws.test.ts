import { logBetaTails, normal } from "lemmacheck/probability";
import { keyedStreams } from "lemmacheck/statistics";
import { expect, test } from "vitest";
import { exhibits as comparisons } from "./exhibits.js";
import { bernoulli, lowerCountTail } from "./laws/bounded-law.js";
import { gaussianMatrix } from "./laws/gaussian-matrix.js";
import { projectedSimplex } from "./laws/projected-simplex.js";
import { chiMean } from "./shared/chi-mean.js";
import { crossings } from "./shared/crossings.js";
import { deviationAt, exactDeviation } from "./shared/deviation-at.js";
import { largestTail } from "./shared/largest-tail.js";
import { bennettsFunction, meanBounds, relativeEntropy } from "./shared/mean-bounds.js";

/** By how much two distribution functions of 4000 draws may differ: DKW for each, at 1e-9. */
const DRAWS = 4000;
const ALLOWED = 2 * Math.sqrt(Math.log(2e9) / (2 * DRAWS));

/** sup |F − G| of two samples of one size. */
function distance(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [a.toSorted((s, t) => s - t), b.toSorted((s, t) => s - t)];
  let [i, j, most] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    if (x[i] <= y[j]) i++;
    else j++;
    most = Math.max(most, Math.abs(i - j) / x.length);
  }
  return most;
}

/** The singular values of a dense matrix of n rows and two columns, from its Gram matrix. */
function dense(n: number, random: Parameters<typeof normal>[0]): readonly [smallest: number, largest: number] {
  let [a, b, c] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [x, y] = [normal(random), normal(random)];
    a += x * x;
    b += x * y;
    c += y * y;
  }
  const root = Math.sqrt(((a - c) / 2) ** 2 + b * b);
  return [Math.sqrt(Math.max(0, (a + c) / 2 - root)), Math.sqrt((a + c) / 2 + root)];
}

test("singular values by a bidiagonal matrix have the law of a dense one's, jointly; those of three rows more have not", () => {
  const streams = keyedStreams({ seed: "1", sampler: "matrices", parameters: {} });
  const all = Array.from({ length: DRAWS }, (_, i) => i);
  const bidiagonal = all.map((i) => {
    const { smallest, largest } = gaussianMatrix.draw({ n: 6, m: 2 }, streams(i));
    return [smallest.upper, largest.upper] as const;
  });
  const other = (n: number) => all.map((i) => dense(n, streams(i)("dense")));
  const statistics: readonly ((s: readonly [number, number]) => number)[] = [
    ([smallest]) => smallest,
    ([, largest]) => largest,
    ([smallest, largest]) => largest - smallest,
  ];
  for (const statistic of statistics)
    expect(distance(bidiagonal.map(statistic), other(6).map(statistic))).toBeLessThan(ALLOWED);
  expect(distance(bidiagonal.map(statistics[1]), other(9).map(statistics[1]))).toBeGreaterThan(ALLOWED);
});

test("enclosures of singular values are narrow, and in order", () => {
  const streams = keyedStreams({ seed: "1", sampler: "matrices", parameters: {} });
  for (const [n, m] of [
    [1, 1],
    [50, 50],
    [2 ** 40, 20],
  ]) {
    const { smallest, largest } = gaussianMatrix.draw({ n, m }, streams(0));
    expect(largest.upper / largest.lower - 1).toBeLessThan(1e-10);
    expect(smallest.lower).toBeLessThanOrEqual(largest.upper);
    // ‖G‖ ≤ √n + √m + 7, but for e^(−49/2) = 2e-11.
    expect(largest.upper).toBeLessThan(Math.sqrt(n) + Math.sqrt(m) + 7);
    expect(smallest.upper).toBeGreaterThan(Math.sqrt(n) - Math.sqrt(m) - 7);
  }
});

test("the distortion of one pair has the law of a Beta variable", () => {
  const streams = keyedStreams({ seed: "1", sampler: "pairs", parameters: {} });
  const [d, k] = [40, 12];
  const drawn = Array.from({ length: DRAWS }, (_, i) => projectedSimplex.draw({ points: 2, d, k }, streams(i)));
  for (const eps of [0.1, 0.2, 0.4]) {
    const at = (side: number) => logBetaTails(k / 2, (d - k) / 2, ((1 + side * eps) * k) / d);
    const p = Math.exp(at(1).logUpper) + Math.exp(at(-1).logLower);
    const share = drawn.filter((worst) => worst > eps).length / DRAWS;
    // Hoeffding, at 1e-9.
    expect(Math.abs(share - p)).toBeLessThan(ALLOWED / 2);
  }
});

test("E χ_n from what is known of it", () => {
  const known: readonly (readonly [number, number])[] = [
    [1, Math.sqrt(2 / Math.PI)],
    [2, Math.sqrt(Math.PI / 2)],
    [3, 2 * Math.sqrt(2 / Math.PI)],
  ];
  for (const [n, mean] of known) {
    const { lower, upper } = chiMean(n);
    expect(lower).toBeLessThanOrEqual(mean);
    expect(upper).toBeGreaterThanOrEqual(mean);
    expect(upper - lower).toBeLessThan(1e-8);
  }
  // √n·(1 − 1/(4n) + …)
  const { lower, upper } = chiMean(1e8);
  expect((lower + upper) / 2).toBeCloseTo(1e4 * (1 - 0.25e-8), 6);
});

test("h and the relative entropy keep their digits for small arguments", () => {
  for (const u of [-0.9, -1e-3, -1e-5, 1e-9, 1e-4, 0.01, 3]) {
    // h(u) = ∫₀^u log(1 + v) dv by Simpson's rule.
    const steps = 2000;
    let sum = 0;
    for (let i = 0; i <= steps; i++) sum += (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2) * Math.log1p((u * i) / steps);
    expect(bennettsFunction(u) / ((sum * u) / (3 * steps))).toBeCloseTo(1, 8);
  }
  const entropy = (q: number, p: number) => q * Math.log(q / p) + (1 - q) * Math.log((1 - q) / (1 - p));
  expect(relativeEntropy(0.1, 0.2)).toBeCloseTo(entropy(0.3, 0.1), 14);
  expect(relativeEntropy(0.5, 0.5)).toBeCloseTo(Math.LN2, 14);
  expect(relativeEntropy(0.5, 0.6)).toBe(Infinity);
  // x²/(2p(1 − p)) to first order
  expect(relativeEntropy(0.1, 1e-9) / (1e-18 / 0.18)).toBeCloseTo(1, 7);
});

test("the tail of the largest of n normal variables, where it underflows too", () => {
  // 1 − Φ(0)² and 1 − Φ(1)³
  expect(Math.exp(largestTail(2, 0).logUpper)).toBeCloseTo(0.75, 10);
  expect(Math.exp(largestTail(3, 1).logLower)).toBeCloseTo(1 - 0.8413447460685429 ** 3, 10);
  // log n + log Q(50), Q(t) = e^(−t²/2)/(t√(2π))·(1 − 1/t² + 3/t⁴ − …)
  const { logLower, logUpper } = largestTail(1000, 50);
  const known = Math.log(1000) - 1250 - Math.log(50 * Math.sqrt(2 * Math.PI)) + Math.log1p(-1 / 2500 + 3 / 6.25e6);
  expect(logLower).toBeLessThan(known + 1e-8);
  expect(logUpper).toBeGreaterThan(known - 1e-8);
  expect(logUpper - logLower).toBeLessThan(1e-9);
  // Both ways of computing it agree where they meet.
  for (const t of [8.9, 9, 9.1, 9.2])
    expect(largestTail(10, t).logLower).toBeCloseTo(Math.log(10) + largestTail(1, t).logLower, 9);
});

test("lower tails of counts at their atoms", () => {
  expect(Math.exp(lowerCountTail(2, 0.5, 1).logUpper)).toBeCloseTo(0.25, 9);
  expect(Math.exp(lowerCountTail(2, 0.5, 0.5).logUpper)).toBeCloseTo(0.25, 9);
  expect(lowerCountTail(2, 0.5, 1.5).logUpper).toBe(-Infinity);
});

test("what compare shows: bounds are above the exact deviation, and change their order where it says", () => {
  const law = bernoulli(0.1);
  const exact = exactDeviation(law, 1000, Math.log(0.01)) ?? 0;
  // P(N ≥ 124) = 0.0079…, P(N ≥ 123) = 0.0103…
  expect(exact).toBeCloseTo(0.023, 9);
  const at = (name: string, n: number) => deviationAt(meanBounds[name], law, n, Math.log(0.01)) ?? Infinity;
  for (const name of Object.keys(meanBounds)) expect(at(name, 1000)).toBeGreaterThan(exact);
  expect(at("Hoeffding", 1000)).toBeCloseTo(Math.sqrt(Math.log(100) / 2000), 12);
  const crossing = crossings(law, 1000, 0.01).find(
    ({ along, below, above }) => along === "n" && below === "Hoeffding" && above === "Bernstein",
  );
  const n = crossing?.at ?? 0;
  expect(at("Hoeffding", n - 1)).toBeLessThan(at("Bernstein", n - 1));
  expect(at("Hoeffding", n)).toBeGreaterThan(at("Bernstein", n));
});

test("the report compares the bounds for the laws of its rows, and for no law that it does not know", async () => {
  const { rooms } = comparisons;
  const given = { records: [], additions: {} };
  const [{ exhibits }] = await rooms({ ...given, cells: [{ law: "bernoulli(0.01)", n: 7, t: 0.1 }, { law: "mine" }] });
  expect(exhibits.map(({ title }) => title)).toEqual(["bernoulli(0.01)"]);
  const [{ facts, lists, pictures }] = exhibits;
  // As README has them.
  expect(facts).toContainEqual(["exact", "t = 0.018"]);
  expect(facts).toContainEqual(["Hoeffding", "t = 0.08311, 4.617 times the exact one"]);
  expect(facts).toContainEqual(["Cantelli", "says nothing"]);
  expect(lists?.[0].items).toContain("n = 14: Hoeffding is smaller below, Bernstein from there on");
  const curves = pictures?.[0].panels.flatMap((panel) => panel.curves) ?? [];
  const heights = curves.flatMap(({ points }) => points.map(({ y }) => y));
  expect(heights.length).toBeGreaterThan(100);
  // No bound is below the exact law.
  for (const y of heights) expect(y).toBeLessThanOrEqual(1 + 1e-9);
  expect(await rooms({ ...given, cells: [{ n: 7 }] })).toEqual([]);
});
