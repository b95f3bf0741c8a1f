import { inadmissible } from "lemmacheck";
import { defineActivation } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { proposition3 } from "../proposition-3.js";

const written = ["relu", "max(0,t)", "(t+abs(t))/2", "t > 0 ? t : 0", "2*max(0,t)-max(0,t)", "normalize(3*max(0,t))"];

test.each(written)("Section 3 is about %s, which is proved to be the ReLU", (psi) => {
  expect(inadmissible(proposition3, "psi", psi)).toBeNull();
});

test.each(["leaky-relu", "abs", "2*max(0,t)", "max(0,t)+1e-9*t", "max(0,t)-1"])("and not about %s", (psi) => {
  expect(inadmissible(proposition3, "psi", psi)).toContain("ψ is ");
});

test("nor about what bears its name or its expression and has other values", () => {
  for (const expression of [undefined, "max(0,t)"]) {
    const named = { id: "mine", value: (t: number) => t, derivative: () => 1 };
    const own = defineActivation(expression === undefined ? named : { ...named, expression });
    expect(inadmissible(proposition3, "psi", "mine", { psi: [own] })).toContain("ψ is mine");
  }
});
