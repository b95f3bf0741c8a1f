import { defineClaim, defineSampler } from "lemmacheck";
import { chiSquare, logChiSquareTails, tailEnclosure } from "lemmacheck/probability";
import { k, x } from "../parameters.js";
import { oneSided } from "../shared/known-without.js";

/** A χ² variable with k degrees of freedom, less k. */
const centredChiSquare = defineSampler({
  id: "centred-chi-square",
  parameters: [k],
  cost: () => 4,
  draw: ({ k }, random) => chiSquare(k, random("chi")) - k,
});

interface Given {
  readonly k: number;
  readonly x: number;
}

const ofChiSquare = {
  kind: "whp",
  parameters: [k, x],
  hypotheses: [],
  draw: centredChiSquare,
  observed: (deviation: number) => deviation,
  relation: "<=",
  strict: true,
  logAllows: ({ x }: Given) => -x,
  trivial: ({ k }: Given, logAllowed: number) => oneSided(Math.sqrt(2 * k), logAllowed),
  exact: ({ k }: Given, bound: number) => tailEnclosure(logChiSquareTails(k, bound).logUpper),
} as const;

/** Laurent and Massart's upper tail, for equal weights. */
export const laurentMassart = defineClaim({
  ...ofChiSquare,
  id: "laurent-massart",
  label: "Laurent and Massart, Lemma 1, upper tail",
  quote:
    "Let U be a χ² statistic with D degrees of freedom. For any positive x, P(U − D ≥ 2√(Dx) + 2x) ≤ exp(−x). Laurent and Massart, Adaptive estimation of a quadratic functional by model selection (2000), Lemma 1 and the remark after it",
  latex: String.raw`\Pr(\chi^2_k - k \ge 2 \sqrt{k x} + 2 x) \le e^{-x}`,
  nonClaims: ["both sides at once"],
  uses: { proof: ["markov"] },
  forms: { printed: { bound: ({ k, x }) => 2 * Math.sqrt(k * x) + 2 * x } },
  cells: [{ k: [1, 10, 1000, 1e9], x: [0.5, 3, 30, 1000] }],
  witness: { k: 100, x: 5 },
  mutants: {
    halved: { bound: (_, right) => Number(right()) / 2, at: { k: 100, x: 5 } },
    "x for 2x": { bound: ({ k, x }) => 2 * Math.sqrt(k * x) + x, at: { k: 1, x: 100 } },
    "√(2kx) for 2√(kx)": { bound: ({ k, x }) => Math.sqrt(2 * k * x) + 2 * x, at: { k: 1e9, x: 20 } },
  },
});

/** The lower tail. */
export const laurentMassartLower = defineClaim({
  ...ofChiSquare,
  id: "laurent-massart-lower",
  label: "Laurent and Massart, Lemma 1, lower tail",
  quote: "P(D − U ≥ 2√(Dx)) ≤ exp(−x). Laurent and Massart (2000), Lemma 1 and the remark after it",
  latex: String.raw`\Pr(k - \chi^2_k \ge 2 \sqrt{k x}) \le e^{-x}`,
  nonClaims: ["the upper tail, which needs 2x besides"],
  uses: { proof: ["markov"] },
  observed: (deviation) => -deviation,
  trivial: ({ k }, logAllowed) => oneSided(Math.sqrt(2 * k), logAllowed, k),
  exact: ({ k }, bound) => tailEnclosure(logChiSquareTails(k, -bound).logLower),
  forms: { printed: { bound: ({ k, x }) => 2 * Math.sqrt(k * x) } },
  cells: [{ k: [10, 1000, 1e9], x: [0.5, 2, 100] }],
  witness: { k: 100, x: 5 },
  mutants: {
    halved: { bound: (_, right) => Number(right()) / 2, at: { k: 100, x: 5 } },
    "the upper tail": { observed: (deviation) => deviation, at: { k: 2, x: 20 } },
  },
});

/** The upper tail as if it were normal. */
export const chiSquareNormalTail = defineClaim({
  ...ofChiSquare,
  id: "chi-square-normal-tail",
  label: "χ² with a normal tail",
  quote: "P(U − D ≥ 2√(Dx)) ≤ exp(−x). As misquoted: the term 2x of the upper tail is missing",
  latex: String.raw`\Pr(\chi^2_k - k \ge 2 \sqrt{k x}) \le e^{-x}`,
  nonClaims: ["the lower tail, for which it is true"],
  uses: { statement: ["laurent-massart", "laurent-massart-lower"] },
  forms: {
    printed: { bound: ({ k, x }) => 2 * Math.sqrt(k * x), refutedAt: { k: 1, x: 10 } },
    repaired: {
      latex: String.raw`\Pr(\chi^2_k - k \ge 2 \sqrt{k x} + 2 x) \le e^{-x}`,
      reason: "χ² has an exponential tail, e^(−t/2), for every k: beyond 2x no bound can fall faster.",
      bound: ({ k, x }) => 2 * Math.sqrt(k * x) + 2 * x,
    },
  },
  cells: [{ k: [1, 100], x: [1, 10, 100] }],
  witness: { k: 100, x: 5 },
  mutants: { halved: { of: "repaired", bound: (_, right) => Number(right()) / 2, at: { k: 100, x: 5 } } },
});
