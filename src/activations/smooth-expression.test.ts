import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveActivation } from "./resolve-activation.js";
import { smoothExpression } from "./smooth-expression.js";

describe("smoothExpression", () => {
  it("makes smooth Lipschitz activations with certified constants that no value exceeds, normalised too", () => {
    const point = fc.double({ min: -1, max: 1, noNaN: true }).map((x) => 30 * x ** 3);
    fc.assert(
      fc.property(smoothExpression(fc), fc.array(point, { minLength: 50, maxLength: 50 }), (text, points) => {
        for (const id of [text, `normalize(${text})`]) {
          const psi = resolveActivation(id);
          expect(psi.provenance).toBe("certified");
          expect(psi.lipschitz).toBeLessThan(Infinity);
          expect(psi.smoothness).toBeLessThan(Infinity);
          for (const t of points) {
            expect(Math.abs(psi.value(t))).toBeLessThanOrEqual(psi.supremum * (1 + 1e-12));
            expect(Math.abs(psi.derivative(t))).toBeLessThanOrEqual(psi.lipschitz * (1 + 1e-12));
            expect(Math.abs(psi.secondDerivative!(t))).toBeLessThanOrEqual(psi.smoothness * (1 + 1e-11));
          }
        }
      }),
      { seed: 1, numRuns: 80 },
    );
  });

  it("shrinks to tanh(t)", () => {
    const { counterexample } = fc.check(
      fc.property(smoothExpression(fc), () => false),
      { seed: 3 },
    );
    expect(counterexample).toEqual(["tanh(t)"]);
  });
});
