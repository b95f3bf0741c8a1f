import { catalogue } from "lemmacheck/activations";
import { gaussianExpectation } from "lemmacheck/probability";
import { expect, test } from "vitest";
import { valueVariance } from "./value-variance.js";

// Independent of the claim's own sum over pairs: k = 2, all four sign patterns, an iterated integral over (u₁, u₂).
test.each(catalogue.map((psi) => [psi.id, psi] as const))(
  "E f(x)² of %s at k = 2 by enumeration and a double integral",
  (_, psi) => {
    let total = 0;
    for (const a of [-1, 1]) {
      for (const b of [-1, 1]) {
        const inner = (s: number) =>
          gaussianExpectation((t) => (a * psi.value(s) + b * psi.value(t)) ** 2 / 2, psi.kinks).value;
        total += gaussianExpectation(inner, psi.kinks).value / 4;
      }
    }
    const left = valueVariance.observed(null, { psi, k: 2 });
    const middle = typeof left === "number" ? left : (left.lower + left.upper) / 2;
    expect(Math.abs(total - middle)).toBeLessThan(1e-9 * middle);
  },
);
