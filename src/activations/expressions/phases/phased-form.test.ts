import { describe, expect, it } from "vitest";
import { parseExpression } from "../parse-expression.js";
import { stableForm } from "../stable-form.js";
import { phasedForm } from "./phased-form.js";

const phasedOf = (text: string, side: 1 | -1 = 1) => phasedForm(stableForm(parseExpression(text)), side);
const frequenciesOf = (text: string, side: 1 | -1 = 1) => {
  const phased = phasedOf(text, side);
  return phased ? phased.frequencies.map((found) => found && (found.range.lo + found.range.hi) / 2) : null;
};

describe("phasedForm", () => {
  it.each([
    ["sin(t)", [1]],
    ["sin(2*t)+sin(3*t)", [1]],
    ["exp(sin(2*t))+cos(-6*t)", [2]],
    ["cos(t/4)*sin(t)", [0.25]],
    ["sin(t)+sin(sqrt(2)*t)", [1, Math.SQRT2]],
    ["cos(pi*t)*sin(2*pi*t+1)", [Math.PI]],
    ["cos(t-cos(t-1e-7))", [1]],
    // 0.3 is not three times 0.1 in doubles.
    ["sin(0.1*t)+sin(0.3*t)", [0.1, 0.3]],
    ["sin(t+tanh(t))", [1]],
    // What goes to ∞ otherwise is a phase of its own.
    ["sin(exp(t))", [null]],
    ["sin(t+t^2)", [null]],
    ["sin(tanh(t))", null],
    ["tanh(t)", null],
  ] as const)("%s has the frequencies %s", (text, expected) => {
    const found = frequenciesOf(text);
    if (expected === null) {
      expect(found).toBeNull();
      return;
    }
    expect(found).toHaveLength(expected.length);
    expected.forEach((frequency, i) => {
      if (frequency === null) expect(found![i]).toBeNull();
      else expect(found![i]! / frequency).toBeCloseTo(1, 14);
    });
  });

  it("goes by sides", () => {
    expect(frequenciesOf("sin(exp(t))", -1)).toBeNull();
  });

  it("says whether t comes in by phases alone", () => {
    expect(phasedOf("exp(sin(2*t))*cos(t)")!.pure).toBe(true);
    expect(phasedOf("t+sin(t)^2")!.pure).toBe(false);
    expect(phasedOf("sin(t+tanh(t))")!.pure).toBe(false);
  });
});
