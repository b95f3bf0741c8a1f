import { describe, expect, test } from "vitest";
import { logNormalUpperTail } from "../normal-tail.js";
import { callTable } from "../testing/call-table.js";
import { contourTail } from "./contour-tail.js";
import type { Cumulants } from "./cumulants.js";
import { laplace } from "./laplace-tail.js";

/** N(0, 1): log M(c + iω)/M(c) = −ω²/2 + icω. */
const normal: Cumulants = {
  deviation: 1,
  supremum: Infinity,
  edge: Infinity,
  real: (c) => ({ value: (c * c) / 2, slope: c }),
  line: (c, spacing, count) => ({
    real: (c * c) / 2,
    realError: 2 ** -53 * c * c,
    logModulus: Float64Array.from({ length: count }, (_, n) => -0.5 * (n * spacing) ** 2),
    argument: Float64Array.from({ length: count }, (_, n) => c * n * spacing),
    relativeError: Float64Array.from({ length: count }, (_, n) => 2 ** -52 * n * spacing * (n * spacing + c)),
  }),
  logEnvelope: () => (omega) => -0.5 * omega * omega,
};
/** It never falls below 1/2, as for an atom. */
const stuck: Cumulants = { ...normal, logEnvelope: () => (omega) => Math.max(-Math.LN2, -0.5 * omega * omega) };
const bounded: Cumulants = { ...normal, supremum: 3 };
const CASES = [
  ["normal", normal],
  ["stuck", stuck],
  ["bounded", bounded],
  ["laplace", laplace],
  ["no line", { ...normal, line: () => null }],
  ["flat", { ...normal, real: () => ({ value: 0, slope: 0 }) }],
  ["an edge at 1/2", { ...laplace, edge: 0.5, real: (c: number) => laplace.real(c < 0.5 ? c : 1) }],
  ["out of range", { ...normal, real: (c: number) => ({ value: c < 3 ? (c * c) / 2 : Infinity, slope: c }) }],
] as const;

describe("contourTail", () => {
  test("of a normal sum is the normal tail, to nine digits", () => {
    for (const k of [1, 7, 1e6, 2 ** 53]) {
      const tail = contourTail(normal, k);
      for (const z of [0, 0.3, 0.99, 1.01, 3.5, 12, 30, 38]) {
        const { logLower, logUpper } = tail(z * Math.sqrt(k))!;
        const off = 1e-14 * (1 + z * z);
        expect(logLower).toBeLessThanOrEqual(logNormalUpperTail(z) + off);
        expect(logUpper).toBeGreaterThanOrEqual(logNormalUpperTail(z) - off);
        expect(logUpper - logLower).toBeLessThan(1e-9);
      }
    }
  });

  test("is null where the sum does not converge, and for many summands it does", () => {
    expect(contourTail(stuck, 3)(1)).toBeNull();
    const { logLower, logUpper } = contourTail(stuck, 200)(10 * Math.SQRT2)!;
    expect(logLower).toBeLessThan(logNormalUpperTail(1));
    expect(logUpper).toBeGreaterThan(logNormalUpperTail(1));
    expect(contourTail({ ...normal, line: () => null }, 3)(1)).toBeNull();
  });

  test("is impossible from the supremum of the sum on, and bounded from above alone far out", () => {
    const NEVER = { logLower: -Infinity, logUpper: -Infinity };
    expect([contourTail(bounded, 2)(6), contourTail(bounded, 2)(7)]).toEqual([NEVER, NEVER]);
    expect(contourTail(bounded, 2)(5.9)).not.toEqual(NEVER);
    const { logLower, logUpper } = contourTail(normal, 1)(60)!;
    expect(logLower).toBe(-Infinity);
    expect(logUpper).toBeLessThan(-800);
    expect(logUpper).toBeGreaterThan(logNormalUpperTail(60));
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("tails by contours to the last bit", () => {
  for (const [name, law] of CASES)
    for (const k of [1, 64, 2 ** 40]) {
      const tail = contourTail(law, k);
      expect(
        callTable(
          (z: number) => tail(z * Math.sqrt(k)),
          [0, 0.7, 2.2, 9, 33, 39.5, 50].map((z) => [z]),
        ),
        `${name}, ${k}`,
      ).toMatchSnapshot();
    }
});
