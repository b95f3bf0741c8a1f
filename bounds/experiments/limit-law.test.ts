import { catalogue } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { countSamples } from "./figure-counts.js";
import { limitLaw } from "./limit-law.js";

const [relu, tanh] = ["relu", "tanh"].map((id) => catalogue.find((psi) => psi.id === id)!);

test("for the ReLU |η| tends to |N|/s and ‖∇f‖ to s = √(½(g/2)^(L−1))", () => {
  const one = limitLaw(relu, { depth: 1, gain: 1 })!;
  expect(one.gradientNorm).toBeCloseTo(Math.SQRT1_2, 12);
  expect(one.eta).toBeCloseTo(Math.SQRT2 * Math.sqrt(2 / Math.PI), 10);
  expect(one.fraction).toBeCloseTo(1, 12);
  const six = limitLaw(relu, { depth: 6, gain: 1 })!;
  expect(six.gradientNorm).toBeCloseTo(1 / 8, 12);
  // P(|N| < 2.5)
  expect(six.fraction).toBeCloseTo(0.9875806693484477, 10);
  expect(limitLaw(relu, { depth: 6, gain: 2 })!.gradientNorm).toBeCloseTo(Math.SQRT1_2, 12);
});

/**
 * At large sizes: means within six of their standard errors and 2 % for what is left of d and k. If the means were normal a
 * false alarm would have probability 2e-9 each.
 */
test.each([
  {
    psi: "relu",
    d: 1e12,
    k: 100_000,
    depth: 1,
    initialisation: "fan-in",
    coefficients: "rademacher",
    law: relu,
    draws: 400,
  },
  {
    psi: "relu",
    d: 100_000,
    k: 100_000,
    depth: 3,
    initialisation: "fan-in",
    coefficients: "gaussian",
    law: relu,
    draws: 300,
  },
  {
    psi: "relu",
    d: 300_000,
    k: 300_000,
    depth: 4,
    initialisation: "he",
    coefficients: "rademacher",
    law: relu,
    draws: 200,
  },
  { psi: "tanh", d: 1e12, k: 5000, depth: 2, initialisation: "he", coefficients: "rademacher", law: tanh, draws: 100 },
] as const)("$psi, L = $depth, $initialisation: draws tend to it", ({ law, draws, ...point }) => {
  const limit = limitLaw(law, { depth: point.depth, gain: point.initialisation === "he" ? 2 : 1 })!;
  const counts = countSamples({ point, seed: "limit", from: 0, to: draws }, {});
  const [eta, norm] = [counts.eta / counts.switched, (counts.norm ?? 0) / draws];
  const error = (mean: number, squares: number, n: number) => Math.sqrt((squares / n - mean ** 2) / n);
  expect(Math.abs(eta - limit.eta)).toBeLessThan(6 * error(eta, counts.etaSquared, counts.switched) + 0.02 * limit.eta);
  expect(Math.abs(norm - limit.gradientNorm)).toBeLessThan(
    6 * error(norm, counts.normSquared ?? 0, draws) + 0.02 * limit.gradientNorm,
  );
});
