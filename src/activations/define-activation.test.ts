import { describe, expect, it } from "vitest";
import type { ActivationDefinition } from "./activation-definition.js";
import { defineActivation } from "./define-activation.js";

const plain: ActivationDefinition = { id: "plain", value: (t) => t, derivative: () => 1 };

describe("defineActivation", () => {
  it.each([
    "a",
    "my-psi_2.0",
    "100*tanh(t/100)",
    "max(0, t) - 0.5",
    "t > 0 ? t : 0.1 * t",
    "t^3 % 2",
    "1e+21*tanh(t/1e+21)",
  ])("takes the id %j", (id) => {
    expect(defineActivation({ ...plain, id }).id).toBe(id);
  });

  it.each([
    "",
    " ",
    "---",
    "(*)",
    " tanh",
    "tanh ",
    "a\nb",
    "tanh\n",
    "a\tb",
    "a\u0000",
    "naïve",
    "ψ",
    'a"b',
    "a'b",
    "a`b",
    "a\\b",
    "<b>{}",
    "$a$",
    "a;b",
    "a#b",
    "x".repeat(201),
  ])("rejects the id %j in one line that says what it may be", (id) => {
    const attempt = () => defineActivation({ ...plain, id });
    expect(attempt).toThrow(RangeError);
    expect(attempt).toThrow(/^activation id is [^\n]*; it must be a name or an expression[^\n]*$/);
  });

  it("rejects an id that is no string, which types alone do not keep out", () => {
    expect(() => defineActivation(Object.assign({ ...plain }, { id: 7 }))).toThrow(/^activation id is 7; it must be/);
  });

  it("writes the id as LaTeX text unless told otherwise", () => {
    expect(defineActivation({ ...plain, id: "a_b^2%" }).latex).toBe(String.raw`\text{a\_b\textasciicircum{}2\%}`);
    expect(defineActivation({ ...plain, latex: "t" }).latex).toBe("t");
  });

  it("takes constants left out as unknown, and the definition as declared", () => {
    const a = defineActivation(plain);
    expect([a.supremum, a.lipschitz, a.smoothness]).toEqual([Infinity, Infinity, Infinity]);
    expect([a.secondDerivative, a.valueMoments, a.derivativeMoments]).toEqual([null, null, null]);
    expect(a.kinks).toEqual([]);
    expect(a.provenance).toBe("declared");
  });

  it("computes no expectation before it is asked, and then once", () => {
    let calls = 0;
    const value = (t: number) => {
      calls++;
      return t;
    };
    const a = defineActivation({ ...plain, lipschitz: 1, value });
    // What it takes to check the derivative.
    const before = calls;
    expect(before).toBeLessThan(500);
    expect(a.gaussian).toBe(a.gaussian);
    const after = calls;
    expect(after).toBeGreaterThan(before);
    expect(a.gaussian.secondMoment.value).toBeCloseTo(1, 14);
    expect(calls).toBe(after);
  });

  it.each([
    [{ supremum: -1 }, "activation plain: supremum is -1; it must be a number ≥ 0 or Infinity"],
    [{ lipschitz: NaN }, "activation plain: lipschitz is NaN; it must be a number ≥ 0 or Infinity"],
    [{ value: "tanh(t)" }, 'activation plain: value is "tanh(t)"; it must be a function of t'],
    [{ derivative: undefined }, "activation plain: derivative is missing; it must be a function of t"],
    [{ secondDerivative: null }, "activation plain: secondDerivative is null; it must be a function of t"],
    [{ supremum: "1" }, 'activation plain: supremum is "1"; it must be a number ≥ 0 or Infinity'],
    [{ kinks: 0 }, "activation plain: kinks is 0; it must be a list of numbers"],
    [{ smoothness: -Infinity }, "activation plain: smoothness is -Infinity; it must be a number ≥ 0 or Infinity"],
    [{ kinks: [1, 1] }, "activation plain: kinks are [1, 1]; they must be finite and ascending"],
    [{ kinks: [NaN] }, "activation plain: kinks are [NaN]; they must be finite and ascending"],
    [{ scale: 0 }, "activation plain: scale is 0; it must be a number in (0, 1]"],
    [{ scale: 2 }, "activation plain: scale is 2; it must be a number in (0, 1]"],
  ])("rejects %j", (changes, message) => {
    expect(() => defineActivation(Object.assign({ ...plain }, changes))).toThrow(new RangeError(message));
  });

  it("uses the scale to find what a steep activation has near 0", () => {
    // E sech⁴(X/s) = (4/3)·s·φ(0), to s².
    const s = 1e-30;
    const tanh = (t: number) => s * Math.tanh(t / s);
    const steep = { ...plain, value: tanh, derivative: (t: number) => 1 / Math.cosh(t / s) ** 2, lipschitz: 1 };
    const truth = ((4 / 3) * s) / Math.sqrt(2 * Math.PI);
    const { value, error } = defineActivation({ ...steep, scale: s }).gaussian.derivativeSecondMoment;
    expect(Math.abs(value - truth)).toBeLessThanOrEqual(error + 1e-15 * truth);
    expect(error).toBeLessThan(1e-13 * truth);
  });
});
