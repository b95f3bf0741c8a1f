import { defineClaim } from "lemmacheck";
import { balls, emptyAtLeast, missingMean } from "../laws/occupancy.js";
import { n, s, x } from "../parameters.js";
import { oneSided } from "../shared/known-without.js";

interface Given {
  readonly n: number;
  readonly s: number;
  readonly x: number;
}

const ofEmptyBins = {
  kind: "whp",
  parameters: [n, s, x],
  hypotheses: [],
  draw: balls,
  observed: ({ empty }: { readonly empty: number }, { n, s }: Given) => empty - s * missingMean(n, s),
  relation: "<=",
  strict: true,
  exact: ({ n, s }: Given, bound: number) => emptyAtLeast(n, s, s * missingMean(n, s) + bound),
  // Empty bins are negatively correlated: their variance is at most that of independent ones.
  trivial: ({ n, s }: Given, logAllowed: number) => {
    const q = missingMean(n, s);
    return oneSided(Math.sqrt(s * q * (1 - q)), logAllowed, s - 1 - s * q);
  },
} as const;

/** The bounded differences inequality, for the number of empty bins. */
export const mcdiarmid = defineClaim({
  ...ofEmptyBins,
  id: "mcdiarmid",
  label: "Bounded differences (McDiarmid)",
  quote:
    "Assume that f satisfies the bounded differences assumption with constants c₁, …, c_n, and v = ¼Σc_i². Let Z = f(X₁, …, X_n) where the X_i are independent. Then P{Z − E Z > t} ≤ e^(−t²/(2v)). McDiarmid (1989); Boucheron, Lugosi and Massart, Concentration Inequalities (2013), Theorem 6.2; here the number of empty bins, c_i = 1, t = √(nx/2), and ≥ for >",
  latex: String.raw`|f(x) - f(x^{(i)})| \le c_i \implies \Pr\left(f - \mathbb{E}f \ge \sqrt{\tfrac{x}{2} \textstyle\sum c_i^2}\right) \le e^{-x}`,
  nonClaims: ["the variance of f, which may be far below Σc_i²/4, as here for n far above s"],
  uses: { proof: ["azuma"] },
  logAllows: ({ x }) => -x,
  forms: { printed: { bound: ({ n, x }) => Math.sqrt((n * x) / 2) } },
  cells: [{ n: [10, 100, 300], s: ({ n }) => n, x: [0.5, 2, 10] }],
  witness: { n: 300, s: 300, x: 6 },
  mutants: {
    "a third": { bound: (_, right) => Number(right()) / 3, at: { n: 300, s: 300, x: 6 } },
    "not centred": { observed: ({ empty }) => empty, at: { n: 300, s: 300, x: 6 } },
  },
});
