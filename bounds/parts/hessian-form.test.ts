import { resolveActivation } from "lemmacheck/activations";
import { logNormalUpperTail } from "lemmacheck/probability";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { hypothesisText } from "../testing/hypothesis-text.js";
import { formDeviation, formDeviationIsKnown, oneNeuronForm } from "./hessian-form.js";

const [identity, square, sin, relu] = ["identity", "t^2", "sin", "relu"].map((id) => resolveActivation(id));

describe("the deviation of uᵀ∇²f(x)u", () => {
  test("is √(E W⁴·4) = √12 for t², whatever the correlation, and 0 for a line", () => {
    for (const correlation of [-1, -0.5, 0, 0.3, 1]) {
      expect(formDeviation({ psi: square, correlation })).toBeCloseTo(Math.sqrt(12), 12);
      expect(formDeviation({ psi: identity, correlation })).toBe(0);
    }
  });

  test("is that of E W⁴ sin² Z = (3 − e⁻²(3 − 24ρ² + 16ρ⁴))/2 for the sine", () => {
    // E W⁴cos 2Z = Re E W⁴e^{2iZ} = e⁻²·E(W + 2iρ)⁴ = e⁻²(3 − 24ρ² + 16ρ⁴).
    for (const correlation of [-0.9, -0.4, 0, 0.4, 1]) {
      const rho2 = correlation ** 2;
      const exact = (3 - Math.exp(-2) * (3 - 24 * rho2 + 16 * rho2 ** 2)) / 2;
      expect(formDeviation({ psi: sin, correlation })).toBeCloseTo(Math.sqrt(exact), 9);
    }
  });

  test("is known where ψ'' is there and its moment is told closely", () => {
    const known = formDeviationIsKnown<"psi" | "correlation">((given) => given);
    const said = [
      identity,
      square,
      sin,
      relu,
      { ...sin, secondDerivative: null },
      { ...sin, smoothness: Infinity },
    ].map((psi) => hypothesisText(known, { psi, correlation: 0.5 }));
    expect(said).toEqual([
      "holds",
      "holds",
      "holds",
      "null: E[W⁴ψ''(Z)²] is not known closely enough for relu",
      "null: E[W⁴ψ''(Z)²] is not known closely enough for sin",
      "null: E[W⁴ψ''(Z)²] is not known closely enough for sin",
    ]);
    const halved = formDeviationIsKnown<"psi" | "correlation">(({ psi }) => ({ psi, correlation: 0 }));
    expect(hypothesisText(halved, { psi: sin, correlation: 7 })).toBe("holds");
  });
});

describe("the tail of one neuron's form", () => {
  test("of t² encloses P(2W²/d > b) = P(|N| > √(bd/2))", () => {
    for (const [d, bound, correlation] of [
      [1, 2, 0],
      [10, 3, -0.6],
    ]) {
      const tail = oneNeuronForm({ psi: square, d, correlation }, bound);
      const exact = Math.LN2 + Math.log(Math.exp(logNormalUpperTail(Math.sqrt((bound * d) / 2))));
      expect(tail?.logLower).toBeLessThanOrEqual(exact + 1e-12);
      expect(tail?.logUpper).toBeGreaterThanOrEqual(exact - 1e-12);
    }
  });

  test("is not known along x, or where ψ has no second derivative or no proof", () => {
    for (const correlation of [1, -1]) expect(oneNeuronForm({ psi: sin, d: 3, correlation }, 1)).toBeNull();
    expect(oneNeuronForm({ psi: relu, d: 3, correlation: 0 }, 1)).toBeNull();
    expect(oneNeuronForm({ psi: { ...sin, proof: null }, d: 3, correlation: 0 }, 1)).toBeNull();
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("deviations and tails at several arguments", () => {
  const tails = [0, -0.5].map((correlation) => oneNeuronForm({ psi: sin, d: 3, correlation }, 1.2));
  const deviations = [sin, square].flatMap((psi) =>
    [-1, -0.4, 0, 0.9].map((correlation) => formDeviation({ psi, correlation })),
  );
  expect(exactLines([...tails, ...deviations])).toMatchSnapshot();
});
