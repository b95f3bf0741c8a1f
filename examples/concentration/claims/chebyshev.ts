import { defineClaim } from "lemmacheck";
import { standardised } from "../laws/samplers.js";
import { standardLaws } from "../laws/scalar-law.js";
import { standard, t } from "../parameters.js";
import { surely } from "../shared/known-without.js";

const parameters = [standard, t] as const;
const all = ["normal", "centred exponential", "signs", "three values", "two values"] as const;

/** What the two-sided statements of one standardised variable share. */
const twoSides = {
  kind: "whp",
  parameters,
  hypotheses: [],
  draw: standardised,
  observed: (x: number) => Math.abs(x),
  relation: "<=",
  strict: true,
  trivial: ({ standard }: { readonly standard: keyof typeof standardLaws }) => {
    const { least, most } = standardLaws[standard];
    return surely(Math.max(-least, most));
  },
  exact: ({ standard }: { readonly standard: keyof typeof standardLaws }, bound: number) =>
    standardLaws[standard].both(bound),
} as const;

/** What the one-sided ones share. */
const oneSide = {
  ...twoSides,
  observed: (x: number) => x,
  trivial: ({ standard }: { readonly standard: keyof typeof standardLaws }) => surely(standardLaws[standard].most),
  exact: ({ standard }: { readonly standard: keyof typeof standardLaws }, bound: number) =>
    standardLaws[standard].upper(bound),
} as const;

/** Chebyshev's inequality, for laws of mean 0 and variance 1. */
export const chebyshev = defineClaim({
  ...twoSides,
  id: "chebyshev",
  label: "Chebyshev",
  quote:
    "P{|Z − E Z| ≥ t} ≤ Var(Z)/t² for t > 0. Boucheron, Lugosi and Massart, Concentration Inequalities (2013), Section 2.1",
  latex: String.raw`\Pr(|X - \mathbb{E}X| \ge t) \le \operatorname{Var}(X) / t^2`,
  nonClaims: ["half of the right side for one side alone: that is Cantelli's inequality"],
  uses: { proof: ["markov"] },
  logAllows: ({ t }) => Math.log(Math.min(1, 1 / (t * t))),
  forms: { printed: { bound: ({ t }) => t } },
  cells: [{ standard: all, t: [1.1, 2, 3, 10] }],
  witness: { standard: "normal", t: 3 },
  mutants: {
    "half of t": { bound: ({ t }) => t / 2, at: { standard: "three values", t: 5 } },
    "half of the right side": {
      logAllows: ({ t }) => -2 * Math.log(t) - Math.LN2,
      at: { standard: "three values", t: 3 },
    },
    "t³ for t²": { logAllows: ({ t }) => -3 * Math.log(t), at: { standard: "three values", t: 3 } },
  },
});

/** Cantelli's inequality. */
export const cantelli = defineClaim({
  ...oneSide,
  id: "cantelli",
  label: "Cantelli",
  quote:
    "P{Y − E Y ≥ t} ≤ Var(Y)/(Var(Y) + t²) for t > 0: the Chebyshev–Cantelli inequality. Boucheron, Lugosi and Massart, Concentration Inequalities (2013), exercises of Chapter 2",
  latex: String.raw`\Pr(X - \mathbb{E}X \ge t) \le \frac{\operatorname{Var}(X)}{\operatorname{Var}(X) + t^2}`,
  nonClaims: ["both sides at once with the same right side"],
  uses: { proof: ["markov"] },
  logAllows: ({ t }) => Math.log(1 / (1 + t * t)),
  forms: { printed: { bound: ({ t }) => t } },
  cells: [{ standard: all, t: [0.5, 1, 2, 3, 10] }],
  witness: { standard: "two values", t: 2 },
  mutants: {
    "half of t": { bound: ({ t }) => t / 2, at: { standard: "two values", t: 3 } },
    "half of the right side": {
      logAllows: ({ t }) => -Math.log1p(t * t) - Math.LN2,
      at: { standard: "two values", t: 2 },
    },
  },
});

/** Chebyshev's inequality, halved for one side as if every law were symmetric. */
export const chebyshevHalved = defineClaim({
  ...oneSide,
  id: "chebyshev-halved",
  label: "Chebyshev, halved for one side",
  quote: "P{X − E X ≥ t} ≤ Var(X)/(2t²). As misquoted: half of the two-sided bound",
  latex: String.raw`\Pr(X - \mathbb{E}X \ge t) \le \frac{\operatorname{Var}(X)}{2 t^2}`,
  nonClaims: ["symmetric laws, for which it is true"],
  uses: { statement: ["chebyshev", "cantelli"] },
  logAllows: ({ t }) => -2 * Math.log(t) - Math.LN2,
  forms: {
    printed: { bound: ({ t }) => t, refutedAt: { standard: "two values", t: 2 } },
    repaired: {
      latex: String.raw`\Pr(X - \mathbb{E}X \ge t) \le \frac{\operatorname{Var}(X)}{\operatorname{Var}(X) + t^2}`,
      reason:
        "Only symmetric laws have half of the two-sided probability on each side. The least right side for all laws is Cantelli's, reached by t with probability 1/(1 + t²) and −1/t otherwise.",
      logAllows: ({ t }) => Math.log(1 / (1 + t * t)),
      bound: ({ t }) => t,
    },
  },
  cells: [{ standard: all, t: [1, 2, 3] }],
  witness: { standard: "two values", t: 2 },
  mutants: { "half of t": { of: "repaired", bound: ({ t }) => t / 2, at: { standard: "two values", t: 3 } } },
});

/** Cantelli's right side with both sides on the left. */
export const cantelliTwoSided = defineClaim({
  ...twoSides,
  id: "cantelli-two-sided",
  label: "Cantelli, for both sides",
  quote: "P{|X − E X| ≥ t} ≤ Var(X)/(Var(X) + t²). As misquoted: a one-sided bound for two sides",
  latex: String.raw`\Pr(|X - \mathbb{E}X| \ge t) \le \frac{\operatorname{Var}(X)}{\operatorname{Var}(X) + t^2}`,
  nonClaims: ["the one-sided statement, which is true"],
  uses: { statement: ["cantelli"] },
  logAllows: ({ t }) => Math.log(1 / (1 + t * t)),
  forms: {
    printed: { bound: ({ t }) => t, refutedAt: { standard: "three values", t: 3 } },
    repaired: {
      latex: String.raw`\Pr(|X - \mathbb{E}X| \ge t) \le \frac{2 \operatorname{Var}(X)}{\operatorname{Var}(X) + t^2}`,
      reason:
        "A one-sided bound serves two sides with a factor of 2. Chebyshev's Var(X)/t² is smaller from t² = Var(X) on, and is what should be used.",
      logAllows: ({ t }) => Math.LN2 - Math.log1p(t * t),
      bound: ({ t }) => t,
    },
  },
  cells: [{ standard: all, t: [1, 2, 3] }],
  witness: { standard: "normal", t: 3 },
  mutants: { "half of t": { of: "repaired", bound: ({ t }) => t / 2, at: { standard: "three values", t: 6 } } },
});
