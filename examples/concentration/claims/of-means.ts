import type { LogProbability } from "lemmacheck";
import type { BoundedLaw } from "../laws/bounded-law.js";
import { centredSum } from "../laws/samplers.js";
import { law, n, t } from "../parameters.js";
import { oneSided } from "../shared/known-without.js";

interface Given {
  readonly law: BoundedLaw;
  readonly n: number;
  readonly t: number;
}

/** What the statements on P(X̄ − μ ≥ t) share: n independent variables of a bounded law. */
export const ofMeans = {
  kind: "whp",
  parameters: [law, n, t],
  hypotheses: [],
  draw: centredSum,
  observed: (sum: number, { n }: Given) => sum / n,
  relation: "<=",
  strict: true,
  trivial: ({ law, n }: Given, logAllowed: number) =>
    oneSided(Math.sqrt(law.variance / n), logAllowed, law.most - law.mean),
  exact: ({ law, n }: Given, bound: number): LogProbability | null => law.tail(n, n * bound),
} as const;

/** Cells at which such statements say something: t of some deviations of the mean. */
export const cellsOfMeans = [
  {
    law: ["bernoulli(0.5)", "bernoulli(0.1)", "bernoulli(0.01)", "signs"],
    n: [10, 1000, 1e6],
    t: ({ law: name, n }: { readonly law: string; readonly n: number }) =>
      3 * Math.sqrt(law.resolve(name).variance / n),
  },
  { law: ["bernoulli(0.1)"], n: [1000, 1e9], t: [0.05, 0.3] },
  { law: ["uniform"], n: [3, 12], t: [0.1, 0.3] },
] as const;
