import { expect, it, test } from "vitest";
import { logRational, rational } from "../chance/testing/rational.js";
import { logPoissonTails } from "./poisson-tails.js";
import { callTable } from "./testing/call-table.js";

/** What the docstring states of the smaller tail. */
const tolerance = (log: number) => 1e-13 + 1e-15 * Math.abs(log);

const SCALE = 1n << 300n;

/** log P(N ≥ count) and log P(N ≤ count), sums of mean^j/j! in integers with 300 binary places below the first. */
function summed(count: number, mean: number): readonly [atLeast: number, atMost: number] {
  const { numerator: p, denominator: q } = rational(mean);
  let first = SCALE << 600n;
  for (let j = 1; j <= count; j++) first = (first * p) / (q * BigInt(j));
  let [below, above] = [first, first];
  for (let j = count, term = first; j > 0 && term > 0n; j--, below += term) term = (term * q * BigInt(j)) / p;
  for (let j = count + 1, term = first; term > 0n; j++, above += term) term = (term * p) / (q * BigInt(j));
  const log = (numerator: bigint) => logRational({ numerator, denominator: SCALE << 600n }) - mean;
  return [log(above), log(below)];
}

it.each([1e-9, 0.3, 1, 3.75, 20, 137.03125, 1000])("adds up the law of mean %d", (mean) => {
  for (const z of [-30, -8, -3, -1, 0, 1, 3, 8, 15, 40]) {
    const count = Math.round(mean + z * Math.sqrt(mean) + Math.sign(z));
    if (count < 0) continue;
    const { logAtLeast, logAtMost } = logPoissonTails(count, mean);
    const [atLeast, atMost] = summed(count, mean);
    // The reference has the rounding of its logarithm and of the mean; above ½ the complement is what is stated.
    const slack = 4e-16 * (mean + Math.abs(atLeast) + Math.abs(atMost));
    expect(Math.abs(logAtLeast - atLeast), `count ${count}`).toBeLessThanOrEqual(tolerance(atLeast) + slack);
    expect(Math.abs(logAtMost - atMost), `count ${count}`).toBeLessThanOrEqual(tolerance(atMost) + slack);
  }
});

it("has Ramanujan's value at a mean that is an integer", () => {
  // P(N < m) + θ·P(N = m) = ½, θ = 1/3 + 4/(135m) − 8/(2835m²) − …, and P(N = m) by Stirling's series.
  for (let m = 256; m <= 2 ** 52; m *= 16) {
    const mass = (1 - 1 / (12 * m) + 1 / (288 * m * m)) / Math.sqrt(2 * Math.PI * m);
    const theta = 1 / 3 + (4 / 135 - 8 / 2835 / m) / m;
    expect(Math.exp(logPoissonTails(m - 1, m).logAtMost)).toBeCloseTo(0.5 - theta * mass, 9 + Math.log2(m) / 16);
    expect(Math.exp(logPoissonTails(m - 1, m).logAtMost) / (0.5 - theta * mass)).toBeCloseTo(1, 9);
    expect(Math.exp(logPoissonTails(m, m).logAtLeast) / (0.5 + theta * mass)).toBeCloseTo(1, 9);
  }
});

it("lies between its last term and a geometric series far from the mean", () => {
  for (const mean of [1e6, 1e12, 2 ** 50])
    for (const share of [0.3, 0.9, 1.1, 3]) {
      const count = Math.round(mean * share);
      // log P(N = count) by Stirling's formula, whose series is below 1e-7 here
      const mass = count * Math.log(mean / count) + count - mean - 0.5 * Math.log(2 * Math.PI * count);
      const ratio = share < 1 ? count / mean : mean / count;
      const { logAtLeast, logAtMost } = logPoissonTails(count, mean);
      const over = (share < 1 ? logAtMost : logAtLeast) - mass;
      const slack = 1e-6 + 2 ** -50 * count * (1 + Math.abs(Math.log(share)));
      expect(over).toBeGreaterThan(-slack);
      expect(over).toBeLessThan(-Math.log1p(-ratio) + slack);
    }
});

it("keeps tails that no double holds", () => {
  expect(logPoissonTails(0, 1e6).logAtMost).toBeCloseTo(-1e6, 6);
  // P(N ≥ 1000) = e^(−mean)·mean^1000/1000!·(1 + mean/1001 + …), log 1000! = 5912.128178488163
  expect(logPoissonTails(1000, 1e-9).logAtLeast / (-9000 * Math.LN10 - 5912.128178488163)).toBeCloseTo(1, 13);
});

it("knows what is sure", () => {
  expect(logPoissonTails(-1, 3)).toEqual({ logAtLeast: 0, logAtMost: -Infinity });
  expect(logPoissonTails(0, 0)).toEqual({ logAtLeast: 0, logAtMost: 0 });
  expect(logPoissonTails(1, 0)).toEqual({ logAtLeast: -Infinity, logAtMost: 0 });
});

it("names the argument that is out of range", () => {
  for (const count of [0.5, 2 ** 53, Number.NaN])
    expect(() => logPoissonTails(count, 1)).toThrow(new RangeError(`count is ${count}; it must be a safe integer`));
  for (const mean of [-1, Number.NaN, Infinity])
    expect(() => logPoissonTails(1, mean)).toThrow(new RangeError(`mean is ${mean}; it must be in [0, 2^53]`));
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  const calls = [0, 1e-300, 0.4, 3, 1e5, 2 ** 53].flatMap((mean) =>
    [-1, 0, 1, 2, 5, 1e5].map((count) => [count, mean] as const),
  );
  expect(
    callTable(logPoissonTails, [...calls, [0.5, 1], [2 ** 53, 1], [1, -1], [1, 2 ** 54], [1, Number.NaN]]),
  ).toMatchSnapshot();
});
