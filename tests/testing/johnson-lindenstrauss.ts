import {
  type Claim,
  defineClaim,
  defineSampler,
  integers,
  type LogProbability,
  openInterval,
  parameter,
} from "lemmacheck";
import { chiSquare, logChiSquareTwoSided } from "lemmacheck/probability";

/** The dimension that vectors are projected to. */
export const k = parameter({ name: "k", domain: integers(1, 2 ** 53), size: true });

/** How far a length may change. */
export const eps = parameter({ name: "eps", symbol: "ε", domain: openInterval(0, 1) });

/** ‖Πu‖² for a unit vector u and Gaussian entries of variance 1/k. */
export const projectedNorm = defineSampler({
  id: "projected-norm",
  parameters: [k],
  cost: () => 1,
  draw: ({ k }, random) => chiSquare(k, random("chi")) / k,
});

/** P(|χ²_k/k − 1| > t). */
export function outsideBand(k: number, t: number): LogProbability {
  const log = logChiSquareTwoSided(k, k * t);
  return { logLower: log - 1e-10, logUpper: log + 1e-10 };
}

/** What a test may spoil. */
interface Changes {
  readonly exact?: (k: number, t: number) => LogProbability;
  readonly allows?: (k: number, eps: number) => number;
}

/** Johnson–Lindenstrauss for one vector, as textbooks print it: P(|‖Πu‖² − 1| > ε) ≤ 2exp(−(ε² − ε³)k/4). */
export function johnsonLindenstrauss({ exact, allows }: Changes = {}): Claim {
  const printed = (k: number, eps: number) => 2 * Math.exp((-(eps ** 2 - eps ** 3) * k) / 4);
  return defineClaim({
    id: "johnson-lindenstrauss",
    label: "Lemma 1.3",
    kind: "whp",
    quote: "P(|‖Πu‖² − 1| > ε) ≤ 2exp(−(ε² − ε³)k/4)",
    latex: String.raw`\Pr(|\|\Pi u\|^2 - 1| > \varepsilon) \le 2e^{-(\varepsilon^2 - \varepsilon^3)k/4}`,
    nonClaims: ["anything of several vectors at once"],
    parameters: [k, eps],
    hypotheses: [],
    draw: projectedNorm,
    observed: (norm) => Math.abs(norm - 1),
    relation: "<=",
    // Chebyshev at the allowed probability would do; nothing is known surely.
    trivial: () => Number.MAX_VALUE,
    allows: (given) => (allows ?? printed)(given.k, given.eps),
    ...(exact ? { exact: (given: { readonly k: number }, t: number) => exact(given.k, t) } : {}),
    forms: { printed: { bound: ({ eps }) => eps } },
    cells: [{ k: [16, 256], eps: [0.25, 0.5] }],
    witness: { k: 256, eps: 0.5 },
    mutants: { "a third": { bound: ({ eps }) => eps / 3, at: { k: 256, eps: 0.3 } } },
  });
}
