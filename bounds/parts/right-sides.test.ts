import { type Activation, resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { hypothesisText } from "../testing/hypothesis-text.js";
import { trivialGradient, trivialValue } from "./chebyshev.js";
import { gradientPart, simplifiedGradientPart, simplifiedValuePart, valuePart } from "./proposition-1-parts.js";
import { gammaAtMostHalf, radiusIsOne, variationBound } from "./proposition-2-parts.js";
import {
  isRelu,
  reluGradientPart,
  reluValuePart,
  simplifiedReluGradientPart,
  simplifiedReluValuePart,
} from "./proposition-3-parts.js";
import { combinedDisplays, largeWidthBound, microscopicDisplay, netDisplay, netLog } from "./proposition-4-displays.js";
import { reluStep, reluStepSizes } from "./relu-step.js";
import { trivialLipschitz, trivialVariation } from "./trivial-variation.js";

const activations = ["tanh", "relu", "sign", "identity", "softplus"].map((id) => resolveActivation(id));
const sizes = [1, 2, 50, 1e4, 1e15].flatMap((d) =>
  [1, 30, 1000, 1e15].flatMap((k) => [0.9, 0.05, 1e-300].map((gamma) => ({ d, k, gamma }))),
);
/** ψ with moments of its own, and no Bernstein pair. */
const without: Activation = { ...activations[0], id: "tanh without a pair", derivativeMoments: null };

describe("right sides, held to their formulas written out", () => {
  test("of Chebyshev's inequality: √(E ψ²/γ), and m(d − 1)/d less √(Var/γ) under a root", () => {
    for (const psi of [...activations, without])
      for (const { d, k, gamma } of sizes) {
        const { secondMoment, derivativeSecondMoment } = psi.gaussian;
        const value = Math.min(Math.sqrt(k) * psi.supremum, Math.sqrt(secondMoment.value / gamma));
        expect(trivialValue({ psi, k, gamma })).toBe(value);
        // Var h² = E‖s‖⁴·E χ⁴/d² − (E h²)², with E χ⁴ = 2(d − 1) + (d − 1)² and E‖s‖⁴ = m² + (E ψ'⁴ − m²)/k.
        const m = derivativeSecondMoment.value;
        const fourth = psi.derivativeMoments ? psi.derivativeMoments.sigma ** 2 : 1;
        const s4 = m ** 2 + (fourth - m ** 2) / k;
        const variance = (s4 * (2 * (d - 1) + (d - 1) ** 2) - (m * (d - 1)) ** 2) / d ** 2;
        const square = Math.max(0, (m * (d - 1)) / d - Math.sqrt(Math.max(0, variance) / gamma));
        expect(trivialGradient({ psi, d, k, gamma })).toBeCloseTo(Math.sqrt(square), 6);
      }
    expect(trivialGradient({ psi: activations[3], d: 1, k: 1, gamma: 0.9 })).toBe(0);
  });

  test("of Propositions 1 and 3, and of their simplified forms", () => {
    for (const psi of activations)
      for (const { d, k, gamma } of sizes) {
        const given = { psi, d, k, gamma };
        const [one, two, four, eight] = [1, 2, 4, 8].map((c) => Math.log(c) - Math.log(gamma));
        expect(valuePart.bound(given)).toBeCloseTo(Math.sqrt(2 * one) + Math.sqrt((2 * one * two) / k), 10);
        expect(reluValuePart.bound(given)).toBeCloseTo(Math.sqrt(2 * two) + Math.sqrt((2 * two * two) / k), 10);
        expect(simplifiedValuePart.bound(given)).toBeCloseTo(Math.sqrt(4 * one), 12);
        expect(simplifiedReluValuePart.bound(given)).toBeCloseTo(Math.sqrt(4 * two), 12);
        const m = psi.gaussian.derivativeSecondMoment.value;
        expect(simplifiedGradientPart.bound(given)).toBeCloseTo(Math.sqrt(m / 4), 14);
        expect(simplifiedReluGradientPart.bound(given)).toBe(0.25);
        for (const [part, square, across] of [
          [gradientPart, m - Math.sqrt((2 * four) / k) - Math.SQRT2 * (four / k), 1 - 5 * Math.sqrt(eight / d)],
          [
            reluGradientPart,
            0.5 - Math.sqrt((2 * four) / k) - Math.sqrt(2 * four * one) / k,
            1 - 5 * Math.sqrt(four / d),
          ],
        ] as const) {
          const bound = part.bound(given);
          if (square < 0) expect(bound).toBeNull();
          else expect(bound).toBeCloseTo(Math.sqrt(square) * across, 8);
        }
      }
  });

  test("of Proposition 2 and of the triangle inequality", () => {
    for (const psi of activations.filter(({ lipschitz }) => lipschitz < Infinity))
      for (const { d, k, gamma } of sizes)
        for (const radius of [0.3, 1, 40]) {
          const given = { psi, d, k, gamma, radius };
          const L = psi.smoothness;
          const log = -Math.log(gamma);
          if (L < Infinity && radius * k * Math.exp(log / 2) >= 1) {
            const bound =
              20 * radius * L * Math.sqrt(Math.log(radius * k) / d + log / d) + (20 * radius * L * log) / Math.sqrt(k);
            expect(variationBound(given) / (bound || 1)).toBeCloseTo(bound && 1, 10);
          }
          const norm = 1 + Math.sqrt(k / d) + Math.sqrt((2 * log) / d);
          const byL = (L * radius * norm ** 2) / Math.sqrt(k);
          expect(trivialVariation(given) / (Math.min(byL, 2 * psi.lipschitz * norm) || 1)).toBeCloseTo(byL && 1, 12);
          expect(trivialLipschitz(given)).toBe((Math.max(radius, 1) * L * norm ** 2) / Math.sqrt(k));
        }
  });

  test("of the displays of Proposition 4", () => {
    for (const { d, k, gamma } of sizes.filter(({ d, k }) => d > 1 && k > 1))
      for (const radius of [1, 30]) {
        const given = { d, k, gamma, radius };
        const log = 10 * d * Math.log(radius * k) + Math.log(3) - Math.log(gamma);
        expect(netLog(given, 3) / log).toBeCloseTo(1, 13);
        const root = 2 ** 0.25 * radius ** 0.25 * (Math.log(d) / d) ** 0.125;
        expect(
          netDisplay(given, log) / ((2 / Math.sqrt(d)) * (Math.sqrt(log) * root + log / Math.sqrt(k))),
        ).toBeCloseTo(1, 12);
        const close = (c: number) => 18 * Math.sqrt((d * Math.log(4 * k) + Math.log(c) - Math.log(gamma)) / k);
        expect(microscopicDisplay(given, 8) / close(8)).toBeCloseTo(1, 12);
        const R2 = Math.sqrt(radius * Math.log(radius * k)) * (Math.log(d) / d) ** 0.25;
        const bound = 20 * Math.sqrt(R2) * Math.log(radius * k) ** 0.25 + 40 * Math.sqrt(d / k) * Math.log(radius * k);
        expect(largeWidthBound(given) / bound).toBeCloseTo(1, 12);
        for (const union of [1, 3]) {
          const across =
            Math.sqrt(k + 4 * k * Math.sqrt((Math.log(union * k) - Math.log(gamma)) / d)) /
            (radius ** (4 / 3) * k ** 4);
          const sum = netDisplay(given, netLog(given, 2 * union)) + across + close(8 * union);
          expect(combinedDisplays(given, union) / sum).toBeCloseTo(1, 12);
        }
        expect(combinedDisplays(given)).toBe(combinedDisplays(given, 1));
      }
  });

  test("of the step for the ReLU, which is 32 times as long as √log(2/γ), and R ≤ √d/32", () => {
    for (const gamma of [0.9, 0.1, 1e-300]) {
      const log = Math.log(2) - Math.log(gamma);
      const { decrease, R } = reluStep(gamma);
      expect([decrease ** 2 / log, R ** 2 / log]).toEqual([expect.closeTo(64, 10), expect.closeTo(1024, 9)]);
      const [k, d] = reluStepSizes.map((one) => ("parameter" in one ? one.least({ d: 1, k: 1, gamma }) : NaN));
      expect([k / log, d / R ** 2]).toEqual([expect.closeTo(106, 10), expect.closeTo(1024, 9)]);
    }
  });
});

test("γ may be ½, and R is 1 at least", () => {
  expect([0.5, 0.5000001].map((gamma) => hypothesisText(gammaAtMostHalf, { gamma }))).toEqual([
    "holds",
    "false: γ is 0.5000001",
  ]);
  expect(hypothesisText(radiusIsOne, { radius: 7 })).toBe("radius ≥ 1");
});

test("the ReLU is told from what is not it, by where it differs", () => {
  expect(activations.map((psi) => hypothesisText(isRelu, { psi }))).toEqual([
    "false: ψ is tanh",
    "holds",
    "false: ψ is sign",
    "false: ψ is identity",
    "false: ψ is softplus",
  ]);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("all right sides at the same arguments", () => {
  const found = [...activations, without].flatMap((psi) =>
    [
      { d: 2, k: 1, gamma: 0.9, radius: 1 },
      { d: 50, k: 1e4, gamma: 0.05, radius: 0.3 },
      { d: 1e4, k: 1000, gamma: 1e-12, radius: 40 },
    ].map((at) => {
      const given = { ...at, psi };
      const parts = [
        valuePart,
        gradientPart,
        simplifiedValuePart,
        simplifiedGradientPart,
        reluValuePart,
        reluGradientPart,
      ];
      return [
        psi.id,
        at,
        [...parts, simplifiedReluValuePart].map(({ relation, bound, trivial }) => [
          relation,
          bound(given),
          trivial(given),
        ]),
        [variationBound, trivialVariation, trivialLipschitz].map((side) => side(given)),
      ];
    }),
  );
  const displays = sizes.map((at) => {
    const given = { ...at, radius: 3 };
    return [
      at,
      netDisplay(given, netLog(given, 2)),
      combinedDisplays(given, 2),
      largeWidthBound(given),
      reluStep(at.gamma),
    ];
  });
  expect(exactLines([...found, ...displays])).toMatchSnapshot();
});
