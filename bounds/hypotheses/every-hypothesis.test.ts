import type { Hypothesis } from "lemmacheck";
import { type Activation, defineActivation, resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import type { Given } from "../parameters.js";
import { hypothesisText } from "../testing/hypothesis-text.js";
import { constantEnds, isAtMost, isExpression } from "./constant-ends.js";
import * as named from "./hypotheses.js";
import { logOver, lossAtHalf, valueAtHalf } from "./lemmas-at-half.js";
import { dimensionAtLeastLog, largeWidth, radiusInReach } from "./proposition-4-hypotheses.js";

const [tanh, relu, sign, line, softplus] = ["tanh", "relu", "sign", "identity", "softplus"].map((id) =>
  resolveActivation(id),
);
const square = resolveActivation("2+t^2");
const mine = (kinks: readonly number[]) =>
  defineActivation({
    id: `mine with ${kinks.length} kinks`,
    value: Math.tanh,
    derivative: (t) => 1 - Math.tanh(t) ** 2,
    kinks,
  });

/** tanh with other Gaussian quantities. */
function withMoments(id: string, changed: Partial<Activation["gaussian"]>, more: Partial<Activation> = {}): Activation {
  return { ...tanh, ...more, id, gaussian: { ...tanh.gaussian, ...changed } };
}
const estimate = (value: number, error: number, proven = true) => ({ value, error, proven });
/** E ψ² and E ψ'², both as given. */
const both = (value: number, error: number, proven = true, more: Partial<Activation> = {}) =>
  withMoments(
    `moments of ${value} ± ${error}, proven: ${proven}`,
    {
      secondMoment: estimate(value, error, proven),
      derivativeSecondMoment: estimate(value, error, proven),
    },
    more,
  );

const made: readonly Activation[] = [
  both(1, 1e-9),
  both(1, 1.1e-9),
  both(1, 0.5, false),
  both(1, 2, false),
  both(0, 0),
  both(0, 0.1),
  both(-1, 1),
  both(-1, 1, false),
  both(-1, 1.1),
  both(1e-301, 1e-302),
  both(1e-301, 0),
  both(Infinity, 0),
  both(Number.NaN, 0),
  both(1, 0.5, true, { valueMoments: null, derivativeMoments: null }),
  both(1, 0, true, { valueMoments: null, derivativeMoments: null, lipschitz: Infinity, supremum: Infinity }),
  both(1, 0, true, { valueMoments: null, derivativeMoments: null, supremum: Infinity }),
  both(1e-300, 0, true, { valueMoments: null, derivativeMoments: null }),
  both(2, 0.5, true, {
    valueMoments: { sigma: 1, c: 1, proven: false, because: "it is said so" },
    derivativeMoments: null,
  }),
  both(2, 0, true, {
    valueMoments: { sigma: 1, c: 1, proven: false, because: "it is said so" },
    derivativeMoments: null,
  }),
  { ...tanh, id: "tanh of slope 1 + 2^-50", lipschitz: 1 + 2 ** -50 },
  { ...tanh, id: "tanh of slope 1 + 2^-48", lipschitz: 1 + 2 ** -48 },
  { ...tanh, id: "0.5 at 0", value: () => 0.5 },
  { ...tanh, id: "0.5 at 0, no Lipschitz constant", value: () => 0.5, lipschitz: Infinity },
  {
    ...tanh,
    id: "1e-20 at 0, off by 1e-20",
    value: () => 1e-20,
    proof: tanh.proof && { ...tanh.proof, error: () => 1e-20 },
  },
  {
    ...tanh,
    id: "1e-20 at 0, off by less",
    value: () => -1e-20,
    proof: tanh.proof && { ...tanh.proof, error: () => 9e-21 },
  },
  { ...tanh, id: "no proof", proof: null, value: () => -1e-20 },
];
const activations = [tanh, relu, sign, line, softplus, square, mine([]), mine([0]), mine([-1, 2]), ...made];

const {
  isToldClosely,
  widthOfKurtosis,
  sectionTwo,
  radiusOfOne,
  gradientAtLeastHalf,
  centredOrHalf,
  lawOfValueIsKnown,
  ...ofPsi
} = named;

// Pinned to the last bit: an error bound that changes must be seen.
test.each(Object.entries(ofPsi))("%s, of many activations", (_, hypothesis) => {
  expect(
    exactLines([hypothesis.latex, ...activations.map((psi) => [psi.id, hypothesisText(hypothesis, { psi })])]),
  ).toMatchSnapshot();
});

test("what else is asked of ψ, with a γ, a gradient and a width", () => {
  const found = activations.flatMap((psi) => [
    [psi.id, ...sectionTwo.map((one) => hypothesisText(one, { psi }))],
    [0.5, 0.51].map((gamma) => hypothesisText(centredOrHalf, { psi, gamma })),
    // Of what is a mean of squares.
    (psi.gaussian.derivativeSecondMoment.value < 0 ? [] : [0.25, 0.34, 0.35, 1]).map((gradientNorm) =>
      hypothesisText(gradientAtLeastHalf, { psi, gradientNorm }),
    ),
  ]);
  const laws = [tanh, relu, sign, mine([])].map((psi) => hypothesisText(lawOfValueIsKnown, { psi, k: 3 }));
  expect(exactLines([...found, laws, hypothesisText(radiusOfOne, { radius: 5 })])).toMatchSnapshot();
});

test("a gradient of half of c_ψ is long enough", () => {
  const c = Math.sqrt(tanh.gaussian.derivativeSecondMoment.value);
  const said = (gradientNorm: number) => hypothesisText(gradientAtLeastHalf, { psi: tanh, gradientNorm });
  expect([said(c / 2), said((c / 2) * (1 - 2 ** -52))]).toEqual([
    "holds",
    expect.stringMatching(/^false: ‖∇f\(x\)‖ is 0\.34/),
  ]);
});

describe("what is told closely", () => {
  test("is finite, and to nine digits if its error is proved", () => {
    const told = [
      estimate(1, 1e-9),
      estimate(-1, 1e-9),
      estimate(1, 1.01e-9),
      estimate(1, 1, false),
      estimate(Infinity, 0),
      estimate(0, 0),
      estimate(0, 1e-300),
    ];
    expect(told.map(isToldClosely)).toEqual([true, true, false, true, false, true, false]);
  });

  test("are constants with two ends: certified, declared, or known at kinks alone", () => {
    const ends = [tanh, square, relu, sign, mine([]), mine([0]), { ...mine([]), smoothness: 2 }].map((psi) => [
      isExpression(psi),
      constantEnds(psi, "lipschitz"),
      constantEnds(psi, "smoothness"),
    ]);
    expect(exactLines(ends)).toMatchSnapshot();
    expect([1, 0.99, 2].map((most) => isAtMost({ low: 1, high: 1 }, most))).toEqual([true, false, true]);
    expect([0.9, 1, 1.5, 2, 3].map((most) => isAtMost({ low: 1, high: 2 }, most))).toEqual([
      false,
      null,
      null,
      true,
      true,
    ]);
  });

  test("is the kurtosis of ψ and ψ'': 3 for a line and for t²'s neither, 1 for signs and for a constant ψ''", () => {
    expect([1, 2, 2.5, 100].map((factor) => widthOfKurtosis(line, factor))).toEqual([3, 6, 8, 300]);
    expect([sign, square].map((psi, i) => widthOfKurtosis(psi, 10, i === 0 ? 0 : 2))).toEqual([10, 10]);
    // E X⁴/2 over (E X²/2)² is 6.
    expect([widthOfKurtosis(relu, 1), widthOfKurtosis(line, 7, 2), widthOfKurtosis(both(0, 0), 7)]).toEqual([
      6, -0, -0,
    ]);
    expect([widthOfKurtosis(tanh, 1e6), widthOfKurtosis(tanh, 1e6, 2)]).toMatchInlineSnapshot(`
      [
        1627291,
        1478796,
      ]
    `);
  });
});

describe("the lemmas at γ/2, and what Proposition 4 assumes", () => {
  const settings = [1, 9, 1e15].flatMap((k) => [0.9, 0.1, 1e-300].map((gamma) => ({ k, gamma })));

  test("are √(2λ) + λ/√k with λ = log(2/γ), and √(2λ/k) + λ/k with λ = log(4/γ)", () => {
    for (const { k, gamma } of settings) {
      const [two, four] = [Math.log(2) - Math.log(gamma), Math.log(4) - Math.log(gamma)];
      expect(logOver({ gamma }, 4)).toBe(four);
      expect(valueAtHalf({ k, gamma })).toBeCloseTo(Math.sqrt(2 * two) + two * k ** -0.5, 10);
      expect(lossAtHalf({ k, gamma })).toBeCloseTo(Math.sqrt(2 * four) * k ** -0.5 + four / k, 10);
    }
  });

  test("as pinned", () => {
    const said = (
      hypotheses: readonly Hypothesis<Given<"d" | "k" | "radius" | "gamma">>[],
      radius: number,
      gamma: number,
    ) => hypotheses.map((one) => [one.latex, hypothesisText(one, { d: 3, k: 3, radius, gamma })]);
    const asked = [1, 7.5].flatMap((radius) =>
      [0.5, 1e-300].map((gamma) => [
        said(radiusInReach, radius, gamma),
        said(largeWidth, radius, gamma),
        said([dimensionAtLeastLog], radius, gamma),
      ]),
    );
    expect(exactLines([...settings.map((at) => [valueAtHalf(at), lossAtHalf(at)]), ...asked])).toMatchSnapshot();
  });
});
