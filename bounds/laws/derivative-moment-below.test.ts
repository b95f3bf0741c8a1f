import { resolveActivation } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { derivativeMomentBelow } from "./derivative-moment-below.js";

// mpmath, 30 digits, rounded up in the fifteenth: E ψ'(ρX)² by quad with break points at multiples of 1/s, s the scale of ψ.
test.each([
  ["tanh", 0.5, 0.71737986160311, 0.003],
  ["tanh", 2, 0.255950443225209, 0.003],
  ["100*tanh(t/100)", 0.5, 0.999950004374511, 1e-4],
  ["100*tanh(t/100)", 2, 0.99920111799894, 1e-4],
  ["tanh(50*t)/50", 0.5, 0.0212714352795626, 0.03],
  ["tanh(50*t)/50", 2, 0.00531914464401463, 0.03],
  ["identity", 2, 1, 1e-6],
])("E ψ'(ρX)² for %s at ρ = %d is not below the bound, nor far above", (id, rho, truth, share) => {
  const below = derivativeMomentBelow(resolveActivation(id), rho);
  expect(below).toBeLessThanOrEqual(truth);
  expect(below).toBeGreaterThan((1 - share) * truth);
});
