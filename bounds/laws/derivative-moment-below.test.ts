import { resolveActivation } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
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

// Pinned to the last bit: an error bound that changes must be seen.
test("bounds at several ρ, one after another and again", () => {
  const [tanh, line] = ["tanh", "identity"].map((id) => resolveActivation(id));
  // A ψ' that is 0 to the left and steep to the right: cells are cut where it is small.
  const bent = { ...tanh, id: "bent", derivative: (t: number) => Math.max(0, Math.sin(3 * t)), smoothness: 3 };
  const found = [tanh, line, bent].flatMap((psi) =>
    [0.3, 1, 4].map((rho) => [psi.id, rho, derivativeMomentBelow(psi, rho)]),
  );
  expect(exactLines(found)).toMatchSnapshot();
  expect(derivativeMomentBelow(tanh, 0.3)).toBe(found[0][2]);
});
