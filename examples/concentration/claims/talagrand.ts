import { defineClaim, defineSampler } from "lemmacheck";
import { binomial, signSumTail } from "lemmacheck/probability";
import { distance, n, x } from "../parameters.js";
import { atLeast } from "../shared/enclose.js";
import { surely } from "../shared/known-without.js";

/** X₁ + … + X_n − n/2 for independent fair X_i in {0, 1}. */
const excess = defineSampler({
  id: "excess",
  parameters: [n],
  cost: () => 8,
  draw: ({ n }, random) => binomial(n, 0.5, random("x")) - n / 2,
});

interface Given {
  readonly n: number;
  readonly set: "half-space" | "half of the vertices";
}

/**
 * The Euclidean distance of a vertex of [0, 1]^n to a set that holds at least half of them. To the half-space Σx_i ≤ n/2 it
 * is the excess over √n, which is convex. To its vertices alone it is the root of the number of ones that must go, which
 * is 1-Lipschitz on the cube but not convex. Both have the median 0.
 */
const distanceOf = (excess: number, { n, set }: Given) =>
  excess <= 0 ? 0 : set === "half-space" ? excess / Math.sqrt(n) : Math.sqrt(Math.ceil(excess));

/** log P(distance ≥ b). */
function exact({ n, set }: Given, bound: number) {
  if (bound <= 0) return { logLower: 0, logUpper: 0 };
  // The excess is S/2 for a sum S of signs; the number of ones that must go is its ceiling.
  const least =
    set === "half-space" ? bound * Math.sqrt(n) : Math.ceil(bound * bound * (1 - 2 ** -38)) - (n % 2 === 0 ? 0 : 0.5);
  return atLeast((s) => signSumTail(n, s))(2 * least);
}

/** Talagrand's inequality without convexity, as if the cube were like Gauss space. */
export const talagrandWithoutConvexity = defineClaim({
  id: "talagrand-without-convexity",
  label: "Talagrand, without convexity",
  kind: "whp",
  quote:
    "Let X₁, …, X_n be independent in [0, 1] and f 1-Lipschitz. Then P{f(X) ≥ M + t} ≤ 2e^(−t²/4) for a median M of f(X). As misquoted: f must be convex",
  latex: String.raw`f \text{ } 1\text{-Lipschitz} \implies \Pr\left(f(X) \ge \mathbb{M}f + 2 \sqrt{x}\right) \le 2 e^{-x}`,
  nonClaims: [
    "normal variables, for which no convexity is needed",
    "functions that are Lipschitz for the Hamming distance over n",
  ],
  uses: { statement: ["gaussian-lipschitz"] },
  parameters: [n, distance, x],
  hypotheses: [],
  draw: excess,
  observed: distanceOf,
  relation: "<=",
  strict: true,
  logAllows: ({ x }) => Math.LN2 - x,
  trivial: ({ n }) => surely(Math.sqrt(n / 2)),
  exact,
  forms: {
    printed: { bound: ({ x }) => 2 * Math.sqrt(x), refutedAt: { n: 10_000, set: "half of the vertices", x: 6 } },
    repaired: {
      latex: String.raw`f \text{ convex and } 1\text{-Lipschitz} \implies \Pr\left(f(X) \ge \mathbb{M}f + 2 \sqrt{x}\right) \le 2 e^{-x}`,
      reason:
        "The distance to half of the cube's vertices is √(S₊/2) for a sum S of n signs: of order n^(1/4), while its median is 0. Convexity is what Talagrand (1995) needs; Boucheron, Lugosi and Massart (2013), Section 7.5.",
      hypotheses: [
        {
          latex: String.raw`f \text{ convex}`,
          holds: ({ set }) => set === "half-space",
          because: () => "the distance to a set that is not convex is not convex",
        },
      ],
      bound: ({ x }) => 2 * Math.sqrt(x),
    },
  },
  cells: [{ n: [100, 10_000, 1e8], set: ["half-space", "half of the vertices"], x: [2, 6, 30] }],
  witness: { n: 10_000, set: "half-space", x: 6 },
  mutants: {
    "a quarter": {
      of: "repaired",
      bound: ({ x }) => Math.sqrt(x) / 4,
      at: { n: 10_000, set: "half-space", x: 6 },
    },
  },
});
