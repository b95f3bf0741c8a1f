import { defineClaim } from "lemmacheck";
import { bennettLog, bernsteinLog } from "../shared/mean-bounds.js";
import { cellsOfMeans, ofMeans } from "./of-means.js";

/** Bennett's inequality, for equally distributed variables. */
export const bennett = defineClaim({
  ...ofMeans,
  id: "bennett",
  label: "Bennett",
  quote:
    "Let X₁, …, X_n be independent with finite variance, X_i ≤ b for some b > 0, S = Σ(X_i − E X_i), v = Σ E X_i². Then for t > 0, P{S ≥ t} ≤ exp(−(v/b²)h(bt/v)), h(u) = (1 + u)log(1 + u) − u. Boucheron, Lugosi and Massart, Concentration Inequalities (2013), Theorem 2.9; here for X_i − μ, so that v = nσ², and t for t/n",
  latex: String.raw`X_i - \mu \le b \text{ independent} \implies \Pr(\bar{X} - \mu \ge t) \le e^{-(n\sigma^2 / b^2) h(b t / \sigma^2)}, \quad h(u) = (1 + u) \log(1 + u) - u`,
  nonClaims: ["the lower tail, for which b bounds −(X_i − μ)"],
  uses: { proof: ["markov"] },
  logAllows: ({ law, n, t }) => bennettLog(law, n, t),
  forms: { printed: { bound: ({ t }) => t } },
  cells: cellsOfMeans,
  witness: { law: "bernoulli(0.01)", n: 1000, t: 0.02 },
  mutants: {
    "half of t": { bound: ({ t }) => t / 2, at: { law: "bernoulli(0.01)", n: 1000, t: 0.02 } },
    "h with u² for u²/2": {
      logAllows: ({ law, n, t }) => (-n * t * t) / law.variance,
      at: { law: "bernoulli(0.5)", n: 1000, t: 0.1 },
    },
  },
});

/** Bernstein's inequality for bounded variables. */
export const bernstein = defineClaim({
  ...ofMeans,
  id: "bernstein",
  label: "Bernstein",
  quote:
    "Under the conditions of Bennett's inequality, P{S ≥ t} ≤ exp(−t²/(2(v + bt/3))). Boucheron, Lugosi and Massart, Concentration Inequalities (2013), Sections 2.7 and 2.8; here v = nσ², and t for t/n",
  latex: String.raw`X_i - \mu \le b \text{ independent} \implies \Pr(\bar{X} - \mu \ge t) \le \exp\left(-\frac{n t^2}{2(\sigma^2 + b t / 3)}\right)`,
  nonClaims: ["anything beyond Bennett's inequality, from which it follows"],
  uses: { proof: ["bennett"] },
  logAllows: ({ law, n, t }) => bernsteinLog(law, n, t),
  forms: { printed: { bound: ({ t }) => t } },
  cells: cellsOfMeans,
  witness: { law: "bernoulli(0.01)", n: 1000, t: 0.02 },
  mutants: {
    "half of t": { bound: ({ t }) => t / 2, at: { law: "bernoulli(0.01)", n: 1000, t: 0.02 } },
    "no factor 2": {
      logAllows: ({ law, n, t }) => 2 * bernsteinLog(law, n, t),
      at: { law: "bernoulli(0.1)", n: 1000, t: 0.05 },
    },
  },
});

/** Bernstein's inequality without the term in b, as if bounded variables had normal tails of their variance. */
export const bernsteinVarianceOnly = defineClaim({
  ...ofMeans,
  id: "bernstein-variance-only",
  label: "Bernstein, without the term in b",
  quote: "P{X̄ − μ ≥ t} ≤ exp(−nt²/(2σ²)). As misquoted: the term bt/3 is missing",
  latex: String.raw`\Pr(\bar{X} - \mu \ge t) \le e^{-n t^2 / (2 \sigma^2)}`,
  nonClaims: ["signs, for which it is Hoeffding's inequality, and normal variables"],
  uses: { statement: ["bernstein", "hoeffding"] },
  logAllows: ({ law, n, t }) => (-n * t * t) / (2 * law.variance),
  forms: {
    printed: { bound: ({ t }) => t, refutedAt: { law: "bernoulli(0.01)", n: 100, t: 0.05 } },
    repaired: {
      latex: String.raw`X_i - \mu \le b \implies \Pr(\bar{X} - \mu \ge t) \le \exp\left(-\frac{n t^2}{2(\sigma^2 + b t / 3)}\right)`,
      reason:
        "Rare events have Poisson's tail, e^(−t log t), which is heavier than any normal one. Hoeffding's (b − a)²/4 in place of σ² would serve without a second term.",
      logAllows: ({ law, n, t }) => bernsteinLog(law, n, t),
      bound: ({ t }) => t,
    },
  },
  cells: [{ law: ["bernoulli(0.01)", "signs"], n: [100, 10_000], t: [0.02, 0.05] }],
  witness: { law: "bernoulli(0.01)", n: 10_000, t: 0.01 },
  mutants: {
    "half of t": { of: "repaired", bound: ({ t }) => t / 2, at: { law: "bernoulli(0.01)", n: 10_000, t: 0.01 } },
  },
});
