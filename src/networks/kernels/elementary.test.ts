import { all, type BigNumber, create } from "mathjs";
import { expect, it } from "vitest";
import { pow } from "../../numbers/pow.js";
import { exp, log } from "./elementary.js";

const math = create(all, { number: "BigNumber", precision: 40 });

/** A double as it is, not as its shortest decimal. */
function exactly(x: number): BigNumber {
  let shift = 0;
  for (; !Number.isInteger(x * 2 ** shift); shift++);
  return math.bignumber(BigInt(x * 2 ** shift).toString()).div(math.bignumber(2).pow(shift));
}

function relativeError(value: number, exact: BigNumber): number {
  return Math.abs(exactly(value).minus(exact).div(exact).toNumber());
}

it("has exp within 2 ulp from −20 to 0", () => {
  for (let i = 0; i <= 500; i++) {
    const x = -20 * (i / 500) ** 4;
    expect(relativeError(exp(x), exactly(x).exp())).toBeLessThan(2 ** -52);
  }
});

it("has log within 2 ulp from 2⁻⁵³ to 1", () => {
  for (let i = 0; i <= 500; i++) {
    const x = i % 2 ? 2 ** -53 + i / 501 : 1 - 2 ** -53 - (i / 501) ** 8 / 2;
    expect(relativeError(log(x), exactly(x).ln())).toBeLessThan(2 ** -51);
  }
});

// Pinned to the last bit: draws rest on it.
it("has the same bits always", () => {
  const points = Array.from({ length: 60 }, (_, i) => -20 * pow(Math.abs(Math.sin(i)), 3));
  expect([0, -20, -0.35, -0.34, ...points].map(exp)).toMatchSnapshot();
  const shares = Array.from({ length: 60 }, (_, i) => pow(2, -53 * pow(Math.abs(Math.sin(i)), 3)));
  expect([2 ** -53, 0.5, 0.25, Math.SQRT1_2, 1 - 2 ** -53, ...shares].map(log)).toMatchSnapshot();
});
