import { resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { sharpMargin } from "../constants/theorem-1-sharp.js";
import { theoremOneFacts, theoremOnePage } from "./theorem-one-page.js";

const tanh = resolveActivation("tanh");
// E(1 − tanh²X)², E tanh²X and max|tanh″| = 4/(3√3), of which the constants of Theorem 1 are made.
const [SQUARE, VALUE, L] = [0.464402902448268, 0.394294490397841, 4 / (3 * Math.sqrt(3))];
const near = (x: number) => expect.closeTo(x, Math.max(0, 11 - Math.floor(Math.log10(x))));

describe("tanh at γ = 0.1", () => {
  test("constants and sizes are those of the proof, and those of the sharper one at the edge of what it allows", () => {
    const log = Math.log(10);
    const [C3, C4] = [32 / SQUARE, 64 / SQUARE ** 1.5];
    const R = C4 * Math.sqrt(log);
    // (14) at c_ψ/4: 20RL(√(log(Rk/γ)/d) + log(1/γ)/√k) ≤ c_ψ/4, half of it each.
    const C = (160 * L) ** 2 / SQUARE;
    const size = (reading: string, meaning: string, C1: number, C2: number, [k, d]: readonly [number, number]) => ({
      reading,
      meaning,
      C1: near(C1),
      C2: near(C2),
      C3: near(C3),
      C4: near(C4),
      k: near(k),
      d: near(d),
    });
    const sizesAt = (added: number) => {
      const k = Math.ceil(C * (R * (log + added)) ** 2);
      return [k, Math.ceil(C * R ** 2 * (Math.log(R * k) + log + added))] as const;
    };
    /** C₂ of the theorem beside its C₁, as `theoremOneSizesOf` has it. */
    const secondOf = (C1: number, logD: number) =>
      (1 + logD / (Math.log(C1) + 3 * Math.log(Math.LN2) + Math.LN2)) * C * C4 ** 2;
    const [printed, union] = [C * C4 ** 2, C * (2 * C4) ** 2];
    const facts = theoremOneFacts(tanh, 0.1);
    const [, , corrected] = facts.readings;
    expect(facts).toEqual({
      theorem: "theorem-1",
      psi: "tanh",
      gamma: 0.1,
      c: near(Math.sqrt(SQUARE)),
      lipschitz: 1,
      L: near(L),
      C1: near(printed),
      C2: near(secondOf(printed, Math.log(C4))),
      C3: near(C3),
      C4: near(C4),
      R: near(R),
      k: near(sizesAt(0)[0]),
      d: near(sizesAt(0)[1]),
      "(13)": { C: near(176.94002834206913) },
      "(14)": { c: near(Math.sqrt(SQUARE) / 4), C1: near(C), C2: near(C) },
      readings: [
        size("printed", "as printed: (13) and (14) at γ each", printed, secondOf(printed, Math.log(C4)), sizesAt(0)),
        size(
          "union",
          "with the union bound: each at γ/2",
          union,
          secondOf(union, Math.log(C4) + Math.LN2),
          sizesAt(Math.LN2),
        ),
        size(
          "corrected",
          "and Proposition 2 as its proof gives it",
          corrected.C1!,
          secondOf(corrected.C1!, Math.log(10 * C4) + Math.LN2),
          [corrected.k, Math.ceil(C * R ** 2 * Math.log((20 * R * corrected.k) / 0.1))],
        ),
      ],
      sharp: [
        {
          argument: "nets",
          meaning: "by nets, for any width",
          C3: near(5 * Math.sqrt(VALUE)),
          C4: near((10 * Math.sqrt(VALUE)) / Math.sqrt(SQUARE)),
          sizes: { leastWidth: 19813, balanced: { k: 39625, d: 112673 }, leastDimension: { k: 40575134, d: 13516 } },
        },
        {
          argument: "operator norm",
          meaning: "by ‖W‖ alone, for widths up to about d²",
          C3: near(5 * Math.sqrt(VALUE)),
          C4: near((10 * Math.sqrt(VALUE)) / Math.sqrt(SQUARE)),
          sizes: { leastWidth: 289, balanced: { k: 577, d: 14771 }, leastDimension: { k: 4615, d: 3818 } },
        },
      ],
    });
    // C of (13): with x = √(2/C), √(c² − √2·x(1 + x))·(1 − 5/√C) = c/2.
    const { C: first } = facts["(13)"];
    const x = Math.sqrt(2 / first);
    expect(
      Math.sqrt(SQUARE - Math.SQRT2 * x * (1 + x)) * (1 - 5 / Math.sqrt(first)) - Math.sqrt(SQUARE) / 2,
    ).toBeCloseTo(0, 9);
    // k ≥ C(R·log(20Rk/γ))², both terms of Proposition 2 with the logarithm of its proof at γ/2.
    expect(corrected.k / (C * (R * Math.log((20 * R * corrected.k) / 0.1)) ** 2)).toBeCloseTo(1, 8);
    for (const { argument, sizes } of facts.sharp)
      for (const { k, d } of [sizes!.balanced, sizes!.leastDimension]) {
        expect(sharpMargin(tanh, { k, d, gamma: 0.1 }, argument)).toBeGreaterThan(0);
        expect(sharpMargin(tanh, { k, d: d - 1, gamma: 0.1 }, argument)).toBeLessThanOrEqual(0);
      }
  });

  test("the whole page", () => {
    expect(theoremOnePage(tanh, 0.1)).toBe(
      `Theorem 1 for tanh at γ = 0.1
  c_ψ = 0.6815, Lipschitz constant 1, L = 0.7698, R = 306.9

Constants of the paper's proof, and the least k and d at this γ
                                           C₁        C₂        C₃        C₄        k ≥       d ≥
  as printed: (13) and (14) at γ each      1.336e9   1.68e9    68.91     202.2     1.631e10  9.703e10
  with the union bound: each at γ/2        5.344e9   1.701e9   68.91     202.2     2.761e10  1.008e11
  and Proposition 2 as its proof gives it  3.738e12  1.725e9   68.91     202.2     4.986e12  1.238e11
  k ≥ C₁ log³(1/γ), d ≥ C₂ log(k/γ) log(1/γ) for all γ ≤ 1/2; k and d are what this γ asks for.
  (13): k ≥ C log(2/γ), d ≥ C log(8/γ) with C = 176.9.
  (14) at c = c_ψ/4: k ≥ C₁R² log²(1/γ), d ≥ C₂R² log(Rk/γ) with C₁ = 32670, C₂ = 32670.

The same proof with nothing given away, all union bounds counted
  C₃ = 3.14, C₄ = 9.214; ψ's own moments, nets of free size, γ/4 for each of four events
  by nets, for any width
    k ≥ 19813 in any dimension; k = 39625, d ≥ 112673; least dimension k = 4.058e7, d ≥ 13516
  by ‖W‖ alone, for widths up to about d²
    k ≥ 289 in any dimension; k = 577, d ≥ 14771; least dimension k = 4615, d ≥ 3818
`,
    );
  });
});

test("the whole page beyond γ = 1/2, of a ψ with ψ(0) and a Lipschitz constant of its own", () => {
  const own = {
    ...tanh,
    id: "mine",
    expression: null,
    same: null,
    lipschitz: 2,
    value: (t: number) => Math.tanh(t) + 1,
  };
  expect(theoremOneFacts(own, 0.9)).toMatchObject({
    lipschitz: 2,
    C1: null,
    C2: null,
    readings: [{ C1: null, C2: null }],
  });
  // c = c_ψ/2 and 1 + |ψ(0)|/2 in 32·2/c² and 64/c³, which are 8·1.5 times those of tanh.
  expect(theoremOnePage(own, 0.9)).toBe(
    `Theorem 1 for mine at γ = 0.9
  c_ψ = 0.6815, Lipschitz constant 2, L = 0.7698, R = 787.7

Constants of the paper's proof, and the least k and d at this γ
                                       C₁        C₂        C₃        C₄        k ≥       d ≥
  as printed: (13) and (14) at γ each  —         —         826.9     2427      2.25e8    5.271e11
  No C₁ and C₂ serve γ near 1 (claim theorem-1-hypotheses); for γ ≤ 1/2 there are some, and a union bound.
  The proof takes ψ(0) = 0, and its own C₃ does not serve here: C₃ and C₄ are 1.5 times what it has, 1 + |ψ(0)|/Lip(ψ).
  (13): k ≥ C log(2/γ), d ≥ C log(8/γ) with C = 816.5.
  (14) at c = c_ψ/4: k ≥ C₁R² log²(1/γ), d ≥ C₂R² log(Rk/γ) with C₁ = 32670, C₂ = 32670.

The same proof with nothing given away, all union bounds counted
  C₃ = 3.14, C₄ = 9.214; ψ's own moments, nets of free size, γ/4 for each of four events
  by nets, for any width
    no size will do at so large a γ
  by ‖W‖ alone, for widths up to about d²
    no size will do at so large a γ
`,
  );
});

test("the readings with half of γ, and C₁ and C₂, are there up to γ = 1/2", () => {
  expect(theoremOneFacts(tanh, 0.5)).toMatchObject({
    C1: expect.any(Number),
    readings: [{ C1: expect.any(Number) }, { reading: "union" }, { reading: "corrected" }],
  });
  expect(theoremOneFacts(tanh, 0.5000001)).toMatchObject({ C1: null, readings: [{ reading: "printed", C2: null }] });
  const told = (gamma: number) => theoremOnePage(tanh, gamma).includes("for all γ ≤ 1/2; k and d");
  expect([told(0.5), told(0.5000001)]).toEqual([true, false]);
});

test("where Theorem 1 says nothing of ψ it is refused", () => {
  expect(() => theoremOneFacts(resolveActivation("relu"), 0.1)).toThrow(
    /^--psi is relu; it must be an activation that Theorem 1 is about: .* fails: relu has a kink at 0, so that L is infinite$/,
  );
});
