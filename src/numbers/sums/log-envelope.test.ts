import { describe, expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { dimple, normal, rectified } from "../testing/variables.js";
import { cellBoxes } from "./cell-boxes.js";
import type { Line } from "./cumulants.js";
import { logEnvelopeOf } from "./log-envelope.js";

/** The normal law's own line: |φ(ω)| = e^(−ω²/2). */
const line = (_c: number, spacing: number, count: number): Line => ({
  real: 0,
  realError: 0,
  logModulus: Float64Array.from({ length: count }, (_, n) => -0.5 * (n * spacing) ** 2),
  argument: new Float64Array(count),
  relativeError: Float64Array.from({ length: count }, (_, n) => 1e-6 * n),
});
const boxesOf = (variable: typeof normal, c: number) => cellBoxes(variable, 8, [{ tilt: c, logM: 0.5 * c * c }]);
const law = (variable: typeof normal, c: number, more = {}) =>
  logEnvelopeOf({ signs: [1, -1], boxes: boxesOf(variable, c), c, logM: 0.5 * c * c, centre: c, line, ...more });

const OMEGAS = [1e-6, 1e-3, 0.05, 0.2, 0.34, 0.36, 0.7, 1, 3, 30, 1e3, 1e9];

describe("logEnvelopeOf", () => {
  test("bounds the normal law's transform from ω to 2ω", () => {
    for (const c of [0.1, 1]) {
      const envelope = law(normal, c);
      for (const omega of OMEGAS) {
        expect(envelope(omega, -Infinity)).toBeGreaterThanOrEqual(-0.5 * omega * omega);
        expect(envelope(omega, -Infinity)).toBeLessThanOrEqual(0.01);
      }
      // Close by the grid, and near 0.
      expect(envelope(1, -Infinity)).toBeLessThan(-0.4);
      expect(envelope(0.05, -Infinity)).toBeLessThan(-0.1 * 0.05 ** 2);
    }
  });

  test("without a line rests on parts alone", () => {
    const [none, all] = [law(normal, 1, { line: () => null }), law(normal, 1)];
    expect(none(1, -Infinity)).toBeGreaterThanOrEqual(all(1, -Infinity));
    expect(none(30, -Infinity)).toBeLessThan(-1);
    // Nothing is asked of the line where parts are enough.
    const never = () => {
      throw new Error("asked");
    };
    expect(law(normal, 1, { line: never })(1e9, -1)).toBeLessThan(-1);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("envelopes to the last bit", () => {
  const calls = OMEGAS.flatMap((omega) => [-Infinity, -0.5].map((enough) => [omega, enough] as const));
  for (const envelope of [
    law(normal, 1),
    law(dimple, 0.1),
    law(rectified, 2),
    law(dimple, 1, { signs: [1] }),
    law(normal, 1, { line: () => null }),
    law(normal, 1, { boxes: [] }),
  ])
    expect(callTable(envelope, calls)).toMatchSnapshot();
});
