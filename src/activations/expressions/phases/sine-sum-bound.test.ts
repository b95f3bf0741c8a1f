import { describe, expect, it } from "vitest";
import { certify } from "../certify.js";
import { evaluator } from "../evaluator.js";
import { parseExpression } from "../parse-expression.js";
import { stableForm } from "../stable-form.js";

const constantsOf = (text: string) => certify(stableForm(parseExpression(text)));
const [w, r2, r3] = [1.0001, Math.SQRT2, Math.sqrt(3)];

/** sup|ψ|, sup|ψ'|, sup|ψ''| in closed form, by hand; null where there is none that is short. */
const KNOWN: readonly (readonly [string, readonly (number | null)[]])[] = [
  // ½cos((1 − w)t) − ½cos((1 + w)t): all amplitudes are reached at once for even derivatives.
  ["sin(t)*sin(1.0001*t)", [1, w, ((1 + w) ** 2 + (1 - w) ** 2) / 2]],
  ["-3*sin(t)*sin(1.0001*t)/2", [1.5, 1.5 * w, (3 * ((1 + w) ** 2 + (1 - w) ** 2)) / 4]],
  ["cos(t)*cos(sqrt(2)*t)", [1, r2, 3]],
  // A quarter of four cosines of ±1 ± √2 ± √3, whose squares have the mean 6.
  ["sin(t)*cos(sqrt(2)*t)*sin(sqrt(3)*t)", [1, r3, 6]],
  ["sin(t)^3*cos(sqrt(2)*t)^2", [1, null, 7]],
  ["sin(t)+sin(pi*t)", [2, 1 + Math.PI, 1 + Math.PI ** 2]],
  // Five frequencies.
  [
    "sin(t)+sin(pi*t)+sin(e*t)+sin(sqrt(2)*t)+cos(sqrt(3)*t)",
    [5, 1 + Math.PI + Math.E + r2 + r3, 1 + Math.PI ** 2 + Math.E ** 2 + 5],
  ],
  // A frequency that is the sum of two others.
  ["sin(t)+sin(sqrt(2)*t)+cos(t+sqrt(2)*t)", [3, null, 1 + 2 + (1 + r2) ** 2]],
  ["sin(t)^2+cos(t)^2+sin(sqrt(2)*t)^2+cos(sqrt(2)*t)^2", [2, 0, 0]],
  // Commensurate, 1 + ½cos 2t: no independent phases.
  ["1+cos(t)^2-sin(t)^2+sin(t)*cos(t)*0", [2, 2, 4]],
];

describe("sineSumBound", () => {
  it.each(KNOWN)("%s", (text, expected) => {
    const found = constantsOf(text);
    [found.supremum, found.lipschitz, found.smoothness].forEach(({ low, high, reason }, k) => {
      const value = expected[k];
      if (value === null) return;
      expect(reason).toBeNull();
      expect(low).toBeLessThanOrEqual(value * (1 + 1e-14));
      expect(high).toBeGreaterThanOrEqual(value * (1 - 1e-14));
      expect(high - low).toBeLessThanOrEqual(1e-9 * high);
    });
  });

  it("knows that decimals, as doubles, are combinations of each other", () => {
    // 1 = 8·0.3 − 2·0.7 in doubles: three independent phases would give 1.
    const { low, high } = constantsOf("sin(0.3*t)*sin(0.7*t)*sin(t)").supremum;
    expect(high).toBeLessThan(0.99);
    expect(high - low).toBeLessThan(1e-9);
    // 2·1.1 + 4·1.2 = 7, and none is a combination of the others.
    const other = constantsOf("sin(t)+sin(1.1*t)+cos(1.2*t)").supremum;
    expect(other.high).toBeLessThan(2.99);
    expect(other.high - other.low).toBeLessThan(1e-9);
  });

  it.each(["sin(t)^3*cos(sqrt(2)*t)^2", "cos(t)*sin(1.1*t)^2-0.3*sin(3*t)"])("holds %s on a long walk", (text) => {
    const found = constantsOf(text);
    const { value, derivative } = evaluator(stableForm(parseExpression(text)));
    let [sup, lip] = [0, 0];
    for (let t = -2000; t < 2000; t += 0.0137) {
      sup = Math.max(sup, Math.abs(value(t)));
      lip = Math.max(lip, Math.abs(derivative(t)));
    }
    expect(sup).toBeLessThanOrEqual(found.supremum.high * (1 + 1e-12));
    expect(lip).toBeLessThanOrEqual(found.lipschitz.high * (1 + 1e-12));
    expect(sup).toBeGreaterThan(found.supremum.low * 0.99);
    expect(lip).toBeGreaterThan(found.lipschitz.low * 0.99);
  });
});
