import type { LogProbability } from "lemmacheck";
import {
  centredCountTail,
  chiSquare,
  fillNormal,
  laplaceTail,
  logChiSquareTails,
  logNormalUpperTail,
  signSumTail,
  tailEnclosure,
  uniform,
  uniformTail,
} from "lemmacheck/probability";
import type { Streams } from "lemmacheck/statistics";

/** A law of centred summands, with Bernstein's (σ, c): E|X|^q ≤ (q!/2)σ²c^(q−2) for all q ≥ 2. */
export interface SummandLaw {
  readonly sigma: number;
  readonly c: number;
  /** Why (σ, c) is a pair. */
  readonly because: string;
  /** sup X. */
  readonly supremum: number;
  /** Gaussians' worth of work to draw the sum of k. */
  cost(k: number): number;
  drawSum(k: number, random: Streams): number;
  /** log P(X_1 + … + X_k > t). */
  tail(k: number, t: number): LogProbability;
}

function countTrue(k: number, happens: () => boolean): number {
  let count = 0;
  for (let i = 0; i < k; i++) if (happens()) count++;
  return count;
}

function bernoulli(p: number): SummandLaw {
  return {
    sigma: Math.sqrt(p * (1 - p)),
    c: Math.max(p, 1 - p) / 3,
    because: "E|X|^q ≤ σ²·max(p, 1−p)^(q−2), and q!/2 ≥ 3^(q−2)",
    supremum: 1 - p,
    cost: (k) => k,
    drawSum: (k, random) => {
      const bits = random("sum");
      return countTrue(k, () => uniform(bits) < p) - k * p;
    },
    tail: (k, t) => centredCountTail(k, p, t),
  };
}

/** Laws of X for Bernstein's inequality, by name: light and heavy tails, bounded and not, symmetric and skewed. */
export const summandLaws: Readonly<Record<string, SummandLaw>> = {
  gaussian: {
    sigma: 1,
    c: 0.5319230405352438,
    because: "the least c, (2/3)√(2/π), is forced at q = 3: E|X|³ = 2√(2/π)",
    supremum: Infinity,
    cost: () => 1,
    drawSum: (k, random) => {
      const one = new Float64Array(1);
      fillNormal(one, random("sum"));
      return Math.sqrt(k) * one[0];
    },
    tail: (k, t) => tailEnclosure(logNormalUpperTail(t / Math.sqrt(k))),
  },
  rademacher: {
    sigma: 1,
    c: 1 / 3,
    because: "E|X|^q = 1 and q!/2 ≥ 3^(q−2)",
    supremum: 1,
    cost: (k) => k / 4,
    drawSum: (k, random) => {
      const bits = random("sum");
      return 2 * countTrue(k, () => bits() < 0) - k;
    },
    tail: signSumTail,
  },
  "rare event": bernoulli(0.01),
  "centred exponential": {
    sigma: 1,
    c: 1,
    because: "E|X|^q = ∫₀¹(1−x)^q e^(−x)dx + q!/e ≤ 1/(q+1) + q!/e ≤ q!/2 for q ≥ 3; the variance is 1",
    supremum: Infinity,
    cost: () => 4,
    drawSum: (k, random) => chiSquare(2 * k, random("sum")) / 2 - k,
    tail: (k, t) => tailEnclosure(logChiSquareTails(2 * k, 2 * t).logUpper),
  },
  laplace: {
    sigma: Math.SQRT2,
    c: 1,
    because: "E|X|^q = q!, with equality in the condition for every q",
    supremum: Infinity,
    cost: () => 8,
    drawSum: (k, random) => (chiSquare(2 * k, random("right")) - chiSquare(2 * k, random("left"))) / 2,
    tail: laplaceTail,
  },
  uniform: {
    sigma: Math.sqrt(1 / 3),
    c: 1 / 4,
    because: "E|X|^q = 1/(q+1); q = 3 forces c = 1/4, and the condition's right side grows from there",
    supremum: 1,
    cost: (k) => k,
    drawSum: (k, random) => {
      const bits = random("sum");
      let sum = 0;
      for (let i = 0; i < k; i++) sum += 2 * uniform(bits) - 1;
      return sum;
    },
    tail: uniformTail,
  },
};
