import { expect, test } from "vitest";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { farShare, farSum } from "./far-sum.js";
import { farSumError } from "./far-sum-error.js";
import { allGivenTotal, nearGivenTotal, scaleGivenSquares } from "./given-total.js";
import { halfNormalBetween, halfNormalsBetween } from "./half-normals-between.js";
import { pairGivenTotal } from "./pair-given-total.js";

const bits = (name: string) => keyedStreams({ seed: "far", sampler: "pinned", parameters: {} })(0)(name);
const LAWS = [
  { beyond: 0, shift: 0, squares: true },
  { beyond: 0.01, shift: 0, squares: true },
  { beyond: 0.5, shift: 0, squares: true },
  { beyond: 0, shift: 0.3, squares: false },
  { beyond: 0.02, shift: -0.4, squares: false },
  { beyond: 0.7, shift: 0.1, squares: false },
  { beyond: 2, shift: 1, squares: false },
];

/** E f(W) for W ~ N(shift, 1) with |W| > beyond, by Simpson's rule. */
function mean({ beyond, shift }: (typeof LAWS)[number], f: (w: number) => number): number {
  const over = (g: (w: number) => number) => {
    let sum = 0;
    for (const side of [1, -1])
      for (let i = 0; i <= 4000; i++) {
        const w = side * (beyond + (12 * i) / 4000);
        sum += (i === 0 || i === 4000 ? 1 : i % 2 ? 4 : 2) * g(w) * Math.exp(-0.5 * (w - shift) ** 2);
      }
    return sum;
  };
  return over(f) / over(() => 1);
}

// Pinned to the last bit: an error bound that changes must be seen.
test("sums of far variables, to the last bit; mean and variance as by quadrature", () => {
  const rows: string[] = [];
  for (const law of LAWS) {
    const sum = farSum(law);
    const part = (w: number) => (law.squares ? w * w : w);
    rows.push(exactly({ ...law, share: farShare(law.beyond, law.shift), mean: sum.mean, variance: sum.variance }));
    rows.push(sum.coefficients.join(" "));
    rows.push(exactly([8192, 1e6].flatMap((n) => [0, 0.5, -2, 9].map((x) => sum.shape(n, x)))));
    const first = mean(law, part);
    expect(sum.mean).toBeCloseTo(first, 8);
    expect(sum.variance).toBeCloseTo(
      mean(law, (w) => (part(w) - first) ** 2),
      7,
    );
    // Of so many it is nearly a normal variable.
    for (const x of [0, 1, -2]) expect(Math.abs(sum.shape(1e12, x) - Math.exp(-0.5 * x * x))).toBeLessThan(1e-5);
    for (const n of [1024, 8192, 2 ** 17]) rows.push(exactly({ ...farSumError(law, sum, n) }));
  }
  expect(rows).toMatchSnapshot();
});

test("half-normal variables between two ends, to the last bit, and inside", () => {
  const rows: string[] = [];
  for (const [low, high] of [
    [0, 0.01],
    [0, 3],
    [0, Infinity],
    [0.3, 0.31],
    [0.3, 9],
    [1, 1.5],
    [2, 9],
    [2, Infinity],
    [6, 6.01],
  ]) {
    const random = bits(`${low} ${high}`);
    const drawn = Float64Array.from({ length: 40 }, () => halfNormalBetween(low, high, random));
    const some = halfNormalsBetween(50, low, high, random);
    rows.push(`${low} ${high}: ${exactly([drawn, some])}`);
    expect([...drawn, ...some].every((t) => t >= low && t <= high)).toBe(true);
    if (high === Infinity) expect(some).toHaveLength(50);
  }
  expect(halfNormalsBetween(0, 0, 1, bits("none"))).toHaveLength(0);
  expect(rows).toMatchSnapshot();
});

test("pairs given their total, to the last bit: beyond, with that total", () => {
  const rows: string[] = [];
  for (const squares of [true, false])
    for (const beyond of [0, 0.3, 1.5])
      for (const shift of squares ? [0] : [0, 0.8, -3])
        for (const rest of [-2.9, 0, 1, 3.1, 5]) {
          const random = bits(`${squares} ${beyond} ${shift} ${rest}`);
          const found = Array.from({ length: 30 }, () => pairGivenTotal(rest, { beyond, shift, squares }, random));
          const kept = found.filter((pair) => pair !== null);
          rows.push(`${squares} ${beyond} ${shift} ${rest}: ${kept.length} ${exactly(kept.flat())}`);
          for (const [x, y] of kept) {
            expect(squares ? x * x + y * y : x + y).toBeCloseTo(rest, 12);
            expect(Math.min(Math.abs(x), Math.abs(y))).toBeGreaterThanOrEqual(beyond * (1 - 1e-12));
          }
        }
  expect(rows).toMatchSnapshot();
});

test("all and near ones given their total, to the last bit: the total is met", () => {
  const rows: string[] = [];
  for (const [count, beyond, each, squares] of [
    [3, 0, 1, true],
    [5, 0.2, 1.3, true],
    [7, 0.2, 0.1, false],
    [6, 1.6, -2, false],
    [20_000, 0.01, 1.01, true],
    [20_000, 0.01, -0.03, false],
    [17_000, 1.4, 0.02, false],
  ] as const) {
    const given = { count, beyond, total: each * count, squares };
    // Of many the last are drawn over and over, until two are right: once is enough.
    const all = count > 9000 && !squares ? new Float64Array(0) : allGivenTotal(given, bits("all"));
    rows.push(`${count} ${beyond} ${each} ${squares}: ${exactly(all)}`);
    const total = all.reduce((sum, w) => sum + (squares ? w * w : w), 0);
    if (all.length > 0) expect(Math.abs(total - given.total)).toBeLessThan(1e-9 * count);
    expect(all.every((w) => Math.abs(w) >= beyond * (1 - 1e-12))).toBe(true);
    for (const high of [beyond + 0.05, beyond + 1]) {
      const drawn = nearGivenTotal(given, high, bits("near"));
      rows.push(drawn === null ? "none" : exactly({ ...drawn }));
      if (!drawn) continue;
      const near = drawn.near.reduce((sum, w) => sum + (squares ? w * w : w), 0);
      expect(Math.abs(near + drawn.left - given.total)).toBeLessThan(1e-9 * count);
      expect(drawn.near.every((w) => Math.abs(w) >= beyond && Math.abs(w) < high)).toBe(true);
    }
  }
  expect(rows).toMatchSnapshot();
});

test("scales of variables given their squares, to the last bit: the mean square is the one that was given", () => {
  const rows: string[] = [];
  for (const [count, beyond, squares] of [
    [10, 0, 40],
    [10, 0.5, 12],
    [1e6, 0.01, 1e6],
    [100, 3, 1000],
  ]) {
    const scale = scaleGivenSquares(count, beyond, squares);
    rows.push(`${count} ${beyond} ${squares}: ${scale}`);
    const law = { beyond: beyond / scale, shift: 0, squares: true };
    expect((scale ** 2 * mean(law, (w) => w * w)) / (squares / count)).toBeCloseTo(1, 6);
  }
  expect(rows).toMatchSnapshot();
});
