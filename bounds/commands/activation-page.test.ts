import { describe, expect, test } from "vitest";
import type { ActivationFacts } from "./activation-facts.js";
import { activationPage } from "./activation-page.js";

type Enclosure = NonNullable<ActivationFacts["enclosures"]>["supremum"];

const exact = (value: number) => ({ value, error: 0.00123, proven: true });
const enclosure: Enclosure = { low: 1, high: 1, at: 0.5, reason: null };
const facts: ActivationFacts = {
  id: "mine",
  latex: "",
  expression: "2*t",
  catalogue: "twice",
  formulas: { value: "2*t", derivative: "2", secondDerivative: "0" },
  provenance: "certified",
  supremum: 1,
  lipschitz: 1,
  smoothness: 1,
  enclosures: { supremum: enclosure, lipschitz: enclosure, smoothness: enclosure },
  kinks: [],
  moreKinks: false,
  gaussian: {
    mean: exact(0.1),
    secondMoment: exact(0.2),
    derivativeSecondMoment: exact(0.3),
    radialSecondMoment: exact(0.4),
    hermite: [exact(0.5), exact(0.001), exact(-1 / 3)],
  },
  valueMoments: { sigma: 0.6, c: 0.7, because: "of this", proven: true },
  derivativeMoments: { sigma: 0.8, c: 0.9, because: "of that", proven: true },
  claims: [
    { id: "first", label: "First", reason: null },
    { id: "second", label: "Second", reason: "it fails" },
    { id: "third", label: "Third", reason: null },
    { id: "fourth", label: "Fourth", reason: "it fails" },
    { id: "fifth", label: "Fifth", reason: "it is undecided" },
  ],
  theorem1: [
    { gamma: 0.5, C1: 1234567, C2: 2, C3: 3.00049, C4: 4, R: 5, k: 1e9, d: 20_000 },
    { gamma: 0.01, C1: 1, C2: 1, C3: 1, C4: 1, R: 1, k: 7, d: 8 },
  ],
};
const linesWith = (fields: Partial<ActivationFacts>) => activationPage({ ...facts, ...fields }).split("\n");
const lineWith = (fields: Partial<ActivationFacts>, start: string) =>
  linesWith(fields).find((line) => line.startsWith(start));

test("the whole page of an activation of which all is known", () => {
  expect(activationPage(facts)).toBe(
    `ψ(t) = 2*t  (mine, that is twice of the catalogue)
ψ'(t) = 2
ψ''(t) = 0

Constants (certified)
  sup|ψ|     1  at t = 0.5
  Lipschitz  1  at t = 0.5
  L          1  at t = 0.5
  kinks      none

X standard normal
  E ψ(X)     0.1 ± 0.0012
  E ψ(X)²    0.2 ± 0.0012
  c_ψ²       0.3 ± 0.0012, E ψ'(X)²
  E X²ψ'(X)² 0.4 ± 0.0012
  Hermite    0.500000, 0, -0.333333
  (σ, c)     0.6, 0.7
             of this
  (σ', c')   0.8, 0.9
             of that

Statements: 2 apply
  first, third
Say nothing, since it fails
  second, fourth
Say nothing, since it is undecided
  fifth

Theorem 1 by the constants of its proof, for γ ≤ 1/2
  k ≥ 1.235e6·log³(1/γ), d ≥ 2·log(k/γ)·log(1/γ), |η| = 3·√log(1/γ)/‖∇f(x)‖², ‖η∇f(x)‖ ≤ 4·√log(1/γ)
  at γ = 0.5  k ≥ 1e9, d ≥ 20000
  at γ = 0.01 k ≥ 7, d ≥ 8
`,
  );
});

test("the whole page of one given by functions, of which little is known", () => {
  const unknown = { value: Number.NaN, error: 1, proven: false };
  expect(
    activationPage({
      ...facts,
      formulas: null,
      provenance: "declared",
      supremum: null,
      lipschitz: 2,
      smoothness: null,
      enclosures: null,
      kinks: [-1, 2],
      gaussian: {
        mean: { value: 0.1, error: 0.5, proven: false },
        secondMoment: unknown,
        derivativeSecondMoment: { value: Infinity, error: 1, proven: true },
        radialSecondMoment: { value: 1, error: Infinity, proven: true },
        hermite: [unknown],
      },
      valueMoments: null,
      derivativeMoments: { sigma: 0.8, c: 0.9, because: "of that", proven: false },
      claims: [],
      theorem1: null,
    }),
  ).toBe(
    `ψ is mine, given by functions

Constants (declared)
  sup|ψ|     no finite one is known
  Lipschitz  2
  L          no finite one is known
  kinks      -1, 2

X standard normal
  E ψ(X)     0.1 ± 0.50, an estimate
  E ψ(X)²    not known: infinite, or beyond what doubles hold
  c_ψ²       not known: infinite, or beyond what doubles hold, E ψ'(X)²
  E X²ψ'(X)² not known: infinite, or beyond what doubles hold
  Hermite    not known: infinite, or beyond what doubles hold
  (σ, c)     no pair is known
  (σ', c')   0.8, 0.9, an estimate
             of that

Statements: 0 apply
`,
  );
});

test.each([
  ["2*t", "2*t", "ψ(t) = 2*t"],
  ["2*t", "twice", "ψ(t) = 2*t  (twice of the catalogue)"],
  ["2*t", null, "ψ(t) = 2*t"],
  ["mine", "mine", "ψ(t) = 2*t  (mine of the catalogue)"],
  ["mine", null, "ψ(t) = 2*t  (mine)"],
])("%s, which the catalogue has as %s, is headed %s", (id, catalogue, line) => {
  expect(linesWith({ id, catalogue })[0]).toBe(line);
});

describe("a constant", () => {
  const lipschitz = (constant: number | null, fields: Partial<Enclosure>) =>
    lineWith(
      {
        lipschitz: constant,
        enclosures: { supremum: enclosure, smoothness: enclosure, lipschitz: { ...enclosure, ...fields } },
      },
      "  Lipschitz",
    );

  test.each([
    [null, { reason: "unbounded" }, "none: unbounded"],
    [null, {}, "no finite one is known"],
    [2, { low: null }, "2"],
    [0, { low: 0 }, "0"],
    [0, { low: -1 }, "0"],
    [1, { at: "Infinity" }, "1  for t → ∞"],
    [1, { at: "-Infinity" }, "1  for t → −∞"],
    [1, { at: 0 }, "1  at t = 0"],
    // As close as 1e-9 of it counts as known.
    [1024, { low: 1024 - 2 ** -20 }, "1024  at t = 0.5"],
    [1e9, { low: 1e9 - 1 }, "1000000000  at t = 0.5"],
    [1024, { low: 1023.5 }, "1024  at t = 0.5; known to be at least 1023.5"],
    [1024, { low: 1023.5, reason: "too hard" }, "1024  at t = 0.5; known to be at least 1023.5: too hard"],
    [1, { low: 1.5, reason: "too hard" }, "1  at t = 0.5"],
  ])("%s with %j is shown as %s", (constant, fields, line) => {
    expect(lipschitz(constant, fields)).toBe(`  Lipschitz  ${line}`);
  });

  test("stands on the line of its own enclosure", () => {
    const enclosures = {
      supremum: { ...enclosure, at: 1 },
      lipschitz: { ...enclosure, at: 2 },
      smoothness: { ...enclosure, at: 3 },
    };
    expect(linesWith({ supremum: 4, lipschitz: 5, smoothness: 6, enclosures }).slice(5, 8)).toEqual([
      "  sup|ψ|     4  at t = 1; known to be at least 1",
      "  Lipschitz  5  at t = 2; known to be at least 1",
      "  L          6  at t = 3; known to be at least 1",
    ]);
  });
});

test("there may be more kinks", () => {
  expect(lineWith({ moreKinks: true, kinks: [1] }, "  kinks")).toBe("  kinks      1, and perhaps more");
});

test("Hermite coefficients that are unknown are marked, and those that may be 0 are", () => {
  const hermite = [
    exact(0.00123),
    exact(0.00124),
    exact(-0.00123),
    { value: Infinity, error: 1, proven: true },
    { value: 1, error: Number.NaN, proven: true },
  ];
  expect(lineWith({ gaussian: { ...facts.gaussian, hermite } }, "  Hermite")).toBe(
    "  Hermite    0, 0.00124000, 0, ?, ?  (? is not known: infinite, or beyond what doubles hold)",
  );
});

test("names go on in another line beyond 110 characters", () => {
  const claims = [50, 56, 50, 57].map((length, i) => ({ id: String(i).repeat(length), label: "", reason: null }));
  // 2 + 50 + 2 + 56 = 110, and one more does not fit.
  const lines = linesWith({ claims, theorem1: null });
  expect(lines.slice(lines.indexOf("Statements: 4 apply") + 1)).toEqual([
    `  ${"0".repeat(50)}, ${"1".repeat(56)},`,
    `  ${"2".repeat(50)},`,
    `  ${"3".repeat(57)}`,
    "",
  ]);
});
