import { inadmissible } from "lemmacheck";
import { defineActivation, resolveActivation } from "lemmacheck/activations";
import { logBinomialTails, logChiSquareTails, logNormalUpperTail } from "lemmacheck/probability";
import { expect, test } from "vitest";
import { proposition3 } from "../proposition-3.js";
import { reluGradientPart, reluValuePart, SIMPLIFIED_RELU_CONSTANT } from "./proposition-3-parts.js";

const written = ["relu", "max(0,t)", "(t+abs(t))/2", "t > 0 ? t : 0", "2*max(0,t)-max(0,t)", "normalize(3*max(0,t))"];

test.each(written)("Section 3 is about %s, which is proved to be the ReLU", (psi) => {
  expect(inadmissible(proposition3, "psi", psi)).toBeNull();
});

test.each(["leaky-relu", "abs", "2*max(0,t)", "max(0,t)+1e-9*t", "max(0,t)-1"])("and not about %s", (psi) => {
  expect(inadmissible(proposition3, "psi", psi)).toContain("ψ is ");
});

test.each(["max(0,t)+1e-13*t", "max(0,t)+exp(-(1e6*(t-1.2345))^2)", "max(0,t)+max(0,1-abs(1e7*(t-3.3)))"])(
  "not about %s either, which differs from it next to nowhere",
  (psi) => {
    expect(inadmissible(proposition3, "psi", psi)).toContain("fails: ψ is ");
  },
);

test("what is the ReLU, but is not proved to be, is undecided", () => {
  expect(inadmissible(proposition3, "psi", "t >= 0 and t < 1e9 ? t : max(0,t)")).toContain("is undecided: ");
  const own = defineActivation({ id: "mine", value: (t) => Math.max(0, t), derivative: (t) => (t > 0 ? 1 : 0) });
  expect(inadmissible(proposition3, "psi", "mine", { psi: [own] })).toContain("is undecided: mine is not proved");
});

test("nor about what bears its name or its expression and has other values", () => {
  for (const expression of [undefined, "max(0,t)"]) {
    const named = { id: "mine", value: (t: number) => t, derivative: () => 1 };
    const own = defineActivation(expression === undefined ? named : { ...named, expression });
    expect(inadmissible(proposition3, "psi", "mine", { psi: [own] })).toContain("ψ is mine");
  }
});

const relu = resolveActivation("relu");

/** Proposition 3's bounds at k = C log(1/γ), d = C log(4/γ), sizes that need not be integers. */
function atLeastSizes(C: number, gamma: number) {
  const given = { psi: relu, k: -C * Math.log(gamma), d: C * Math.log(4 / gamma), gamma };
  return { value: reluValuePart.bound(given) ?? Infinity, gradient: reluGradientPart.bound(given) ?? 0 };
}

test("(17) follows from Proposition 3 with C = 106 for γ ≤ 1/2, and not with 105", () => {
  for (let gamma = 0.5; gamma > 1e-300; gamma /= 1.5) {
    const { value, gradient } = atLeastSizes(SIMPLIFIED_RELU_CONSTANT, gamma);
    expect(value).toBeLessThanOrEqual(2 * Math.sqrt(Math.log(2 / gamma)));
    expect(gradient).toBeGreaterThanOrEqual(1 / 4);
  }
  expect(atLeastSizes(105, 0.5).gradient).toBeLessThan(1 / 4);
  expect(atLeastSizes(SIMPLIFIED_RELU_CONSTANT, 0.9).gradient).toBeLessThan(1 / 4);
});

test("for γ > 1/2 its bounds fail with probability below 1/2 from k = 2 on, and at k = 1 below 0.7", () => {
  const d = Math.ceil(SIMPLIFIED_RELU_CONSTANT * Math.log(4));
  expect(Math.exp(logChiSquareTails(d, -d / 2).logLower)).toBeLessThan(1e-4);
  expect(1 / 2 + 2 * Math.exp(logNormalUpperTail(2 * Math.sqrt(Math.LN2)))).toBeLessThan(0.7);
  for (let k = 2; k <= 400; k++) {
    const few = Math.exp(logBinomialTails(Math.ceil(k / 8) - 1, k, 1 / 2).logAtMost);
    expect(few).toBeLessThanOrEqual(1 / 4 + 1e-12);
  }
  expect(1 / 4 + 1e-4 + 1 / (8 * Math.LN2)).toBeLessThan(1 / 2);
});
