import { expect, it, test } from "vitest";
import { log1mexp, logAddExp } from "./log-space.js";
import { relativeError } from "./relative-error.js";
import { callTable } from "./testing/call-table.js";

/** [x, log(1 − e^x)] by mpmath, log(-expm1(x)) at 400 digits. */
const COMPLEMENTS = [
  [-1e-300, -690.7755278982137],
  [-1e-18, -41.44653167389282],
  [-1e-10, -23.025850929990458],
  [-0.1, -2.3521684610440907],
  [-Math.LN2, -Math.LN2],
  [-0.6931471805599454, -0.6931471805599452],
  [-1, -0.4586751453870819],
  [-5, -0.006760749449488557],
  [-40, -4.248354255291589e-18],
  [-700, -9.85967654375977e-305],
];

/** [a, b, log(e^a + e^b)] by mpmath at 400 digits. */
const SUMS = [
  [-1000, -1000, -999.3068528194401],
  [-1000.5, -1040, -1000.5],
  [0, -0.001, 0.6926473055599401],
  [700, 720, 720.0000000020611],
  [-100000, -100000.000000001, -99999.30685281994],
  [-50, 3, 3.0],
  [100000, -100000, 100000.0],
];

it.each(COMPLEMENTS)("log1mexp(%d) is right to 4 ulp", (x, expected) => {
  expect(relativeError(log1mexp(x), expected)).toBeLessThanOrEqual(4 * 2 ** -52);
});

it("log1mexp takes 0 and −∞, the logarithms of 1 and 0", () => {
  expect(log1mexp(0)).toBe(-Infinity);
  expect(log1mexp(-Infinity)).toBeCloseTo(0, 300);
});

it.each(SUMS)("logAddExp(%d, %d) is right to 4 ulp, either way round", (a, b, expected) => {
  expect(relativeError(logAddExp(a, b), expected)).toBeLessThanOrEqual(4 * 2 ** -52);
  expect(logAddExp(b, a)).toBe(logAddExp(a, b));
});

it("logAddExp treats −∞ as nothing", () => {
  expect(logAddExp(-Infinity, -Infinity)).toBe(-Infinity);
  expect(logAddExp(-3, -Infinity)).toBe(-3);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  expect(
    callTable(
      log1mexp,
      [0, -1e-300, -0.6931471805599452, -Math.LN2, -0.6931471805599454, -40, -Infinity].map((x) => [x]),
    ),
  ).toMatchSnapshot();
  const ends = [-Infinity, -700, -1, 0, 3];
  expect(
    callTable(
      logAddExp,
      ends.flatMap((a) => ends.map((b) => [a, b] as const)),
    ),
  ).toMatchSnapshot();
});
