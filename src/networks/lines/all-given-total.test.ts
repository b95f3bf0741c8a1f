import { expect, test } from "vitest";
import { distanceBetween, distanceToLaw, dkwDistance } from "../../chance/dkw.js";
import { normal } from "../../chance/normal.js";
import { keyedStreams } from "../../chance/streams.js";
import { allGivenTotal } from "./given-total.js";

const streams = keyedStreams({ seed: "all given", sampler: "all-given-total.test", parameters: {} });
const DRAWS = 20_000;
/** Further off with probability 1e-11 at most; the grid of the quadrature adds a thousandth. */
const APART = dkwDistance(DRAWS, 1e-11) + 1e-3;

/** The first, which is one of the pair, and the last, which was proposed by itself: by symmetry of one law. */
function sample(beyond: number, total: number, squares: boolean): readonly Float64Array[] {
  const [first, last] = [new Float64Array(DRAWS), new Float64Array(DRAWS)];
  const bits = streams(0)(`${beyond} ${total} ${squares}`);
  for (let i = 0; i < DRAWS; i++) {
    const w = allGivenTotal({ count: 3, beyond, total, squares }, bits);
    [first[i], last[i]] = [w[0], w[2]];
    expect(Math.min(...w.map(Math.abs))).toBeGreaterThanOrEqual(beyond * (1 - 1e-12));
    const sum = squares ? w[0] ** 2 + w[1] ** 2 + w[2] ** 2 : w[0] + w[1] + w[2];
    if (!(Math.abs(sum - total) < 1e-9)) throw new Error(`the total is ${sum}`);
  }
  return [first, last];
}

/** The distribution function of one of three N(0, 1) variables beyond, given their sum: by a quadrature over the other two. */
function lawGivenSum(beyond: number, total: number): (t: number) => number {
  const [STEP, END] = [0.0125, 12];
  const many = Math.round((2 * END) / STEP);
  const at = (i: number) => -END + (i + 0.5) * STEP;
  const density = (w: number) => (Math.abs(w) > beyond ? Math.exp(-0.5 * w * w) : 0);
  const sums = new Float64Array(many + 1);
  for (let i = 0; i < many; i++) {
    const own = density(at(i));
    let others = 0;
    if (own > 0) for (let j = 0; j < many; j++) others += density(at(j)) * density(total - at(i) - at(j));
    sums[i + 1] = sums[i] + own * others;
  }
  return (t) => {
    const x = Math.min(many - 1e-9, Math.max(0, (t + END) / STEP));
    const i = Math.floor(x);
    return (sums[i] + (x - i) * (sums[i + 1] - sums[i])) / sums[many];
  };
}

test.each([
  [0.3, 4],
  [1, 0.5],
  [2, 7],
  [2, -6.2],
  [3, 3.4],
])("three variables beyond %d with the sum %d have the law given that", (beyond, total) => {
  const law = lawGivenSum(beyond, total);
  const other = lawGivenSum(beyond, total + 0.7);
  for (const values of sample(beyond, total, false)) {
    expect(distanceToLaw(values, law)).toBeLessThan(APART);
    expect(distanceToLaw(values, other)).toBeGreaterThan(APART);
  }
});

test.each([
  [0.3, 4],
  [1, 9],
  [1.5, 7.5],
])("three variables beyond %d with squares of the sum %d are a point of the sphere", (beyond, total) => {
  const bits = streams(1)(`sphere ${beyond}`);
  const points = new Float64Array(DRAWS);
  for (let i = 0; i < DRAWS; ) {
    const w = [normal(bits), normal(bits), normal(bits)];
    const size = Math.sqrt(total) / Math.hypot(...w);
    if (w.every((t) => Math.abs(t) * size > beyond)) points[i++] = Math.abs(w[0]) * size;
  }
  for (const values of sample(beyond, total, true))
    expect(
      distanceBetween(
        values.map((w) => Math.abs(w)),
        points,
      ),
    ).toBeLessThan(2 * dkwDistance(DRAWS, 1e-11));
});

test.each([
  [2.4, 0],
  [3.5, 200],
])("thousands beyond %d are found, none of which is likely by itself", (beyond, total) => {
  const source = streams(2)("words");
  let words = 0;
  const counted = () => {
    words++;
    return source();
  };
  const w = allGivenTotal({ count: 9000, beyond, total, squares: false }, counted);
  expect(w.reduce((sum, t) => sum + t, 0)).toBeCloseTo(total, 8);
  // Two normal variables in place of the last pair would be beyond once in thousands of proposals, each of as many.
  expect(words).toBeLessThan(1e9);
});
