import { beforeAll, expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { mpfr } from "../testing/mpfr.js";
import { continuedErfc, erfSeries } from "./error-function.js";

let tools: Awaited<ReturnType<typeof mpfr>>;
beforeAll(async () => {
  tools = await mpfr();
});

const SMALL = [2 ** -60, 1e-5, 0.1, 0.5, 1, 1.7, 2.9, 3];
const LARGE = [3, 3.5, 5, 9, 27, 100, 1e8];

test("erf and √π·e^(x²)·erfc(x) are MPFR's", () => {
  const { real, pi } = tools;
  for (const x of SMALL) {
    const { high, low } = erfSeries(x);
    const off = real(high).add(low).div(real(x).erf()).sub(1);
    expect(off.lessOrEqual(real(2 ** -85)) && off.neg().lessOrEqual(real(2 ** -85)), `${x}`).toBe(true);
  }
  for (const x of LARGE.slice(0, -1)) {
    const truth = real(x).mul(x).exp().mul(real(x).erfc()).mul(pi().sqrt());
    const { lo, hi } = continuedErfc(x);
    expect(truth.greaterOrEqual(real(lo)) && truth.lessOrEqual(real(hi)), `${x}`).toBe(true);
    expect(hi - lo).toBeLessThan(1e-14 * hi);
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("the error function to the last bit", () => {
  expect(
    callTable(
      erfSeries,
      SMALL.map((x) => [x] as const),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      continuedErfc,
      LARGE.map((x) => [x] as const),
    ),
  ).toMatchSnapshot();
});
