import { describe, expect, test } from "vitest";
import { logNormalUpperTail } from "../normal-tail.js";
import { callTable } from "../testing/call-table.js";
import { dimple, normal, rectified } from "../testing/variables.js";
import { singleTail } from "./single-tail.js";

describe("singleTail", () => {
  test.each([
    ["±Z", normal, (t: number) => logNormalUpperTail(t)],
    ["± max(0, Z)", rectified, (t: number) => logNormalUpperTail(t) - Math.LN2],
  ] as const)("of %s is as in closed form, down to e^-20000", (_, variable, closed) => {
    for (const t of [0.1, 1, 5, 12, 37, 200]) {
      const { logLower, logUpper } = singleTail(variable, t);
      expect(logLower).toBeLessThanOrEqual(closed(t) + 1e-15 * t * t);
      expect(logUpper).toBeGreaterThanOrEqual(closed(t) - 1e-15 * t * t);
      expect(logUpper - logLower).toBeLessThan(1e-12 + 2e-14 * t * t);
    }
  });

  test("of ±(1 − e^(−Z²/2)) is P(|Z| > √(−2 log(1 − T)))/2", () => {
    for (const T of [0.01, 0.1, 0.5, 0.999]) {
      const closed = logNormalUpperTail(Math.sqrt(-2 * Math.log1p(-T)));
      const { logLower, logUpper } = singleTail(dimple, T);
      expect(logLower).toBeLessThanOrEqual(closed + 1e-14);
      expect(logUpper).toBeGreaterThanOrEqual(closed - 1e-14);
      expect(logUpper - logLower).toBeLessThan(1e-10);
    }
    expect(singleTail(dimple, 1).logUpper).toBe(-Infinity);
  });

  test("decides a threshold at a flat piece that is known to be flat", () => {
    // P(max(0, Z) > 0) = 1/2
    const { logLower, logUpper } = singleTail({ ...rectified, signed: false }, 0);
    expect(Math.exp(logLower)).toBeLessThanOrEqual(0.5);
    expect(Math.exp(logUpper)).toBeGreaterThanOrEqual(0.5);
    expect(logUpper - logLower).toBeLessThan(1e-12);
  });

  test("leaves it open where only a Lipschitz constant is known", () => {
    // max(0, Z) ± slack does not tell whether 0 > 0.
    const { logLower, logUpper } = singleTail({ ...rectified, bounds: null, signed: false }, 0);
    expect(Math.exp(logLower)).toBeLessThanOrEqual(0.5);
    expect(Math.exp(logLower)).toBeGreaterThan(0.499);
    expect(logUpper).toBe(0);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("tails of one variable to the last bit", () => {
  const half = { ...rectified, signed: false };
  const off = { ...dimple, error: () => 1e-6 };
  const jump = {
    ...normal,
    signed: false,
    value: (z: number) => Math.sign(z),
    bounds: null,
    lipschitz: Infinity,
    supremum: 1,
  };
  const variables = [
    normal,
    half,
    off,
    { ...normal, bounds: null, signed: false },
    jump,
    { ...normal, value: (z: number) => z + 3 },
  ];
  const calls = variables.flatMap((variable, i) =>
    (i === 4 ? [-2, 1] : i === 2 || i === 3 ? [0.4] : [-2, -1e-9, 0, 0.4, 0.999, 1, 30]).map(
      (T) => [variable, T] as const,
    ),
  );
  expect(callTable(singleTail, calls)).toMatchSnapshot();
});
