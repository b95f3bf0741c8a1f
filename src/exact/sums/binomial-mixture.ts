import { log1mexp } from "../../special/log-space.js";
import { logBinomialTails } from "../../statistics/binomial-tails.js";
import { type LogEnclosure, logEnclosure } from "./log-enclosure.js";

const MOST_BLOCKS = 5000;
/** The gap between the two sums that is good enough, relative to them. */
const TOLERANCE = 1e-13;
/** Relative error of masses and values, with room. */
const ROUNDING = 1e-11;

/** The counts a, a+1, …, b. */
interface Block {
  readonly a: number;
  readonly b: number;
  readonly logMass: number;
  /** logs of the values at both ends: the least and the greatest in the block. */
  readonly logAtA: number;
  readonly logAtB: number;
}

/** log P(a ≤ Bin(k, ½) ≤ b), from the tail on whose side the block lies. */
function logMassOf(k: number, a: number, b: number): number {
  if (a === 0 && b === k) return 0;
  // By symmetry P(Bin ≤ b) = P(Bin ≥ k − b).
  const [low, high] = a + b >= k ? [a, b] : [k - b, k - a];
  const from = logBinomialTails(low, k, 0.5).logAtLeast;
  const beyond = logBinomialTails(high + 1, k, 0.5).logAtLeast;
  return beyond === -Infinity ? from : from + log1mexp(Math.min(0, beyond - from));
}

/**
 * log Σ_n P(Bin(k, ½) = n)·value(n) for a probability that is monotone in n, enclosed: on a block of counts the value lies
 * between those at its ends, and blocks are halved where that leaves most open, down to single counts if need be.
 *
 * @param k an integer from 1 to 2^53.
 */
export function binomialMixture(k: number, logValue: (n: number) => number): LogEnclosure {
  const make = (a: number, b: number): Block => {
    const logAtA = logValue(a);
    return { a, b, logMass: logMassOf(k, a, b), logAtA, logAtB: a === b ? logAtA : logValue(b) };
  };
  const upper = ({ logMass, logAtA, logAtB }: Block) => logMass + Math.max(logAtA, logAtB);
  const lower = ({ logMass, logAtA, logAtB }: Block) => logMass + Math.min(logAtA, logAtB);
  let blocks = [make(0, k)];
  for (;;) {
    const unit = blocks.reduce((most, block) => Math.max(most, upper(block)), -Infinity);
    if (unit === -Infinity) return { logLower: unit, logUpper: unit };
    const gaps = blocks.map((block) => Math.exp(upper(block) - unit) - Math.exp(lower(block) - unit));
    const gap = gaps.reduce((sum, g) => sum + g, 0);
    const sum = blocks.reduce((total, block) => total + Math.exp(lower(block) - unit), 0);
    if (gap <= TOLERANCE * sum || blocks.length > MOST_BLOCKS)
      return logEnclosure(unit, sum * (1 - ROUNDING), (sum + gap) * (1 + ROUNDING));
    const share = gap / (2 * blocks.length);
    blocks = blocks.flatMap((block, i) => {
      if (gaps[i] < share || block.a === block.b) return [block];
      const middle = Math.floor(block.a + (block.b - block.a) / 2);
      return [make(block.a, middle), make(middle + 1, block.b)];
    });
  }
}
