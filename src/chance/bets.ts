import { pow } from "../numbers/pow.js";
import { catoniInfluence } from "./catoni-influence.js";
import type { MeanModel } from "./mean-model.js";

/**
 * Bets against "E Y ≤ μ": each pays something nonnegative that increases in Y, at a price that its mean is at most if
 * E Y ≤ μ, so that the product of payoff/price over independent draws is a nonnegative supermartingale. Payoffs do not
 * depend on μ: sums of their logarithms are all that a test of any mean must keep of its draws.
 */
export interface Bets {
  /** A factor of 2 apart, so that one of them grows at 8/9 or more of the best rate. */
  readonly sizes: Float64Array;
  logPayoff(y: number, size: number): number;
  /** Increasing in μ. */
  logPrice(mu: number, size: number): number;
}

const powersOfTwo = (least: number, most: number) =>
  Float64Array.from({ length: most - least + 1 }, (_, i) => pow(2, least + i));

/**
 * For Y in [0, 1]: 1 + θY at 1 + θμ. Payoff over price is 1 + c(Y/μ − 1), with c = θμ/(1 + θμ) in (0, 1) (Waudby-Smith &
 * Ramdas 2024). The smallest serves differences that take 10⁷ draws to see, the largest a Y of about a millionth.
 */
const BOUNDED: Bets = {
  sizes: powersOfTwo(-8, 20),
  logPayoff: (y, size) => Math.log1p(size * y),
  logPrice: (mu, size) => Math.log1p(size * mu),
};

/**
 * For E Y² ≤ 1: exp ψ(λY), ψ Catoni's influence, at 1 + λμ + λ²/2, since E exp ψ(λY) ≤ 1 + λ E Y + λ² E Y²/2 (Wang &
 * Ramdas 2023). To second order in λ the logarithm then grows at λ(E Y − μ) − λ²(1 − μ²)/2: by the greatest variance that
 * E Y² ≤ 1 and the mean μ allow, so that there is nothing to gain by betting on Y − μ.
 */
const SECOND_MOMENT: Bets = {
  sizes: powersOfTwo(-9, 0),
  logPayoff: (y, size) => catoniInfluence(size * y),
  logPrice: (mu, size) => Math.log1p(size * (mu + size / 2)),
};

/** The bets on Y = `standardised(model, X)`. */
export function betsFor({ range }: MeanModel): Bets {
  return range ? BOUNDED : SECOND_MOMENT;
}
