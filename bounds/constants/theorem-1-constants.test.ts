import { leastCell } from "lemmacheck";
import { type Activation, catalogue, resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { theorem1 } from "../theorem-1.js";
import { simplifiedConstant } from "./proposition-1-constants.js";
import { THEOREM_ONE_LATEX, THEOREM_ONE_READING, theoremOneConstants, theoremOneSizes } from "./theorem-1-constants.js";

const cOf = (psi: Activation) => Math.sqrt(psi.gaussian.derivativeSecondMoment.value);

describe("the constants of Theorem 1", () => {
  const psi = resolveActivation("100*tanh(t/100)");
  const { C3, C4, R, leastWidth, leastDimension } = theoremOneConstants(psi, 0.1);

  test("are those of the proof, for a 1-Lipschitz activation", () => {
    const c = cOf(psi);
    expect(C3).toBeCloseTo(32 / c ** 2, 12);
    expect(C4).toBeCloseTo(64 / c ** 3, 12);
    expect(R).toBeCloseTo(C4 * Math.sqrt(Math.log(10)), 12);
  });

  test("ask for k = 7.6e4 and d = 2.6e5 at gamma = 0.1", () => {
    expect(leastWidth).toBeGreaterThan(75_900);
    expect(leastWidth).toBeLessThan(76_000);
    expect(leastDimension(76_000)).toBeGreaterThan(259_000);
    expect(leastDimension(76_000)).toBeLessThan(260_000);
  });

  test("at the least k and d leave Proposition 2's bound at most c_ψ/4, and a tenth less does not", () => {
    const bound = (k: number, d: number) =>
      20 * R * psi.smoothness * (Math.sqrt(Math.log((R * k) / 0.1) / d) + Math.log(10) / Math.sqrt(k));
    expect(bound(leastWidth, leastDimension(leastWidth))).toBeLessThanOrEqual((cOf(psi) / 4) * (1 + 1e-12));
    expect(bound(0.9 * leastWidth, 0.9 * leastDimension(leastWidth))).toBeGreaterThan(cOf(psi) / 4);
  });

  test("do not change when ψ is scaled up, but for C₃ in proportion", () => {
    const scaled = (factor: number): Activation => ({
      ...psi,
      lipschitz: factor,
      smoothness: factor * psi.smoothness,
      gaussian: {
        ...psi.gaussian,
        derivativeSecondMoment: { value: factor ** 2 * cOf(psi) ** 2, error: 0, proven: true },
      },
    });
    const [one, five] = [theoremOneConstants(scaled(1), 0.1), theoremOneConstants(scaled(5), 0.1)];
    expect(five.C3 / one.C3).toBeCloseTo(5, 12);
    expect(five.C4 / one.C4).toBeCloseTo(1, 12);
    expect(five.leastWidth / one.leastWidth).toBeCloseTo(1, 10);
  });
});

describe("the constant of (13)", () => {
  test.each([1, 0.68, 0.54, 0.2, 0.01])("at c = %s carries both displays for every larger k and d", (c) => {
    const C = simplifiedConstant(c);
    for (const gamma of [0.999999, 0.5, 1e-3, 1e-300]) {
      for (const more of [1, 1.7, 30, 1e6]) {
        const k = more * C * (Math.LN2 - Math.log(gamma));
        const d = more * C * (Math.log(8) - Math.log(gamma));
        const x = Math.sqrt((Math.log(4) - Math.log(gamma)) / k);
        const gradient =
          Math.sqrt(c * c - Math.SQRT2 * x * (1 + x)) * (1 - 5 * Math.sqrt((Math.log(8) - Math.log(gamma)) / d));
        expect(Math.SQRT2 * (1 + Math.sqrt((Math.LN2 - Math.log(gamma)) / k))).toBeLessThanOrEqual(2);
        expect(gradient).toBeGreaterThanOrEqual((c / 2) * (1 - 1e-9));
      }
    }
  });

  test("is the least that the argument gives, as gamma tends to 1", () => {
    const C = 0.99 * simplifiedConstant(0.68);
    const x = Math.sqrt(2 / C);
    expect(Math.sqrt(0.68 ** 2 - Math.SQRT2 * x * (1 + x)) * (1 - 5 / Math.sqrt(C))).toBeLessThan(0.34);
  });
});

test("the least cell of Theorem 1 satisfies its hypotheses, and one less of either does not", () => {
  for (const { id } of catalogue.filter((psi) => psi.smoothness < Infinity)) {
    const cell = leastCell(theorem1, { psi: id, d: "least", k: "least", gamma: 0.1 });
    const psi = resolveActivation(id);
    const { leastWidth, leastDimension } = theoremOneConstants(psi, 0.1);
    expect(Number(cell.k)).toBe(Math.ceil(leastWidth));
    expect(Number(cell.d)).toBe(Math.ceil(leastDimension(Number(cell.k))));
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("constants and sizes of Theorem 1 at many arguments", () => {
  const moved: Activation = { ...resolveActivation("tanh"), id: "3 for ψ(0)", value: () => 3 };
  const ids = ["identity", "tanh", "softplus", "sin", "100*tanh(t/100)"];
  const found = [...ids.map((id) => resolveActivation(id)), moved].flatMap((psi) =>
    [0.99999, 0.9, 0.5, 0.1, 1e-300].flatMap((gamma) =>
      [undefined, 1].map((scale) => {
        const constants = theoremOneConstants(psi, gamma, scale);
        const dimensions = [1, 1000, 1e15].map((k) => constants.leastDimension(k));
        return [psi.id, gamma, scale, { ...constants, leastDimension: dimensions }];
      }),
    ),
  );
  expect(exactLines([THEOREM_ONE_LATEX, THEOREM_ONE_READING, ...found])).toMatchSnapshot();
});

test("the sizes as hypotheses are those of the constants, for ψ(0) = 0 or γ ≤ 1/2", () => {
  const psi = resolveActivation("tanh");
  const given = { psi, d: 1, k: 12_345, gamma: 0.1 };
  const { leastWidth, leastDimension } = theoremOneConstants(psi, 0.1);
  expect(
    theoremOneSizes.map((one) => ("parameter" in one ? [one.parameter.name, one.least(given)] : one.holds(given))),
  ).toEqual([true, ["k", leastWidth], ["d", leastDimension(12_345)]]);
});
