import { defineClaim, gamma, type LogProbability, pow } from "lemmacheck";
import { d, directions, k, radius } from "lemmacheck/networks";
import { logNormalUpperTail, tailEnclosure } from "lemmacheck/probability";
import { dimensionAtLeastLog, largeWidth } from "./hypotheses/proposition-4-hypotheses.js";
import { DIRECTIONS, fixedPair, flipProbability, variance } from "./laws/fixed-pair.js";
import type { Given } from "./parameters.js";
import { scaled } from "./parts/scaled.js";

type Setting = Given<"d" | "k" | "radius" | "gamma" | "directions">;

/** 2√(log(1/γ)/d)((2R√(log(d)/d))^power + √(log(1/γ)/k)), where the power is 1/4. */
function display({ d, k, radius, gamma }: Setting, power = 1 / 4): number {
  const log = -Math.log(gamma);
  return 2 * Math.sqrt(log / d) * (pow(2 * radius * Math.sqrt(Math.log(d) / d), power) + Math.sqrt(log / k));
}

/** Terms of a sum over the number of flips that are worth computing. */
const TERMS = 1e4;
/** Unit roundoff. */
const ULP = 2 ** -53;
/**
 * log of twice what lies outside the reach below: by Bernstein 2e^(−r²/(2s² + 2r/3)), s² = kp(1 − p), with r = 45s + 799, so that
 * r² ≥ 1012(2s² + 2r/3) for every s ≥ 0.
 */
const LEFT_OUT = -1011;

/** log(e^a + e^b), up to rounding that `ULP` terms allow for. */
const logSum = (a: number, b: number) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

/**
 * P(Φ > t) where w·v does not depend on the flips: given m of them Φ is N(0, m/(kd)), so it is Σ_m P(M = m)·Q(t√(kd/m)),
 * with M ~ Bin(k, p). Over the m within 45 deviations and 800 of the mean, e^LEFT_OUT for the others.
 *
 * Rounding. p is off by 8 ulp relative (R ≤ 0.9√d, where arcsin at most doubles errors), so that log p − log(1 − p) is by
 * (14 + 4|it|) ulp; a step of a mass adds that, 4 ulp of its logarithms, which are below 40, and one of the sum. Q's
 * argument z is off by 4 ulp relative, which moves log Q by 4z(z + 1) ulp, as |(log Q)'| ≤ z + 1. Terms all being positive,
 * the error of a sum is the mean of theirs by their shares in it.
 */
function acrossTail({ d, k, radius, directions }: Setting, t: number): LogProbability | null {
  if (directions !== "across" || radius > 0.9 * Math.sqrt(d)) return null;
  if (t < 0) return { logLower: -Math.LN2, logUpper: 0 };
  const p = flipProbability({ d, radius });
  const argument = (m: number) => t * Math.sqrt((k / m) * d);
  const tail = (m: number) => (m === 0 ? -Infinity : logNormalUpperTail(argument(m)));
  const reach = 45 * Math.sqrt(k * p * (1 - p)) + 800;
  const mode = Math.round(k * p);
  if (Math.min(k, 2 * reach) > TERMS) return null;
  // m, its mass relative to that of the mode, and log Q; the sum of the masses makes them probabilities.
  const terms: [m: number, mass: number, log: number][] = [[mode, 0, tail(mode)]];
  const odds = Math.log(p) - Math.log1p(-p);
  for (let [m, mass] = [mode, 0]; m < Math.min(k, mode + reach); m++) {
    mass += Math.log((k - m) / (m + 1)) + odds;
    terms.push([m + 1, mass, tail(m + 1)]);
  }
  for (let [m, mass] = [mode, 0]; m > Math.max(0, mode - reach); m--) {
    mass -= Math.log((k - m + 1) / m) + odds;
    terms.push([m - 1, mass, tail(m - 1)]);
  }
  const highest = terms.reduce((most, [, mass, log]) => Math.max(most, mass + log), -Infinity);
  if (highest === -Infinity) return { logLower: -Infinity, logUpper: LEFT_OUT };
  const step = (14 + 4 * Math.abs(odds) + 4 * 40) * ULP;
  let [sum, total, sumError, totalError] = [0, 0, 0, 0];
  for (const [m, mass, log] of terms) {
    const massError = Math.abs(m - mode) * (step + Math.abs(mass) * ULP);
    const all = Math.exp(mass);
    total += all;
    totalError += all * massError;
    if (log === -Infinity) continue;
    const z = argument(m);
    const share = Math.exp(mass + log - highest);
    sum += share;
    // A share that underflows is below e^−700 of the largest, whatever its error.
    const tailError = log - tailEnclosure(log).logLower;
    sumError += share * (massError + 4 * z * (z + 1) * ULP + tailError + Math.abs(mass + log) * ULP);
  }
  const log = highest + Math.log(sum) - Math.log(total);
  // To first order, and a tenth for the rest; with the rounding of the two sums and of what is made of them.
  const error = 1.1 * (sumError / sum + totalError / total) + (4 * terms.length + 4 * Math.abs(log) + 10) * ULP;
  return { logLower: log - error, logUpper: Math.min(0, logSum(log + error, LEFT_OUT)) };
}

/** The first step of the proof of Proposition 4: Φ at one point, by Bernstein's inequality. */
export const proposition4Fixed = defineClaim({
  id: "proposition-4-fixed",
  label: "Proposition 4, fixed v and δ",
  kind: "whp",
  inProof: true,
  quote:
    "If we fix δ ∈ ℝ^d such that ‖δ‖ ≤ R (with R ≥ 1) and v ∈ S^{d−1}, then with probability at least 1 − γ one has: Φ(v, δ) := ⟨∇f(x) − ∇f(x + δ), v⟩ = (1/√k) Σ X_ℓ ≤ 2 √(log(1/γ)/d) ((2R √(log(d)/d))^{1/4} + √(log(1/γ)/k)).",
  latex: String.raw`\Phi(v, \delta) \le 2 \sqrt{\frac{\log(1/\gamma)}{d}} \left( \left( 2R \sqrt{\frac{\log d}{d}} \right)^{1/4} + \sqrt{\frac{\log(1/\gamma)}{k}} \right)`,
  nonClaims: [
    "a bound for all v and δ at once",
    "that Bernstein's inequality gives it: with σ and c of (20) that has 2√2 for the first 2; the variance is so much less than σ² that 2 does",
  ],
  uses: { proof: ["bernstein", "relu-moments", "proposition-4-bernstein"] },
  parameters: [d, k, radius, gamma, directions],
  hypotheses: [
    ...largeWidth,
    dimensionAtLeastLog,
    {
      latex: String.raw`v, \delta \in \mathbb{R}^d`,
      holds: ({ directions }) => DIRECTIONS.some((known) => known === directions),
      because: ({ directions }) => `directions are ${directions}, none of ${DIRECTIONS.join(", ")}`,
    },
  ],
  draw: fixedPair,
  observed: (phi) => phi,
  relation: "<=",
  everyGamma: true,
  // Cantelli: P(Φ > t) ≤ V/(V + t²).
  trivial: (given) => Math.sqrt(variance(given) * (1 / given.gamma - 1)),
  exact: acrossTail,
  forms: { printed: { bound: (given) => display(given) } },
  cells: [
    { d: [100, 1e4, 1e15], k: [3000], radius: [1, 5], gamma: [0.5, 1e-4, 1e-40], directions: ["across"] },
    { d: [1e4, 1e15], k: [3000], radius: [1, 5], gamma: [1e-100], directions: ["across"] },
    { d: [4], k: [2704], radius: [1], gamma: [0.1], directions: ["along", "input"] },
    { d: [1e4], k: [3000], radius: [50], gamma: [0.1], directions: ["along", "oblique", "input"] },
  ],
  witness: { d: 1e4, k: 1e4, radius: 1, gamma: 1e-6, directions: "across" },
  mutants: {
    "a seventh": {
      bound: scaled(1 / 7),
      at: { d: 1e4, k: 3000, radius: 50, gamma: 0.01, directions: "across" },
    },
    "a seventh, along": {
      bound: scaled(1 / 7),
      at: { d: 1e4, k: 3000, radius: 50, gamma: 0.1, directions: "along" },
    },
    "power 1 for 1/4": {
      bound: (given) => display(given, 1),
      at: { d: 1e10, k: 1e8, radius: 1, gamma: 0.01, directions: "across" },
    },
    "f not divided by √k": {
      observed: (phi, { k }) => phi * Math.sqrt(k),
      at: { d: 1e4, k: 3000, radius: 50, gamma: 0.1, directions: "oblique" },
    },
  },
});
