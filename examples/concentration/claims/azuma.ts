import { defineClaim, defineSampler } from "lemmacheck";
import { signSumTail } from "lemmacheck/probability";
import { level, n, x } from "../parameters.js";
import { atLeast, either, NEVER } from "../shared/enclose.js";
import { oneSided } from "../shared/known-without.js";

/** A fair walk of n steps that stops at h. */
const stoppedWalk = defineSampler({
  id: "stopped-walk",
  parameters: [n, level],
  cost: ({ n }) => n / 8,
  draw: ({ n, level }, random) => {
    const bits = random("steps");
    let at = 0;
    for (let step = 0, word = 0; step < n && at < level; step++) {
      if ((step & 31) === 0) word = bits();
      at += word & 1 ? 1 : -1;
      word >>>= 1;
    }
    return at;
  },
});

interface Given {
  readonly n: number;
  readonly level: number;
  readonly x: number;
}

/**
 * log P(M ≥ b) for the walk S stopped at h: with j the least integer ≥ b, j ≤ h, it is P(S ≥ j) + P(S ≥ 2h − j + 1), by
 * reflection of the paths that end in [j, h) after they were at h.
 */
function tail({ n, level }: Given, b: number) {
  const sums = atLeast((s) => signSumTail(n, s));
  const j = Math.ceil(b - 2 ** -38 * Math.abs(b));
  if (j > level) return NEVER;
  return either(sums(j), sums(2 * level - j + 1));
}

const ofWalks = {
  kind: "whp",
  parameters: [n, level, x],
  hypotheses: [],
  draw: stoppedWalk,
  observed: (at: number) => at,
  relation: "<=",
  strict: true,
  exact: tail,
  // The variance of a stopped walk is at most n.
  trivial: ({ n, level }: Given, logAllowed: number) => oneSided(Math.sqrt(n), logAllowed, Math.min(n, level)),
} as const;

/** Azuma's inequality, for a walk that stops. */
export const azuma = defineClaim({
  ...ofWalks,
  id: "azuma",
  label: "Alon and Spencer, Theorem 7.2.1",
  quote:
    "Let 0 = X₀, …, X_n be a martingale with |X_{i+1} − X_i| ≤ 1. Let λ > 0 be arbitrary. Then Pr[X_n > λ√n] < e^(−λ²/2). Azuma (1967); Alon and Spencer, The Probabilistic Method, Theorem 7.2.1; here x = λ²/2, and ≥ for >",
  latex: String.raw`|X_{i+1} - X_i| \le 1 \implies \Pr(X_n \ge \sqrt{2 n x}) \le e^{-x}`,
  nonClaims: ["the largest of X₁, …, X_n, though stopping makes it so here", "differences that are bounded on average"],
  uses: { proof: ["markov"] },
  logAllows: ({ x }) => -x,
  forms: { printed: { bound: ({ n, x }) => Math.sqrt(2 * n * x) } },
  cells: [{ n: [10, 1000, 1e6], level: ({ n, x }) => Math.max(1, Math.ceil(Math.sqrt(2 * n * x))), x: [1, 4, 20] }],
  witness: { n: 1000, level: 90, x: 4 },
  mutants: {
    halved: { bound: (_, right) => Number(right()) / 2, at: { n: 1000, level: 45, x: 4 } },
    "no 2 under the root": { bound: ({ n, x }) => Math.sqrt(n * x), at: { n: 1000, level: 64, x: 4 } },
  },
});

/** Azuma's inequality with Hoeffding's constant. */
export const azumaHoeffdingConstant = defineClaim({
  ...ofWalks,
  id: "azuma-hoeffding-constant",
  label: "Azuma, with Hoeffding’s constant",
  quote:
    "If |X_{i+1} − X_i| ≤ c_i, then Pr[X_n − X₀ ≥ t] ≤ exp(−2t²/Σc_i²). As misquoted: the constant for differences in an interval of length c_i",
  latex: String.raw`|X_{i+1} - X_i| \le 1 \implies \Pr(X_n \ge \sqrt{n x / 2}) \le e^{-x}`,
  nonClaims: ["differences that lie in an interval of length c_i given the past: then it is true"],
  uses: { statement: ["azuma"] },
  logAllows: ({ x }) => -x,
  forms: {
    printed: { bound: ({ n, x }) => Math.sqrt((n * x) / 2), refutedAt: { n: 100, level: 15, x: 4 } },
    repaired: {
      latex: String.raw`|X_{i+1} - X_i| \le 1 \implies \Pr(X_n \ge \sqrt{2 n x}) \le e^{-x}`,
      reason: "|D| ≤ c allows an interval of length 2c: a factor of 4 in the exponent.",
      bound: ({ n, x }) => Math.sqrt(2 * n * x),
    },
  },
  cells: [{ n: [100, 1000], level: ({ n, x }) => Math.ceil(Math.sqrt(2 * n * x)), x: [1, 4] }],
  witness: { n: 1000, level: 90, x: 4 },
  mutants: { halved: { of: "repaired", bound: (_, right) => Number(right()) / 2, at: { n: 1000, level: 45, x: 4 } } },
});
