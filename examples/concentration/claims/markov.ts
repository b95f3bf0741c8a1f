import { defineClaim } from "lemmacheck";
import { meanOne } from "../laws/samplers.js";
import { lawsOfMeanOne } from "../laws/scalar-law.js";
import { positive, t } from "../parameters.js";
import { surely } from "../shared/known-without.js";

const parameters = [positive, t] as const;
const isPositive = {
  latex: String.raw`X \ge 0`,
  holds: ({ positive }: { readonly positive: keyof typeof lawsOfMeanOne }) => lawsOfMeanOne[positive].least >= 0,
  because: () => "X takes both signs",
};

/** Markov's inequality, for laws of mean 1. */
export const markov = defineClaim({
  id: "markov",
  label: "Markov",
  kind: "whp",
  quote:
    "P{Y ≥ t} ≤ E Y/t for a nonnegative random variable Y and t > 0. Boucheron, Lugosi and Massart, Concentration Inequalities (2013), Section 2.1",
  latex: String.raw`X \ge 0 \implies \Pr(X \ge t) \le \mathbb{E}X / t`,
  nonClaims: ["variables that may be negative", "anything for t ≤ E X, where the right side is at least 1"],
  parameters,
  hypotheses: [isPositive],
  draw: meanOne,
  observed: (x) => x,
  relation: "<=",
  strict: true,
  logAllows: ({ t }) => -Math.log(t),
  trivial: ({ positive }) => surely(lawsOfMeanOne[positive].most),
  exact: ({ positive }, bound) => lawsOfMeanOne[positive].upper(bound),
  forms: { printed: { bound: ({ t }) => t } },
  cells: [{ positive: ["exponential", "uniform", "four or nothing"], t: [1.5, 2, 3, 4, 30] }],
  witness: { positive: "four or nothing", t: 4 },
  mutants: {
    "half of t": { bound: ({ t }) => t / 2, at: { positive: "four or nothing", t: 6 } },
    "the square of E X/t": {
      logAllows: ({ t }) => -2 * Math.log(t),
      at: { positive: "four or nothing", t: 4 },
    },
  },
});

/** Markov's inequality without its condition. */
export const markovWithoutSign = defineClaim({
  id: "markov-without-sign",
  label: "Markov, without X ≥ 0",
  kind: "whp",
  quote: "P{X ≥ t} ≤ E X/t. As misquoted: the condition X ≥ 0 is missing",
  latex: String.raw`\Pr(X \ge t) \le \mathbb{E}X / t`,
  nonClaims: ["that any book prints it so: it is a common slip"],
  uses: { statement: ["markov"] },
  parameters,
  hypotheses: [],
  draw: meanOne,
  observed: (x) => x,
  relation: "<=",
  strict: true,
  logAllows: ({ t }) => -Math.log(t),
  trivial: ({ positive }) => surely(lawsOfMeanOne[positive].most),
  exact: ({ positive }, bound) => lawsOfMeanOne[positive].upper(bound),
  forms: {
    printed: { bound: ({ t }) => t, refutedAt: { positive: "normal(1, 100)", t: 4 } },
    repaired: {
      latex: String.raw`X \ge 0 \implies \Pr(X \ge t) \le \mathbb{E}X / t`,
      reason:
        "t·1{X ≥ t} ≤ X needs X ≥ 0 where X < t. A normal variable of mean 1 and large deviation exceeds 4 almost half of the time.",
      hypotheses: [isPositive],
      bound: ({ t }) => t,
    },
  },
  cells: [{ positive: ["exponential", "normal(1, 100)"], t: [1.5, 4, 30] }],
  witness: { positive: "exponential", t: 4 },
  mutants: {
    "half of t": { of: "repaired", bound: ({ t }) => t / 2, at: { positive: "four or nothing", t: 6 } },
  },
});
