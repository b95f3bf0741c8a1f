import { describe, expect, test } from "vitest";
import { tanhBounds } from "../majorants/elementary-bounds.js";
import { dimple, normal, rectified, uniform } from "../testing/variables.js";
import { gaussianCumulants } from "./gaussian-cumulants.js";
import type { GaussianVariable } from "./gaussian-variable.js";

/** Two clumps far from 0, whose transform comes back near 1 again and again. */
const clumps: GaussianVariable = {
  ...normal,
  value: (z) => 2 + Math.tanh(z),
  slope: (z) => 1 / Math.cosh(z) ** 2,
  bounds: (low, high, order) => {
    const a = tanhBounds(low, high, order);
    a[0] += 2;
    return a;
  },
  error: () => 1e-15,
  supremum: 3,
};

describe.each([
  ["±Z", normal],
  ["uniform", uniform],
  ["± max(0, Z)", rectified],
  ["dimple", dimple],
  ["clumps", clumps],
])("the envelope of %s", (_, variable) => {
  test.each([0.01, 0.5, 2])("bounds the tilted transform, at c = %d", (c) => {
    const law = gaussianCumulants(variable, 0, 0);
    const envelope = law.logEnvelope(c);
    for (let omega = 0.01; omega < 60; omega *= 1.9) {
      const line = law.line(c, omega / 64, 129);
      if (!line) throw new Error("no line");
      for (let n = 64; n <= 128; n++)
        expect(line.logModulus[n]).toBeLessThanOrEqual(envelope(omega, -Infinity) + 1e-12);
    }
  });

  test("falls far enough to end the sum", () => {
    // The atom of max(0, Z) never falls below its mass, 1/2 at c = 0.
    const expected = variable === rectified ? Math.log(0.51) : Math.log(0.05);
    expect(gaussianCumulants(variable, 0, 0).logEnvelope(0.01)(1e6, -Infinity)).toBeLessThan(expected);
  });
});
