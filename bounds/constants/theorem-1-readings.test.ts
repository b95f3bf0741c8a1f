import { type Activation, catalogue, resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { simplifiedConstant } from "./proposition-1-constants.js";
import { offsetFactor, READINGS, theoremOneSizesOf } from "./theorem-1-readings.js";

const smooth = catalogue.filter(
  ({ smoothness, lipschitz, gaussian }) =>
    smoothness < Infinity && lipschitz < Infinity && gaussian.derivativeSecondMoment.value > 0,
);

describe.each(READINGS)("the constants of Theorem 1 as %s", (reading) => {
  test("C₁ and C₂ carry what (13) and (14) ask for, for all γ ≤ 1/2 and every larger k and d", () => {
    expect(smooth.length).toBeGreaterThan(10);
    for (const psi of smooth) {
      const { C1, C2 } = theoremOneSizesOf(psi, 0.5, reading).uniform;
      for (let log = Math.LN2; log < 690; log *= 1.15) {
        const { leastWidth, leastDimension } = theoremOneSizesOf(psi, Math.exp(-log), reading);
        expect(C1 * log ** 3).toBeGreaterThanOrEqual(leastWidth * (1 - 1e-8));
        for (const more of [1, 2, 1e6]) {
          const k = more * C1 * log ** 3;
          expect(C2 * (Math.log(k) + log) * log).toBeGreaterThanOrEqual(leastDimension(k) * (1 - 1e-12));
        }
      }
    }
  });
});

test("the corrected sizes leave the corrected bound of Proposition 2 at most c_ψ/4, at γ/2", () => {
  const psi = resolveActivation("tanh");
  const c = Math.sqrt(psi.gaussian.derivativeSecondMoment.value);
  for (const gamma of [0.5, 0.01, 1e-100]) {
    const { leastWidth: k, leastDimension } = theoremOneSizesOf(psi, gamma, "corrected");
    const d = leastDimension(k);
    const R = (64 / c ** 3) * Math.sqrt(-Math.log(gamma));
    const lambda = Math.log((20 * R * k) / gamma);
    const bound = 20 * R * psi.smoothness * (Math.sqrt(lambda / d) + lambda / Math.sqrt(k));
    expect(bound / (c / 4)).toBeCloseTo(1, 6);
  }
});

test("each reading asks for more than the one before", () => {
  for (const psi of smooth) {
    const widths = READINGS.map((reading) => theoremOneSizesOf(psi, 0.1, reading).leastWidth);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  }
});

test("the step of the paper stands the union bound, and Proposition 1 as its lemmas give it", () => {
  for (const psi of smooth) {
    const c = Math.sqrt(psi.gaussian.derivativeSecondMoment.value) / psi.lipschitz;
    for (const gamma of [0.5, 0.1, 1e-300]) {
      // η‖∇f‖²/2, the decrease, against 2|f| at level γ/2, with log(2/γ') for log(1/γ').
      const decrease = (16 / c ** 2) * Math.sqrt(-Math.log(gamma));
      expect(decrease).toBeGreaterThan(4 * Math.sqrt(Math.log(4) - Math.log(gamma)));
    }
  }
});

test("the offset costs 1 + |ψ(0)|/ℓ", () => {
  expect([offsetFactor({ value: () => -3 }, 2), offsetFactor({ value: (t) => t }, 5)]).toEqual([2.5, 1]);
});

test("where L is 0 no width is asked for by (14), in any reading, and R is at least 1", () => {
  const line = resolveActivation("identity");
  for (const reading of READINGS) {
    const { leastWidth, leastDimension } = theoremOneSizesOf(line, 0.5, reading);
    // C = 128.28 for c = 1, times log(2/γ') and log(8/γ').
    const log = reading === "printed" ? Math.LN2 : 2 * Math.LN2;
    expect(leastWidth / simplifiedConstant(1)).toBeCloseTo(Math.LN2 + log, 12);
    expect(leastDimension(1e15) / simplifiedConstant(1)).toBeCloseTo(3 * Math.LN2 + log, 12);
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("sizes and uniform constants of each reading, at many arguments", () => {
  const tanh = resolveActivation("tanh");
  const moved: Activation = { ...tanh, id: "3+tanh", value: (t) => 3 + tanh.value(t) };
  const found = READINGS.flatMap((reading) =>
    [resolveActivation("identity"), tanh, resolveActivation("softplus"), moved].flatMap((psi) =>
      [1 - 1e-9, 0.9, 0.5, 0.1, 1e-300].map((gamma) => {
        const { leastWidth, leastDimension, uniform } = theoremOneSizesOf(psi, gamma, reading);
        return [reading, psi.id, gamma, leastWidth, [1, 1000, 1e15].map((k) => leastDimension(k)), uniform];
      }),
    ),
  );
  expect(exactLines(found)).toMatchSnapshot();
});
