import { catalogue } from "lemmacheck/activations";
import { drawLine } from "lemmacheck/networks";
import { keyedStreams } from "lemmacheck/statistics";
import { expect, test } from "vitest";
import { shareOf } from "./deviation-over-networks.js";
import { countSamples } from "./figure-counts.js";
import { leastStep, limitLaw } from "./limit-law.js";

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

test("for ψ(t) = t and gain g, Var f = g^(L−1) and so is ‖∇f‖², up to the search's end", () => {
  const identity = catalogue.find((psi) => psi.id === "identity")!;
  const law = limitLaw(identity, { depth: 3, gain: 2 })!;
  // τ² = 1, 2, 4, and |η| = |N|/2, with E|N| = √(2/π).
  expect(law.valueDeviation).toBeCloseTo(2, 10);
  expect(law.gradientNorm).toBeCloseTo(2, 10);
  expect(law.fraction).toBeCloseTo(1, 12);
  expect(law.eta).toBeCloseTo(Math.sqrt(2 / Math.PI) / 2, 10);
  // |η| = 10|N| from f = 0.1t: cut off at |N| = 2, where Φ is 0.97724986805182079 and φ is 0.053990966513188063.
  const tenth = { ...identity, value: (t: number) => t / 10, derivative: () => 0.1 };
  const cut = limitLaw(tenth, { depth: 1, gain: 1 })!;
  const fraction = 2 * 0.97724986805182079 - 1;
  expect(cut.fraction).toBeCloseTo(fraction, 10);
  expect(cut.eta).toBeCloseTo((20 * (1 / Math.sqrt(2 * Math.PI) - 0.053990966513188063)) / fraction, 8);
  expect(cut.valueDeviation).toBeCloseTo(0.1, 10);
});

test("without a finite positive value and slope there is no limit", () => {
  const at = (value: number, derivative: number) =>
    limitLaw({ ...relu, value: () => value, derivative: () => derivative }, { depth: 1, gain: 1 });
  expect([at(0, 1), at(1, 0), at(1e200, 1), at(1, 1e200)]).toEqual([null, null, null, null]);
  expect(at(1, 1)).not.toBeNull();
});

test("a step of the least length flips the sign as often as it must, at large sizes, and one a fifth shorter does not", () => {
  // P(|N| < 1.6449) = 0.9
  expect(leastStep({ valueDeviation: 1 }, 0.1)).toBeCloseTo(1.6448536269514722, 10);
  const [gamma, draws] = [0.1, 3000];
  const setting = { psi: tanh, d: 1e9, k: 1000 };
  const enough = leastStep(limitLaw(tanh, { depth: 1, gain: 1 })!, gamma);
  const streams = keyedStreams({ seed: "1", sampler: "least-step", parameters: {} });
  let [flips, fewer] = [0, 0];
  for (let i = 0; i < draws; i++) {
    const { value, gradientNorm, at } = drawLine(setting, streams(i));
    const eta = (-Math.sign(value) * enough) / gradientNorm ** 2;
    const [whole, shorter] = at([eta, 0.8 * eta]).map((point) => point.value * value < 0);
    if (whole) flips++;
    if (shorter) fewer++;
  }
  // Limits at 1e-10 on either side, and a percent for what is left of k.
  const { lower, upper } = shareOf(flips, draws, 1e-10);
  expect(lower - 0.01).toBeLessThan(1 - gamma);
  expect(upper + 0.01).toBeGreaterThan(1 - gamma);
  expect(shareOf(fewer, draws, 1e-10).upper).toBeLessThan(1 - gamma);
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
    draws: 150,
  },
  {
    psi: "relu",
    d: 300_000,
    k: 300_000,
    depth: 4,
    initialisation: "he",
    coefficients: "rademacher",
    law: relu,
    draws: 100,
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
