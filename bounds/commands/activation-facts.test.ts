import { hermiteCoefficients, radialSecondMoment, resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { chiSquare } from "../chi-square.js";
import { lemma1 } from "../lemma-1.js";
import { theorem1 } from "../theorem-1.js";
import { theorem2 } from "../theorem-2.js";
import { activationFacts } from "./activation-facts.js";

const claims = [lemma1, theorem1, chiSquare, theorem2];
const [tanh, relu] = [resolveActivation("tanh"), resolveActivation("relu")];
// E(1 − tanh²X)² and max|tanh″| = 4/(3√3), of which the constants of Theorem 1 are made.
const [SQUARE, L] = [0.464402902448268, 4 / (3 * Math.sqrt(3))];

test("all of tanh, and what Theorem 1 asks of k and d by its proof", () => {
  const C4 = 64 / SQUARE ** 1.5;
  const C = (160 * L) ** 2 / SQUARE;
  const C1 = C * C4 ** 2;
  const more = Math.log(C4) / (Math.log(C1) + 3 * Math.log(Math.LN2) + Math.LN2);
  const sizes = [0.5, 0.1, 0.01].map((gamma) => {
    const [log, R] = [-Math.log(gamma), C4 * Math.sqrt(-Math.log(gamma))];
    const k = Math.ceil(C * (R * log) ** 2);
    const d = Math.ceil(C * R ** 2 * (Math.log(R * k) + log));
    return { gamma, log, R, k, d };
  });
  const near = (x: number) => expect.closeTo(x, Math.max(0, 11 - Math.floor(Math.log10(x))));
  const facts = activationFacts(tanh, claims);
  expect(facts).toEqual({
    id: "tanh",
    latex: String.raw`\tanh t`,
    expression: "tanh(t)",
    catalogue: "tanh",
    formulas: { value: "tanh(t)", derivative: "1-tanh(t)^2", secondDerivative: "-(2*tanh(t)*(1-tanh(t)^2))" },
    provenance: "certified",
    supremum: 1,
    lipschitz: 1,
    smoothness: near(L),
    enclosures: {
      supremum: { low: near(1), high: 1, at: "-Infinity", reason: null },
      lipschitz: { low: 1, high: 1, at: 0, reason: null },
      // tanh² = 1/3
      smoothness: { low: near(L), high: near(L), at: expect.closeTo(-Math.atanh(1 / Math.sqrt(3)), 6), reason: null },
    },
    kinks: [],
    moreKinks: false,
    gaussian: {
      ...tanh.gaussian,
      radialSecondMoment: radialSecondMoment(tanh),
      hermite: hermiteCoefficients(tanh, 6),
    },
    valueMoments: tanh.valueMoments,
    derivativeMoments: tanh.derivativeMoments,
    claims: [
      { id: "lemma-1", label: "Lemma 1", reason: null },
      { id: "theorem-1", label: "Theorem 1", reason: null },
      { id: "theorem-2", label: "Theorem 2", reason: String.raw`\psi(t) = \max(0, t) fails: ψ is tanh` },
    ],
    theorem1: sizes.map(({ gamma, R, k, d }) => ({
      gamma,
      C1: near(C1),
      C2: near((1 + more) * C * C4 ** 2),
      C3: near(32 / SQUARE),
      C4: near(C4),
      R: near(R),
      k: near(k),
      d: near(d),
    })),
  });
  expect(facts.theorem1?.every(({ k, d }) => Number.isInteger(k) && Number.isInteger(d))).toBe(true);
  expect(facts.gaussian.hermite).toHaveLength(7);
});

test("the ReLU has no sup|ψ| nor L, a kink, and is not what Theorem 1 speaks of", () => {
  expect(activationFacts(relu, claims)).toMatchObject({
    catalogue: "relu",
    supremum: null,
    lipschitz: 1,
    smoothness: null,
    enclosures: {
      supremum: { low: null, high: null, at: "Infinity", reason: "unbounded" },
      lipschitz: { low: 1, high: 1, reason: null },
      smoothness: { low: null, high: null, at: 0, reason: "ψ' jumps at 0" },
    },
    kinks: [0],
    moreKinks: false,
    claims: [
      { id: "lemma-1", reason: null },
      { id: "theorem-1", reason: expect.stringMatching(/ fails: relu has a kink at 0/) },
      { id: "theorem-2", reason: expect.any(String) },
    ],
    theorem1: null,
  });
});

describe("an activation of one's own", () => {
  test("that is given by functions has no formulas and no enclosures", () => {
    const own = { ...tanh, id: "mine", expression: null, same: null };
    expect(activationFacts(own, claims)).toMatchObject({
      id: "mine",
      expression: null,
      formulas: null,
      enclosures: null,
      moreKinks: false,
      theorem1: [{ gamma: 0.5 }, { gamma: 0.1 }, { gamma: 0.01 }],
    });
  });

  test("that is written down is known by its expression", () => {
    const own = resolveActivation("2*tanh(t)");
    expect(activationFacts(own, [])).toMatchObject({
      id: "2*tanh(t)",
      catalogue: null,
      formulas: { value: "2*tanh(t)" },
      supremum: 2,
      enclosures: { lipschitz: { high: 2, at: 0 } },
      claims: [],
      theorem1: null,
    });
  });
});

test("what the certificate of an expression says is taken from it", () => {
  const own = resolveActivation("2*tanh(t)");
  if (!("certificate" in own)) throw new Error("it has one");
  const lipschitz = { low: 1.5, high: 2, at: 3, reason: "too hard" };
  const unsure = { ...own, moreKinks: true, certificate: { ...Object(own.certificate), lipschitz } };
  expect(activationFacts(unsure, [])).toMatchObject({
    moreKinks: true,
    enclosures: { lipschitz, supremum: { high: 2 } },
  });
});

test("without Theorem 1 among the claims nothing is said of it", () => {
  expect(activationFacts(tanh, [lemma1, theorem2]).theorem1).toBeNull();
});
