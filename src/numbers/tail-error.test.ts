import { describe, expect, test } from "vitest";
import { INCOMPLETE_BETA_TAILS } from "../chance/testing/incomplete-beta-tails.js";
import { logBetaTails } from "./beta-tails.js";
import { chiSquareTails, logChiSquareTails } from "./chi-square-tail.js";
import { logIncompleteBeta } from "./log-incomplete-beta.js";
import { fromLower, fromUpper, tailEnclosure } from "./tail-error.js";
import { BETA_TAILS } from "./testing/beta-tails.js";
import { callTable } from "./testing/call-table.js";
import { CHI_SQUARE_TAILS } from "./testing/chi-square-tails.js";

/** Whether the enclosure has the truth; below e^−745 the truth of a complement underflows to 0. */
function expectEnclosed(log: number, truth: number, where: string) {
  const { logLower, logUpper } = tailEnclosure(log);
  expect(logLower, where).toBeLessThanOrEqual(truth);
  expect(logUpper, where).toBeGreaterThanOrEqual(truth);
}

describe("tailEnclosure", () => {
  test("has both tails of χ² by mpmath", () => {
    for (const [k, deviation, logLower, logUpper] of CHI_SQUARE_TAILS) {
      const tails = logChiSquareTails(k, deviation);
      expectEnclosed(tails.logLower, logLower, `k ${k}, ${deviation}`);
      expectEnclosed(tails.logUpper, logUpper, `k ${k}, ${deviation}`);
    }
  });

  test("has both tails of beta laws by mpmath", () => {
    for (const [x, a, b, logLower, logUpper] of INCOMPLETE_BETA_TAILS) {
      const tails = logIncompleteBeta(x, a, b);
      expectEnclosed(tails.logLower, logLower, `x ${x}, a ${a}, b ${b}`);
      expectEnclosed(tails.logUpper, logUpper, `x ${x}, a ${a}, b ${b}`);
    }
    for (const [a, b, x, logLower, logUpper] of BETA_TAILS) {
      const tails = logBetaTails(a, b, x);
      expectEnclosed(tails.logLower, logLower, `x ${x}, a ${a}, b ${b}`);
      expectEnclosed(tails.logUpper, logUpper, `x ${x}, a ${a}, b ${b}`);
    }
  });

  test("is 0 where the logarithm is −∞, and never above 1", () => {
    expect(tailEnclosure(-Infinity)).toEqual({ logLower: -Infinity, logUpper: -Infinity });
    expect(tailEnclosure(0).logUpper).toBe(0);
  });
});

test("chiSquareTails enclose what a deviation known to ± error leaves open", () => {
  for (const k of [1, 30, 2 ** 53]) {
    const [deviation, error] = [Math.sqrt(k), 0.01 * Math.sqrt(k)];
    const { lower, upper } = chiSquareTails(k, deviation, error);
    for (const at of [-error, 0, error]) {
      const { logLower, logUpper } = logChiSquareTails(k, deviation + at);
      expect(lower.logLower).toBeLessThan(logLower);
      expect(lower.logUpper).toBeGreaterThan(logLower);
      expect(upper.logLower).toBeLessThan(logUpper);
      expect(upper.logUpper).toBeGreaterThan(logUpper);
    }
    expect(upper.logUpper - upper.logLower).toBeLessThan(0.05);
  }
});

test("a logarithm that is known less well than is stated is refused", () => {
  expect(fromLower({ log: -1, error: 1e-13 }).logLower).toBe(-1);
  expect(() => fromLower({ log: -1, error: 1e-11 })).toThrow(new Error("a tail's logarithm -1 is known to 1e-11 only"));
  expect(() => fromLower({ log: -1, error: Number.NaN })).toThrow(Error);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("enclosures, and both tails of one, to the last bit", () => {
  const logs = [0, -1e-300, -1e-12, -0.4, -Math.LN2, -5, -1e9, -Infinity];
  expect(
    callTable(
      tailEnclosure,
      logs.map((log) => [log]),
    ),
  ).toMatchSnapshot();
  const told = logs
    .slice(0, -1)
    .flatMap((log) => [0, 1.8e-12, 1.83e-12, 2e-6].map((error) => [{ log, error }] as const));
  expect(callTable(fromLower, told)).toMatchSnapshot();
  expect(callTable(fromUpper, [...told, [{ log: 1e-14, error: 0 }]])).toMatchSnapshot();
});
