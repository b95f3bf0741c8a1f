import { defineClaim, defineSampler } from "lemmacheck";
import { fillRademacher } from "lemmacheck/probability";
import { coefficients, n } from "../parameters.js";

type Name = "equal" | "harmonic" | "geometric";

/** a₁, …, a_n with ‖a‖ = 1. */
function coefficientsOf(a: Name, n: number): Float64Array {
  const shapes = { equal: () => 1, harmonic: (i: number) => 1 / (i + 1), geometric: (i: number) => 2 ** (-i / 2) };
  const raw = Float64Array.from({ length: n }, (_, i) => shapes[a](i));
  const norm = Math.sqrt(raw.reduce((sum, x) => sum + x * x, 0));
  return raw.map((x) => x / norm);
}

/** Σ a_i ε_i for independent signs ε. */
const randomSeries = defineSampler({
  id: "random-series",
  parameters: [n, coefficients],
  cost: ({ n }) => n,
  draw: ({ n, a }, random) => {
    const terms = coefficientsOf(a, n);
    const signs = new Float64Array(n);
    fillRademacher(signs, random("signs"));
    return signs.reduce((sum, sign, i) => sum + sign * terms[i], 0);
  },
});

const shared = { kind: "mean", parameters: [n, coefficients], hypotheses: [], draw: randomSeries } as const;

/** Khintchine's inequality with Szarek's constant. */
export const khintchine = defineClaim({
  ...shared,
  id: "khintchine",
  label: "Khintchine, with Szarek’s constant",
  quote:
    "E|Σ a_i ε_i| ≥ (1/√2)(Σ a_i²)^½, and 1/√2 is the best constant. Szarek, On the best constants in the Khinchin inequality (1976); Haagerup (1981)",
  latex: String.raw`\mathbb{E}\left|\sum_i a_i \varepsilon_i\right| \ge \tfrac{1}{\sqrt 2} \|a\|`,
  nonClaims: ["anything more for two equal coefficients, for which both sides agree: no number of draws tells that"],
  observed: (sum) => Math.abs(sum),
  relation: ">=",
  range: () => ({ secondMoment: 1 }),
  trivial: () => 0,
  forms: { printed: { bound: () => Math.SQRT1_2 } },
  cells: [
    { n: [3, 10, 100], a: ["equal", "harmonic"] },
    { n: [30], a: ["geometric"] },
  ],
  witness: { n: 100, a: "equal" },
  mutants: { "1 for 1/√2": { bound: () => 1, at: { n: 100, a: "equal" } } },
});

/** The constant of the normal limit. */
export const khintchineNormalConstant = defineClaim({
  ...shared,
  id: "khintchine-normal-constant",
  label: "Khintchine, with the normal constant",
  quote:
    "E|Σ a_i ε_i| ≥ √(2/π)·(Σ a_i²)^½. As misquoted: that is the limit of many small coefficients, not the worst case",
  latex: String.raw`\mathbb{E}\left|\sum_i a_i \varepsilon_i\right| \ge \sqrt{2/\pi} \|a\|`,
  nonClaims: ["E|Σ a_i g_i| for normal g_i, where it is an equality"],
  uses: { statement: ["khintchine"] },
  observed: (sum) => Math.abs(sum),
  relation: ">=",
  range: () => ({ secondMoment: 1 }),
  trivial: () => 0,
  forms: {
    printed: { bound: () => Math.sqrt(2 / Math.PI), refutedAt: { n: 2, a: "equal" } },
    repaired: {
      latex: String.raw`\mathbb{E}\left|\sum_i a_i \varepsilon_i\right| \ge \tfrac{1}{\sqrt 2} \|a\|`,
      reason: "E|ε₁ + ε₂| = 1 = √2/√2: two equal coefficients have the least first moment of all.",
      bound: () => Math.SQRT1_2,
    },
  },
  cells: [{ n: [3, 4], a: ["equal"] }],
  witness: { n: 100, a: "equal" },
  mutants: { "1 for 1/√2": { of: "repaired", bound: () => 1, at: { n: 100, a: "equal" } } },
});

/** The fourth moment, by which the lower bound with 1/√3 is proved by Hölder's inequality. */
export const khintchineFourth = defineClaim({
  ...shared,
  id: "khintchine-fourth",
  label: "Khintchine, fourth moment",
  quote:
    "E(Σ a_i ε_i)⁴ ≤ 3(Σ a_i²)²: Khintchine's inequality for p = 4 with its best constant, 3^¼. Khintchine (1923), Haagerup (1981)",
  latex: String.raw`\mathbb{E}\left(\sum_i a_i \varepsilon_i\right)^4 \le 3 \|a\|^4`,
  nonClaims: ["equality for any finite n: it is 3‖a‖⁴ − 2Σa_i⁴"],
  observed: (sum) => sum ** 4,
  relation: "<=",
  // E(Σ a_i ε_i)⁸ is at most that of a normal variable, 7!!.
  range: () => ({ secondMoment: 105 }),
  forms: { printed: { bound: () => 3 } },
  cells: [
    { n: [2, 4], a: ["equal", "harmonic"] },
    { n: [30], a: ["geometric"] },
  ],
  witness: { n: 4, a: "equal" },
  mutants: { "2 for 3": { bound: () => 2, at: { n: 10, a: "equal" } } },
});
