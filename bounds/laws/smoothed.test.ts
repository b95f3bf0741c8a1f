import { type Activation, defineActivation, resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { between } from "./between.js";
import { smoothed } from "./smoothed.js";

const [sin, identity, tanh, sign] = ["sin", "identity", "tanh", "sign"].map((id) => resolveActivation(id));

/** What is there, of an activation that can be smoothed. */
function meanOf(psi: Activation, rho: number, enough = 1e-10) {
  const mean = smoothed(psi, rho, enough);
  if (!mean) throw new Error(`${psi.id} has no mean`);
  return mean;
}

describe("ψ smoothed", () => {
  test("is e^(−c²/2) sin(ρs) for the sine, and ρs for the identity, to what it says", () => {
    for (const rho of [-0.8, 0.3, 0.6])
      for (const s of [-3, 0, 0.5, 20]) {
        for (const [psi, exact] of [
          [sin, Math.exp(-(1 - rho ** 2) / 2) * Math.sin(rho * s)],
          [identity, rho * s],
        ] as const) {
          const mean = meanOf(psi, rho);
          expect(Math.abs(mean.value(s) - exact)).toBeLessThanOrEqual(mean.error(s) + 1e-15);
          expect(mean.error(s)).toBeLessThan(1e-8);
        }
      }
  });

  test("has derivatives below its majorants: |ρ|^n·e^(−c²/2)/n! for the sine", () => {
    const rho = 0.6;
    const most = Math.exp(-(1 - rho ** 2) / 2);
    const bounds = meanOf(sin, rho).bounds?.(-1, 2, 6) ?? [];
    expect(bounds).toHaveLength(7);
    let factorial = 1;
    for (const [n, bound] of bounds.entries()) {
      factorial *= n || 1;
      expect(bound).toBeGreaterThanOrEqual((rho ** n * most) / factorial);
    }
  });

  test("is nothing where ψ has no bound of growth, or no majorants", () => {
    const grows = { ...tanh, supremum: Infinity, lipschitz: Infinity };
    expect(smoothed(grows, 0.5, 1e-9)).toBeNull();
    expect(
      smoothed(defineActivation({ id: "mine", value: Math.tanh, derivative: (t) => 1 - Math.tanh(t) ** 2 }), 0.5, 1e-9),
    ).toBeNull();
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("values, errors, majorants and growth at several places", () => {
  const shifted = { ...identity, id: "3 + t", value: (t: number) => 3 + t };
  const found = [sin, tanh, sign, identity, shifted].flatMap((psi) =>
    [0.3, -0.8].map((rho) => {
      const { value, error, bounds, kinks, far, scale } = meanOf(psi, rho, 1e-6);
      const at = [-2, 0, 1.3].map((s) => [value(s), error(s)]);
      return [psi.id, rho, at, bounds?.(-3, 1, 4), bounds?.(0, 0, 0), kinks, far, scale];
    }),
  );
  expect(exactLines(found)).toMatchSnapshot();
});

test("values are kept", () => {
  const mean = meanOf(sin, 0.5);
  expect([mean.value(1.7), mean.error(1.7)]).toEqual([mean.value(1.7), mean.error(1.7)]);
});

test("a value lies within its error, and within more where more is added", () => {
  expect(between({ value: 5, error: 1 })).toEqual({ lower: 4, upper: 6 });
  expect(between({ value: 5, error: 1 }, 0.5)).toEqual({ lower: 3.5, upper: 6.5 });
});
