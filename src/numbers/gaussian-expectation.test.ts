import erf from "@stdlib/math-base-special-erf";
import { describe, expect, it, test } from "vitest";
import { gaussianExpectation } from "./gaussian-expectation.js";
import { polynomial } from "./integrand.js";
import { sidesBounds } from "./majorants/affine-bounds.js";
import { callTable } from "./testing/call-table.js";

/** (q − 1)!!, which is E X^q for even q. */
function evenMoment(q: number): number {
  let product = 1;
  for (let j = q - 1; j > 1; j -= 2) product *= j;
  return product;
}

function expectCovered(g: (t: number) => number, kinks: number[], expected: number, magnitude = Math.abs(expected)) {
  const { value, error } = gaussianExpectation(g, kinks);
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(error);
  expect(error).toBeLessThanOrEqual(1e-14 * magnitude);
}

describe("gaussianExpectation", () => {
  it("gives the moments of a normal variable, E X^2m = (2m − 1)!! and E X^(2m+1) = 0", () => {
    for (let q = 0; q <= 40; q += 2) {
      expectCovered((t) => t ** q, [], evenMoment(q));
      expectCovered((t) => t ** (q + 1), [], 0, Math.sqrt(evenMoment(2 * q + 2)));
    }
  });

  it("gives the absolute moments E|X|^(2m+1) = √(2/π)·2^m·m!", () => {
    for (let m = 0, factor = 1; m <= 15; m++, factor *= 2 * m)
      expectCovered((t) => Math.abs(t) ** (2 * m + 1), [0], Math.sqrt(2 / Math.PI) * factor);
  });

  const steep = (centre: number) => (t: number) => Math.tanh(1000 * (t - centre)) ** 2;
  /** [what, g, kinks, E g(X) by mpmath at 40 digits or in closed form]. */
  const cases: [string, (t: number) => number, number[], number][] = [
    ["e^t", Math.exp, [], Math.exp(0.5)],
    ["e^(t²/4)", (t) => Math.exp(t * t * 0.25), [], Math.SQRT2],
    ["tanh²", (t) => Math.tanh(t) ** 2, [], 0.3942944903978412],
    ["tanh′²", (t) => Math.cosh(t) ** -4, [], 0.4644029024482682],
    ["softplus", (t) => Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t))), [], 0.8060591833474398],
    ["erf², (2/π)·asin(2/3)", (t) => erf(t) ** 2, [], (2 / Math.PI) * Math.asin(2 / 3)],
    ["t²·log(1 + t²)", (t) => t * t * Math.log1p(t * t), [], 1.222094095006538],
    ["1/(1 + 100t²)", (t) => 1 / (1 + 100 * t * t), [], 0.11592623996187364],
    ["a jump among the kinks", (t) => (t > 0.3 ? 1 : 0), [0.3], 0.3820885778110474],
    ["a jump that it is not told of", (t) => (t > 0.3 ? 1 : 0), [], 0.3820885778110474],
    ["|t − 0.3| with its kink", (t) => Math.abs(t - 0.3), [0.3], 0.8335224842344198],
    ["|t − 0.3| without", (t) => Math.abs(t - 0.3), [], 0.8335224842344198],
    ["tanh(1000t)²", steep(0), [], 0.9992021157673137],
    ["tanh(1000(t − 0.1))²", steep(0.1), [], 0.9992060952282613],
  ];
  it.each(cases)("covers its error on %s", (_, g, kinks, expected) => expectCovered(g, kinks, expected));

  it("covers its error where the mean all but cancels: E cos 50X = e^−1250", () => {
    expectCovered((t) => Math.cos(50 * t), [], 0, 1);
  });

  it("takes kinks in any order, twice, far out or not numbers", () => {
    const sign = (t: number) => Math.sign(t - 1.5);
    const { value } = gaussianExpectation(sign, [1.5]);
    expect(gaussianExpectation(sign, [Infinity, 1.5, 1.5, -1e9, Number.NaN, -0]).value).toBeCloseTo(value, 15);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("values and errors to the last bit, proved and not", () => {
  const p = polynomial([1, -2, 0.5]);
  const abs = {
    ...polynomial([0, 1]),
    value: Math.abs,
    kinks: [0],
    bounds: sidesBounds({ value: 0, slope: -1 }, { value: 0, slope: 1 }),
  };
  const kinked = { ...abs, kinks: [], error: (t: number) => 1e-12 * Math.abs(t) };
  const jump = { ...abs, value: Math.sign, bounds: () => [1], far: { most: 1, degree: 0 } };
  const far = { ...p, far: { most: 1, degree: 2000 } };
  const calls = [p, abs, kinked, jump, far, { ...p, far: { most: 0, degree: 0 } }].flatMap((f) =>
    [0, 1e-3].map((enough) => [f, [], { enough }] as const),
  );
  expect(callTable(gaussianExpectation, calls)).toMatchSnapshot();
  expect(
    callTable(gaussianExpectation, [
      [Math.cos],
      [Math.abs, [0]],
      [Math.cos, [], { relativeError: 1e-9 }],
      [Math.abs, [0], { scale: 1e-9 }],
    ]),
  ).toMatchSnapshot();
});
