import { audit } from "lemmacheck";
import { defineActivation, normalised, resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { cltValue } from "../clt-value.js";
import { hermiteSpinGlass } from "../hermite-spin-glass.js";
import { inputLawSmooth } from "../input-law-smooth.js";
import { lemma1 } from "../lemma-1.js";
import { proposition1Simplified } from "../proposition-1-simplified.js";
import { proposition1Value } from "../proposition-1-value.js";
import { theorem1 } from "../theorem-1.js";
import { valueOrder } from "../value-order.js";
import {
  lipschitz,
  momentsOfDerivative,
  momentsOfValue,
  notConstant,
  sectionTwo,
  smooth,
  twiceDifferentiable,
  valueIsNotZero,
} from "./hypotheses.js";

/** What a hypothesis says of an expression, and why. */
const said = (hypothesis: typeof notConstant, id: string) => {
  if (!("holds" in hypothesis)) throw new Error("a least value");
  const psi = resolveActivation(id);
  return [hypothesis.holds({ psi }), hypothesis.because?.({ psi }) ?? ""] as const;
};

describe("(12) at its edge", () => {
  const oneLipschitz = sectionTwo[1];

  test.each([
    // The supremum is the limit 1, which is told to 5e-4 only.
    ["sin(t)*t^2/(1+t^2)", null, /is between 0\.99\d* and 1\.0\d*/],
    ["t > 0 ? t : exp(t)-1", true, /./],
    ["t*(1+1e-12)", false, /1\.000 times too large/],
    ["1.5*tanh(t)", false, /1\.500 times too large/],
  ])("%s is 1-Lipschitz: %s", (id, holds, why) => {
    const [found, because] = said(oneLipschitz, id);
    expect(found).toBe(holds);
    expect(because).toMatch(why);
  });

  test("a row says undecided where its two ends do not say", async () => {
    const cell = { psi: "sin(t)*t^2/(1+t^2)", d: 1000, k: 100, gamma: 0.05 };
    const row = await audit({ claim: proposition1Value, cell, form: "printed" });
    expect(row.verdict).toBe("inconclusive");
    expect(row.reason).toMatch(/is undecided: the Lipschitz constant .* is between/);
  });
});

test.each([
  ["cos(t+pi/2)", null, /ψ\(0\) is 6\.1\d*e-17 ± /],
  ["sin(t+pi)", null, /± /],
  ["0.5*tanh(t)+((1e17+1)-1e17)", null, /ψ\(0\) is 0 ± 16/],
  ["log(1+exp(t))-log(2)", true, /./],
  ["t+1e-200", false, /ψ\(0\) is 1e-200 for/],
])("ψ(0) = 0 of %s, which evaluating it alone does not say: %s", (id, holds, why) => {
  const [found, because] = said(sectionTwo[2], id);
  expect(found).toBe(holds);
  expect(because).toMatch(why);
  // By its definition.
  expect(sectionTwo[2]).toHaveProperty("holds");
  if ("holds" in sectionTwo[2]) expect(sectionTwo[2].holds({ psi: normalised(resolveActivation(id)) })).toBe(true);
});

test("an integral that is not told to nine digits is not taken for its value", () => {
  const gaussian = {
    ...resolveActivation("tanh").gaussian,
    derivativeSecondMoment: { value: 5, error: 1, proven: true },
  };
  const wide = { ...resolveActivation("tanh"), gaussian };
  if ("holds" in notConstant) expect(notConstant.holds({ psi: wide })).toBeNull();
});

describe("reasons", () => {
  test.each([
    // 1e600 is finite, and c_ψ is not 0, but no double holds either square.
    ["1e300*t", notConstant, null, "E ψ'(X)² is not known: infinite, or beyond what doubles hold"],
    ["1e300*t", valueIsNotZero, null, "E ψ(X)² is not known: infinite, or beyond what doubles hold"],
    ["1e300*t", momentsOfValue, null, "E ψ(X)² is not known: infinite, or beyond what doubles hold"],
    ["1e300*t", momentsOfDerivative, null, "E ψ'(X)² is not known: infinite, or beyond what doubles hold"],
    ["1e-300*tanh(t)", notConstant, null, "E ψ'(X)² is below 1e-300, where doubles end"],
    ["1e-300*tanh(t)", valueIsNotZero, null, "E ψ(X)² is below 1e-300, where doubles end"],
    ["1e-300*tanh(t)", momentsOfValue, null, "E ψ(X)² is below 1e-300, where doubles end"],
    ["1e-149*max(0,t)", momentsOfDerivative, null, "E|ψ'(X)|^q is not known closely enough"],
    ["1e-300*tanh(t)", momentsOfDerivative, null, "E ψ'(X)² is below 1e-300, where doubles end"],
    // It is 0 everywhere.
    ["t<0 and t>1 ? t : 0", notConstant, false, "E ψ'(X)² is 0"],
    ["t<0 and t>1 ? t : 0", valueIsNotZero, false, "E ψ(X)² is 0"],
    ["t<0 and t>1 ? t : 0", momentsOfValue, true, ""],
    ["t<0 and t>1 ? t : 0", momentsOfDerivative, true, ""],
    // A constant has no slope, and moments.
    ["0*t+2", momentsOfDerivative, true, ""],
    ["0*t+2", momentsOfValue, true, ""],
    ["abs(t^2)", momentsOfValue, null, "neither bounded nor Lipschitz as far as its constants say"],
    ["abs(t^2)", momentsOfDerivative, null, "not Lipschitz as far as its constants say"],
    ["abs(t^2)", lipschitz, false, "has no Lipschitz constant"],
    ["1e200*tanh(t)", valueIsNotZero, null, "beyond what doubles hold"],
    ["1e-200*sin(t)+0*t", valueIsNotZero, null, "below 1e-300"],
    ["exp(t^2/4)", valueIsNotZero, null, "not known"],
  ] as const)("of %s", (id, hypothesis, holds, why) => {
    const [found, because] = said(hypothesis, id);
    expect(found).toBe(holds);
    if (why !== "") expect(because).toContain(why);
  });

  test("of functions alone say what is not known of them, and that they bend where they are said to", () => {
    const functions = { value: (t: number) => Math.max(t, t / 2), derivative: (t: number) => (t > 0 ? 1 : 1 / 2) };
    const known = ({ kinks }: { readonly kinks: readonly number[] }) => {
      const psi = defineActivation({ id: "mine", ...functions, kinks });
      return [lipschitz, smooth, twiceDifferentiable].map((hypothesis) =>
        "holds" in hypothesis ? [hypothesis.holds({ psi }), hypothesis.because?.({ psi })] : null,
      );
    };
    expect(known({ kinks: [] })).toEqual([
      [null, "no finite Lipschitz constant is known for mine"],
      [null, "no finite L is known for mine"],
      [null, "no second derivative of mine is known"],
    ]);
    expect(known({ kinks: [0] })).toEqual([
      [null, "no finite Lipschitz constant is known for mine"],
      [false, "mine has a kink at 0, so that L is infinite"],
      [false, "mine has a kink at 0"],
    ]);
  });

  test.each([
    // Smooth, with a Lipschitz constant and an L that are not found.
    [theorem1, { psi: "tanh(e*exp(expm1(t)))", d: 1000, k: 1000, gamma: 0.1 }],
    [inputLawSmooth, { psi: "tanh(e*exp(expm1(t)))", d: 1e4, k: 1000, gamma: 0.1, norm: 100 }],
    // Its c_ψ is not told, and so no size is.
    [theorem1, { psi: "1e-160*tanh(t)", d: 1000, k: 1000, gamma: 0.1 }],
    [proposition1Simplified, { psi: "1e-300*tanh(t)", d: 1000, k: 1000, gamma: 0.1 }],
    // The central limit theorem asks for a variance alone.
    [cltValue, { psi: "t < 1 ? 0 : 1+t", k: 100 }],
    // Mehler's formula is for every degree.
    [hermiteSpinGlass, { q: 13, correlation: 0.4 }],
  ])("of $id at what is not known are those of rows that are undecided: %#", async (claim, cell) => {
    const row = await audit({ claim, cell, form: "printed" });
    expect(row.verdict).toBe("inconclusive");
    expect(row.reason).toContain("is undecided");
  });

  test("of 1e300*t and 1e-300*tanh(t) are those of rows that are undecided", async () => {
    const rows = [
      await audit({ claim: lemma1, cell: { psi: "1e300*t", d: 400, k: 100, gamma: 0.05 }, form: "printed" }),
      await audit({ claim: valueOrder, cell: { ...valueOrder.witness, psi: "1e-300*tanh(t)" }, form: "printed" }),
    ];
    for (const { verdict, reason } of rows) {
      expect(verdict).toBe("inconclusive");
      expect(reason).toContain("is undecided");
    }
  });
});
