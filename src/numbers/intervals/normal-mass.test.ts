import { expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { logOfUnit, normalMass, normalMasses } from "./normal-mass.js";

/** low, high, unit and e^(unit²/2)·P(low < Z < high), by mpmath in 60 digits. */
const REFERENCES = [
  [1, Infinity, 0, "0.158655253931457051414767454368"],
  [0.5, 0.5000001, 0, "0.0000000352065317777354234302410247593"],
  [3.9, 4.1, 0, "0.0000274388371050559642834922837392"],
  [-2, 1.5, 0, "0.910442666782962726795223321854"],
  [10, Infinity, 10, "0.0395066941013860029445182384935"],
  [50, 51, 50, "0.00797565789199301243268850896314"],
  [-7.5, -7.25, 0, "1.76476899138097980841326880625e-13"],
  [4.2426, 4.2427, 0, "0.00000000492314437805451738153445716323"],
  [200, Infinity, 200, "0.00199466153796172966068950541641"],
] as const;

/** a·10^40 of a decimal number, rounded. */
function scaled(text: string): bigint {
  const [, whole, fraction = "", exponent = "0"] = /^(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/.exec(text)!;
  const shift = 40 - fraction.length + Number(exponent);
  const digits = BigInt(whole + fraction);
  return shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
}
/** x·10^40, exactly but for what is below 1. */
const exact = (x: number) => (BigInt(Math.round(x * 2 ** 52 * 2 ** 40)) * 10n ** 40n) >> 92n;

test.each(REFERENCES)(
  "P(%d < Z < %d) in units of e^(−%d²/2) is between the ends, which are close",
  (low, high, unit, value) => {
    const { lo, hi } = normalMass(low, high, unit);
    expect(exact(lo)).toBeLessThanOrEqual(scaled(value) + 1n);
    expect(exact(hi)).toBeGreaterThanOrEqual(scaled(value) - 1n);
    // Differences lose what they must.
    expect(hi - lo).toBeLessThan(
      1e-14 * normalMass(low < 0 && high > 0 ? 0 : Math.min(Math.abs(low), Math.abs(high)), Infinity, unit).hi * 10,
    );
  },
);

// Pinned to the last bit: an error bound that changes must be seen.
test("masses on either side of 0 and across it, near and far, in units of any size", () => {
  const ENDS = [-Infinity, -40, -5, -4.2, -1, 0, 0.5, 4.24, 4.25, 9, 40, Infinity];
  const pairs = ENDS.flatMap((a, i) => ENDS.slice(i).map((b) => [a, b] as const));
  expect(
    callTable(
      normalMass,
      pairs.map(([a, b]) => [a, b, 0]),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      normalMass,
      pairs.filter(([a]) => a > 0 || a === -5).map(([a, b]) => [a, b, 4.5]),
    ),
  ).toMatchSnapshot();
  expect(callTable(logOfUnit, [[0], [1], [0.1], [4.5]])).toMatchSnapshot();
  for (const [a, b] of pairs) {
    const [{ lo, hi }, mirrored] = [normalMass(a, b), normalMass(-b, -a)];
    expect(mirrored).toEqual({ lo, hi });
    expect(lo).toBeGreaterThanOrEqual(0);
    expect(hi).toBeLessThan(1 + 1e-15);
  }
  expect(normalMasses()(1, 2)).toEqual(normalMass(1, 2, 0));
});
