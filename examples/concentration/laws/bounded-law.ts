import type { LogProbability } from "lemmacheck";
import {
  binomial,
  centredCountTail,
  logBinomialTails,
  signSumTail,
  tailEnclosure,
  uniform,
  uniformTail,
} from "lemmacheck/probability";
import type { Streams } from "lemmacheck/statistics";
import { atLeast } from "../shared/enclose.js";

type Bits = ReturnType<Streams>;

/** A law of variables between two ends. */
export interface BoundedLaw {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  readonly variance: number;
  /** Whether mean and variance are computed here, or taken on somebody's word. */
  readonly provenance: "certified" | "declared";
  /** Work of drawing the sum of n, in normal variables. */
  cost(n: number): number;
  /** X₁ + … + X_n − nμ. */
  drawSum(n: number, bits: Bits): number;
  /** log P(X₁ + … + X_n − nμ ≥ t); null where it is not computed. */
  tail(n: number, t: number): LogProbability | null;
  /** log P(X₁ + … + X_n − nμ ≤ −t) for t > 0; null where it is not computed. */
  lowerTail(n: number, t: number): LogProbability | null;
}

/** ±1 with probability ½ each. */
const signs: BoundedLaw = {
  name: "signs",
  least: -1,
  most: 1,
  mean: 0,
  variance: 1,
  provenance: "certified",
  cost: () => 8,
  drawSum: (n, bits) => 2 * binomial(n, 0.5, bits) - n,
  tail: (n, t) => atLeast((s) => signSumTail(n, s))(t),
  lowerTail: (n, t) => atLeast((s) => signSumTail(n, s))(t),
};

/** Irwin and Hall's law is summed up to here; beyond, draws decide. */
const MOST_UNIFORMS = 20;

/** Uniform on [0, 1]. */
const uniforms: BoundedLaw = {
  name: "uniform",
  least: 0,
  most: 1,
  mean: 0.5,
  variance: 1 / 12,
  provenance: "certified",
  cost: (n) => n,
  drawSum: (n, bits) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += uniform(bits) - 0.5;
    return sum;
  },
  // 2X − 1 is uniform on (−1, 1).
  tail: (n, t) => (n <= MOST_UNIFORMS ? uniformTail(n, 2 * t) : null),
  lowerTail: (n, t) => (n <= MOST_UNIFORMS ? uniformTail(n, 2 * t) : null),
};

/** log P(N − np ≤ −t) for N ~ Bin(n, p) and t > 0, equality within 2^-38 of t included. */
export function lowerCountTail(n: number, p: number, t: number): LogProbability {
  const atLeastThis = atLeast((s) => tailEnclosure(logBinomialTails(Math.floor(n * p - s), n, p).logAtMost));
  return atLeastThis(t);
}

/** 1 with probability p, else 0. */
export function bernoulli(p: number): BoundedLaw {
  return {
    name: `bernoulli(${p})`,
    least: 0,
    most: 1,
    mean: p,
    variance: p * (1 - p),
    provenance: "certified",
    cost: () => 8,
    drawSum: (n, bits) => binomial(n, p, bits) - n * p,
    tail: (n, t) => atLeast((s) => centredCountTail(n, p, s))(t),
    lowerTail: (n, t) => lowerCountTail(n, p, t),
  };
}

/** The laws that are known by name; bernoulli(P) for any P in (0, 1) is too. */
export const knownLaws: readonly BoundedLaw[] = [signs, uniforms, ...[0.5, 0.1, 0.01].map(bernoulli)];

/** What somebody's config gives: a law to draw from, with its ends, mean and variance. */
interface OwnLaw {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  readonly variance: number;
  draw(bits: Bits): number;
}

/**
 * A law of somebody's own. Its sums are drawn term by term; their tail is not computed.
 *
 * @throws RangeError naming the member, what it was and what it must be.
 */
export function ownLaw(entry: unknown): BoundedLaw {
  if (typeof entry !== "object" || entry === null)
    throw new RangeError(`a law is ${String(entry)}; it must be { name, least, most, mean, variance, draw }`);
  const { name, least, most, mean, variance, draw }: Partial<OwnLaw> = entry;
  if (typeof name !== "string" || name === "") throw new RangeError(`name of a law is ${name}; it must be a text`);
  for (const [member, x] of Object.entries({ least, most, mean, variance }))
    if (!Number.isFinite(x)) throw new RangeError(`${member} of law ${name} is ${x}; it must be a number`);
  const [a, b, mu, sigma2] = [Number(least), Number(most), Number(mean), Number(variance)];
  if (!(a < b && mu >= a && mu <= b))
    throw new RangeError(`mean of law ${name} is ${mean}; it must be in [least, most]`);
  // A variable between a and b has variance at most (b − μ)(μ − a).
  if (!(sigma2 > 0 && sigma2 <= (b - mu) * (mu - a) * (1 + 1e-12)))
    throw new RangeError(`variance of law ${name} is ${variance}; it must be in (0, ${(b - mu) * (mu - a)}]`);
  if (typeof draw !== "function") throw new RangeError(`draw of law ${name} is ${draw}; it must be a function of bits`);
  return {
    name,
    least: a,
    most: b,
    mean: mu,
    variance: sigma2,
    provenance: "declared",
    cost: (n) => n,
    drawSum: (n, bits) => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += draw(bits) - mu;
      return sum;
    },
    tail: () => null,
    lowerTail: () => null,
  };
}

/**
 * The law that a text names.
 *
 * @throws RangeError saying what the text was and what it must be.
 */
export function lawOf(text: string, own: readonly BoundedLaw[] = []): BoundedLaw {
  const found = [...own, ...knownLaws].find(({ name }) => name === text);
  if (found) return found;
  const p = Number(/^bernoulli\(([^)]+)\)$/.exec(text)?.[1]);
  if (p > 0 && p < 1) return bernoulli(p);
  const names = [...own, ...knownLaws].map(({ name }) => name);
  throw new RangeError(
    `law is ${JSON.stringify(text)}; it must be one of ${names.join(", ")}, or bernoulli(P), 0 < P < 1`,
  );
}
