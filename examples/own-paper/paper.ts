import { defineClaim, definePaper, defineSampler, integers, openInterval, parameter } from "lemmacheck";
import { chiSquare, logChiSquareTwoSided, tailEnclosure } from "lemmacheck/probability";

const m = parameter({ name: "m", about: "dimension of the image", domain: integers(1, 1e5), size: true });
const eps = parameter({ name: "eps", symbol: "ε", about: "distortion", domain: openInterval(0, 1) });

/** ‖Πu‖² for a unit vector u and m rows of independent N(0, 1/m): χ² with m degrees over m, from any dimension. */
const projection = defineSampler({
  id: "projection",
  parameters: [m],
  cost: () => 4, // in Gaussian variables
  draw: ({ m }, random) => chiSquare(m, random("image")) / m,
});

const logAllowed = (m: number, eps: number) => Math.log(2) - ((eps ** 2 - eps ** 3) * m) / 4;

export const distortion = defineClaim({
  id: "distortion",
  label: "Lemma 1",
  kind: "whp",
  quote: "P(|‖Πu‖² − 1| > ε) ≤ 2 exp(−(ε² − ε³)m/4)",
  latex: String.raw`\Pr\left(\left|\|\Pi u\|^2 - 1\right| > \varepsilon\right) \le 2 e^{-(\varepsilon^2 - \varepsilon^3) m / 4}`,
  nonClaims: ["several vectors at once"],
  parameters: [m, eps],
  hypotheses: [],
  draw: projection,
  observed: (squared) => Math.abs(squared - 1),
  relation: "<=",
  logAllows: ({ m, eps }) => logAllowed(m, eps),
  // Chebyshev, since ‖Πu‖² has mean 1 and variance 2/m.
  trivial: ({ m, eps }) => Math.sqrt(2 / m / Math.exp(logAllowed(m, eps))),
  // Where the probability can be computed, no draws are needed: its logarithm between two ends.
  exact: ({ m }, bound) => tailEnclosure(logChiSquareTwoSided(m, m * bound)),
  forms: { printed: { bound: ({ eps }) => eps } },
  cells: [{ m: [1, 100, 10_000], eps: [0.1, 0.5] }],
  witness: { m: 200, eps: 0.5 },
  mutants: { "half of ε": { bound: ({ eps }) => eps / 2, at: { m: 200, eps: 0.5 } } },
});

export const paper = definePaper({
  id: "random-projections",
  title: "Random projections",
  authors: ["A. Stranger"],
  year: 2026,
  source: "lecture notes",
  parameters: [m, eps],
  claims: [distortion],
});
