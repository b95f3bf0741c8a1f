import { defineActivation, resolveActivation } from "lemmacheck/activations";
import { logBinomialTails, logChiSquareTails, logNormalUpperTail } from "lemmacheck/probability";
import { expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { exactBoth } from "./exact-both.js";
import { exactGradient } from "./exact-gradient.js";
import { exactValue } from "./exact-value.js";

const [identity, relu, sign] = ["identity", "relu", "sign"].map((id) => resolveActivation(id));
const cube = defineActivation({ id: "mine", value: (t) => t ** 3, derivative: (t) => 3 * t ** 2 });

test("laws are those of what they are made of", () => {
  // f is standard normal for ψ = t and k = 1, and ‖∇f‖² = χ²_d/d; for signs f = ±1/√k·(sum of k signs).
  const value = exactValue({ psi: identity, k: 1 }, 2);
  expect(value?.logUpper).toBeCloseTo(Math.LN2 + Math.log(Math.exp(logNormalUpperTail(2))), 11);
  const gradient = exactGradient({ psi: identity, d: 9, k: 1 }, 0.5);
  expect(gradient?.logUpper).toBeCloseTo(logChiSquareTails(9, 9 * 0.25 - 9).logLower, 10);
  const signs = exactValue({ psi: sign, k: 9 }, 2);
  expect(signs?.logUpper).toBeCloseTo(Math.LN2 + logBinomialTails(1, 9, 1 / 2).logAtMost, 10);
});

test("either event has at least the larger of both probabilities, and at most the sum", () => {
  for (const psi of [identity, relu]) {
    const given = { psi, d: 20, k: 30 };
    for (const [t, b] of [
      [1, 0.5],
      [2, 0.6],
      [3, 0.4],
    ]) {
      const [value, gradient, either] = [exactValue(given, t), exactGradient(given, b), exactBoth(given, t, b)];
      if (!value || !gradient || !either) throw new Error("no law");
      expect(either.logUpper).toBeGreaterThanOrEqual(Math.max(value.logLower, gradient.logLower));
      expect(either.logLower).toBeLessThanOrEqual(Math.log(Math.exp(value.logUpper) + Math.exp(gradient.logUpper)));
    }
  }
});

test("no law is known of what has none, and none of both where the gradient has no bound", () => {
  expect(exactValue({ psi: cube, k: 3 }, 1)).toBeNull();
  expect(exactGradient({ psi: cube, d: 3, k: 3 }, 1)).toBeNull();
  expect(exactBoth({ psi: cube, d: 3, k: 3 }, 1, 1)).toBeNull();
  expect([exactBoth({ psi: relu, d: 3, k: 3 }, 1, 0), exactBoth({ psi: relu, d: 3, k: 3 }, 1, -1)]).toEqual([
    null,
    null,
  ]);
  expect(exactBoth({ psi: relu, d: 3, k: 3 }, 1, 1e-9)).not.toBeNull();
});

// Pinned to the last bit: an error bound that changes must be seen.
test("laws at several arguments", () => {
  const found = [identity, relu, sign].flatMap((psi) =>
    [
      { d: 1, k: 1 },
      { d: 20, k: 30 },
      { d: 1e15, k: 7 },
    ].flatMap((sizes) =>
      [0, 0.7, 3].map((t) => {
        const given = { psi, ...sizes };
        return [psi.id, sizes, t, exactValue(given, t), exactGradient(given, t / 4), exactBoth(given, t, t / 4)];
      }),
    ),
  );
  expect(exactLines(found)).toMatchSnapshot();
});
