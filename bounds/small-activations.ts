import { defineClaim, defineSampler, gamma, pow } from "lemmacheck";
import { d, k } from "lemmacheck/networks";
import { logBinomialTails, logNormalUpperTail, normal, tailEnclosure } from "lemmacheck/probability";
import { smallWidthHypotheses } from "./constants/proposition-5-constants.js";
import type { Given } from "./parameters.js";

type Setting = Given<"d" | "k" | "gamma">;

/** P(|w·x| ≤ 1/log³ d) = 1 − 2Q(1/log³ d), as w·x ~ N(0, 1). */
function smallProbability(d: number): number {
  return -Math.expm1(Math.LN2 + logNormalUpperTail(1 / pow(Math.log(d), 3)));
}

/** The relative error of that difference: the tail beside ½ is right to 1e-13 (normal-tail.ts), and p ≥ 1e-5 for d up to 2^53. */
const ERROR = 2e-8;

/** #{i : |w_i·x| ≤ 1/log³ d}, from the activations themselves. */
const countOfSmall = defineSampler({
  id: "small-activations",
  parameters: [d, k],
  cost: ({ k }) => 10 * k,
  draw: ({ d, k }, random) => {
    const bits = random("u");
    let count = 0;
    const small = 1 / pow(Math.log(d), 3);
    for (let i = 0; i < k; i++) if (Math.abs(normal(bits)) <= small) count++;
    return count;
  },
});

const share = (factor: number, power: number) => (given: Setting) => (factor * given.k) / pow(Math.log(given.d), power);

/** Proposition 5's first ingredient: few activations are close to 0. */
export const smallActivations = defineClaim({
  id: "small-activations",
  label: "Proposition 5, small activations",
  kind: "whp",
  inProof: true,
  quote: "With high probability, we show that we have … #{i : |⟨w_i, x⟩| ≤ 1/log³ d} ≤ 2 · k/log³ d.",
  latex: String.raw`\#\left\{ i : |\langle w_i, x \rangle| \le \frac{1}{\log^3 d} \right\} \le 2 \cdot \frac{k}{\log^3 d}`,
  nonClaims: ['a probability: it is printed "with high probability", and 1 − γ is taken here'],
  parameters: [d, k, gamma],
  hypotheses: smallWidthHypotheses,
  draw: countOfSmall,
  observed: (count) => count,
  relation: "<=",
  // Surely at most k; by Markov at most kp/γ.
  trivial: ({ d, k, gamma }) => Math.min(k, (k * smallProbability(d)) / gamma),
  exact: ({ d, k }, bound) => {
    const more = Math.floor(bound) + 1;
    const p = smallProbability(d);
    return {
      logLower: tailEnclosure(logBinomialTails(more, k, p * (1 - ERROR)).logAtLeast).logLower,
      logUpper: tailEnclosure(logBinomialTails(more, k, Math.min(1, p * (1 + ERROR))).logAtLeast).logUpper,
    };
  },
  forms: { printed: { bound: share(2, 3) } },
  cells: [
    { d: [3], k: ["least"], gamma: [0.9, 0.99] },
    { d: [1000, 1e6, 1e15], k: ["least", 1e6, 1e15], gamma: [0.99, 0.05, 1e-100] },
  ],
  witness: { d: 1e6, k: 200_000, gamma: 0.05 },
  mutants: {
    "a third": { bound: share(2 / 3, 3), at: { d: 1e6, k: 200_000, gamma: 0.05 } },
    "2k/log⁴ d": { bound: share(2, 4), at: { d: 1e6, k: 200_000, gamma: 0.05 } },
    "activations up to 3/log³ d": {
      observed: (count) => 3 * count,
      at: { d: 1e6, k: 200_000, gamma: 0.05 },
    },
  },
});
