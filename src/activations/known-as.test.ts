import { describe, expect, it } from "vitest";
import { catalogue } from "./catalogue.js";
import { defineActivation } from "./define-activation.js";
import { expressionActivation } from "./expression-activation.js";
import { knownAs } from "./known-as.js";
import { normalised } from "./normalised.js";
import { resolveActivation } from "./resolve-activation.js";

/** Those that are expressions: all of them, so far. */
const written = catalogue.filter(({ expression }) => expression !== null);

describe("knownAs", () => {
  it.each(written.map((psi) => [psi.id, psi] as const))("knows %s by its expression", (id, psi) => {
    const found = resolveActivation(psi.expression!);
    expect(knownAs(found)).toBe(id);
    expect(knownAs(psi)).toBe(id);
    expect(found.id).not.toBe(id);
    expect(found.lipschitz).toBe(psi.lipschitz);
    expect(found.derivative).toBe(psi.derivative);
  });

  it("is not taken in by a name", () => {
    expect(knownAs(defineActivation({ id: "relu", value: (t) => t, derivative: () => 1 }))).toBeNull();
    expect(knownAs(resolveActivation("t*exp(-t^2)"))).toBeNull();
    // The identity that makes this |t| holds where both sides are defined only.
    expect(() => resolveActivation("t^2/t*(abs(t)/t)")).toThrow(/undefined at 0/);
  });
});

describe("the catalogue's expressions", () => {
  it.each(written.map((psi) => [psi.id, psi] as const))(
    "%s has the values and constants of its expression",
    (_, psi) => {
      const { value, derivative, certificate, kinks } = expressionActivation(psi.expression!);
      for (let t = -30; t <= 30; t += 0.37) {
        expect(Math.abs(value(t) - psi.value(t))).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(psi.value(t))));
        expect(Math.abs(derivative(t) - psi.derivative(t))).toBeLessThanOrEqual(1e-14);
      }
      expect(kinks).toEqual(psi.kinks);
      // Catalogue constants are at most 3 ulp above the truth, which the enclosures hold, 1e-9 wide at most.
      for (const name of ["supremum", "lipschitz", "smoothness"] as const) {
        const { low, high } = certificate[name];
        if (high === Infinity) expect(psi[name]).toBe(Infinity);
        else {
          expect(psi[name]).toBeGreaterThanOrEqual(low);
          expect(psi[name]).toBeLessThanOrEqual(high * (1 + 2 ** -50));
          expect(high - low).toBeLessThanOrEqual(1e-9 * high);
        }
      }
    },
  );
});

describe("normalised", () => {
  it("is ψ itself where ψ(0) = 0 and Lip(ψ) = 1", () => {
    for (const id of ["tanh", "identity", "relu", "softplus", "100*tanh(t/100)"])
      expect(resolveActivation(`normalize(${id})`)).toMatchObject({ id });
    expect(resolveActivation("normalize(normalize(silu))")).toBe(resolveActivation("normalize(silu)"));
  });

  it("makes 2·tanh of tanh(t/2)/2 + 3, as an expression prepared by hand has it", () => {
    const found = resolveActivation("normalize( tanh(x/2)/2+3 )");
    expect(found.id).toBe("normalize(tanh(t/2)/2+3)");
    expect(resolveActivation(found.id)).toBe(found);
    const byHand = resolveActivation("2*tanh(t/2)");
    for (let t = -20; t <= 20; t += 0.43) {
      expect(Math.abs(found.value(t) - byHand.value(t))).toBeLessThan(2e-14);
      expect(Math.abs(found.derivative(t) - byHand.derivative(t))).toBeLessThan(1e-14);
      expect(Math.abs(found.secondDerivative!(t) - byHand.secondDerivative!(t))).toBeLessThan(1e-14);
    }
    expect(found.value(0)).toBe(0);
    expect(found.lipschitz).toBe(1);
    expect(found.supremum / byHand.supremum - 1).toBeLessThan(1e-12);
    expect(found.supremum).toBeGreaterThanOrEqual(2);
    expect(Math.abs(found.smoothness / byHand.smoothness - 1)).toBeLessThan(1e-12);
    for (const name of ["mean", "secondMoment", "derivativeSecondMoment"] as const) {
      const [a, b] = [found.gaussian[name], byHand.gaussian[name]];
      expect(Math.abs(a.value - b.value)).toBeLessThanOrEqual(a.error + b.error);
    }
    // The expression of ψ̃ is ψ̃.
    const again = resolveActivation(found.expression!);
    expect(Math.abs(again.value(0.7) - found.value(0.7))).toBeLessThan(1e-14);
  });

  it("halves smoothness where it halves slopes, and keeps kinks and provenance", () => {
    expect(normalised(resolveActivation("2*sin(t)"))).toMatchObject({
      supremum: expect.closeTo(1, 12),
      provenance: "certified",
    });
    expect(resolveActivation("normalize(gelu)").smoothness).toBeCloseTo(0.7978845608028654 / 1.128904145185155, 14);
    expect(resolveActivation("normalize(3*max(0,t)+1)")).toMatchObject({
      kinks: [0],
      smoothness: Infinity,
      lipschitz: 1,
    });
    const own = defineActivation({ id: "own", value: (t) => 2 * t + 1, derivative: () => 2, lipschitz: 2 });
    expect(resolveActivation("normalize(own)", [own])).toMatchObject({
      provenance: "declared",
      expression: null,
      supremum: Infinity,
    });
  });

  it.each(["sign", "exp(t)", "t^2", "0*t+1"])(
    "refuses %s, which has no Lipschitz constant above 0, in one line",
    (psi) => {
      expect(() => resolveActivation(`normalize(${psi})`)).toThrow(
        /^psi is [^\n]*; it must be an activation with a Lipschitz constant to be normalised, and (none is known for it|its is 0)$/,
      );
    },
  );
});
