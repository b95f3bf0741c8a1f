import { beforeAll, expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { mpfr, type Real } from "../testing/mpfr.js";
import { accurateAtan, accurateSinCos, TRIG_LIMIT } from "./accurate-trig.js";
import { type DoubleDouble, dd } from "./double-double.js";

let real: (x: number) => Real;
beforeAll(async () => {
  ({ real } = await mpfr());
});

function expectOff(got: DoubleDouble, truth: Real, most: number, name: string): void {
  const off = real(got.high).add(got.low).sub(truth);
  expect(off.lessOrEqual(real(most)) && off.neg().lessOrEqual(real(most)), name).toBe(true);
}

const ANGLES = [0.1, 0.78, 0.79, 1.5, 2.4, 3.9, 5.5, 7.1, 355, 1e5, 1e9 + 0.25, TRIG_LIMIT].flatMap((x) => [x, -x]);
const SLOPES = [2 ** -60, 1e-9, 0.1, 0.5, 0.99, 1].map((x) => dd(x, x * 1.1e-17 * (x < 1 ? 1 : 0)));

test("sine and cosine are right to 2^−95, the arctangent to 2^−85 of itself, by MPFR", () => {
  for (const x of ANGLES) {
    const { sin, cos } = accurateSinCos(x);
    expectOff(sin, real(x).sin(), 2 ** -95, `sin ${x}`);
    expectOff(cos, real(x).cos(), 2 ** -95, `cos ${x}`);
  }
  for (const x of SLOPES)
    expectOff(accurateAtan(x), real(x.high).add(x.low).atan(), 2 ** -85 * x.high, `atan ${x.high}`);
  expect(TRIG_LIMIT).toBe(2 ** 30);
});

test("the arctangent of what is no number is refused", () => {
  expect(() => accurateAtan(dd(Number.NaN))).toThrow(new RangeError("atan(NaN) came out as NaN"));
});

// Pinned to the last bit: an error bound that changes must be seen.
test("sine, cosine and arctangent to the last bit", () => {
  expect(
    callTable(
      accurateSinCos,
      ANGLES.map((x) => [x] as const),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      accurateAtan,
      SLOPES.map((x) => [x] as const),
    ),
  ).toMatchSnapshot();
});
