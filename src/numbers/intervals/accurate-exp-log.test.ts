import { beforeAll, expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { mpfr, type Real } from "../testing/mpfr.js";
import { accurateAsinh, accurateExp, accurateExpm1, accurateLog, accurateLog1p } from "./accurate-exp-log.js";
import { type DoubleDouble, dd } from "./double-double.js";

let real: (x: number) => Real;
beforeAll(async () => {
  ({ real } = await mpfr());
});

const whole = ({ high, low }: DoubleDouble) => real(high).add(low);
/** Whether a double-double is MPFR's value to 2^−bits of it. */
function expectClose(got: DoubleDouble, truth: Real, bits: number, name: string): void {
  const off = whole(got).sub(truth).div(truth);
  expect(off.lessOrEqual(real(2 ** -bits)) && off.neg().lessOrEqual(real(2 ** -bits)), name).toBe(true);
}

const low = (x: number) => x * 1.1e-17;
const BOTH = [0.01, 0.34, 0.35, 0.36, 0.7, 1, 20, 300].flatMap((x) => [x, -x]).flatMap((x) => [dd(x), dd(x, low(x))]);
const FAR = [700, -700, 800, -800].map((x) => dd(x, low(x)));
const POSITIVE = [1, 1.41, 1.42, 0.71, 0.7, 3, 1e-9, 1e9, 2 ** 499, 2 ** -499].flatMap((x) => [dd(x), dd(x, low(x))]);
const ABOVE_MINUS_1 = [0.24, 0.25, 0.26, -0.24, -0.25, -0.26, -0.9, 3, 1e-12, 1e100].flatMap((x) => [
  dd(x),
  dd(x, low(x)),
]);
const SIZES = [2 ** -60, 1e-9, 0.1, 0.25, 0.3, 1, 7, 1e5, 2 ** 200];

test("exponentials and logarithms are right to the digits they state, by MPFR", () => {
  for (const x of [...BOTH, ...FAR]) {
    const { mantissa, exponent } = accurateExp(x);
    expectClose(mantissa, whole(x).exp().div(real(2).pow(exponent)), 92, `exp ${x.high}`);
    expect(mantissa.high).toBeGreaterThan(0.7);
    expect(mantissa.high).toBeLessThan(1.42);
  }
  for (const x of BOTH) expectClose(accurateExpm1(x), whole(x).exp().sub(1), 90, `expm1 ${x.high}`);
  for (const x of POSITIVE.slice(2)) expectClose(accurateLog(x), whole(x).ln(), 90, `log ${x.high}`);
  for (const a of ABOVE_MINUS_1) expectClose(accurateLog1p(a), whole(a).add(1).ln(), 90, `log1p ${a.high}`);
  for (const x of SIZES) expectClose(accurateAsinh(x), real(x).asinh(), 88, `asinh ${x}`);
});

test("nought is nought, and what is no number is refused", () => {
  expect(accurateExpm1(dd(0))).toEqual(dd(0));
  expect(accurateLog(dd(1))).toEqual(dd(0));
  expect(() => accurateLog(dd(-1))).toThrow(new RangeError("log1p(-1) came out as -Infinity"));
});

// Pinned to the last bit: an error bound that changes must be seen.
test("exponentials and logarithms to the last bit", () => {
  const calls = (list: readonly DoubleDouble[]) => list.map((x) => [x] as const);
  expect(callTable(accurateExp, calls([...BOTH, ...FAR]))).toMatchSnapshot();
  expect(callTable(accurateExpm1, calls(BOTH))).toMatchSnapshot();
  expect(callTable(accurateLog, calls(POSITIVE))).toMatchSnapshot();
  expect(callTable(accurateLog1p, calls(ABOVE_MINUS_1))).toMatchSnapshot();
  expect(
    callTable(
      accurateAsinh,
      SIZES.map((x) => [x] as const),
    ),
  ).toMatchSnapshot();
});
