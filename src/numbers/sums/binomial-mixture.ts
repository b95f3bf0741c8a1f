import { logBinomialTails } from "../binomial-tails.js";
import { log1mexp } from "../log-space.js";
import { logNormalUpperTail } from "../normal-tail.js";
import { type LogEnclosure, logEnclosure } from "./log-enclosure.js";

/** Up to this k the sum is taken count by count if need be; beyond, in at most so many blocks. */
const EVERY_COUNT = 4096;
const MOST_BLOCKS = 1000;
/** The gap between the two sums that is good enough, relative to them. */
const TOLERANCE = 1e-13;
/** Relative error of masses and values, with room. */
const ROUNDING = 1e-11;

/** From here on counts are coupled to a normal variable. */
const COUPLED = 2 ** 22;
/** Beyond this many standard deviations normal mass is one block. */
const FAR = 45;

/** Counts, or values of a normal variable, from a to b. */
interface Block {
  readonly a: number;
  readonly b: number;
  readonly logMass: number;
  /** logs of the values at both ends: the least and the greatest in the block. */
  readonly logAtA: number;
  readonly logAtB: number;
}

/** How blocks are made, to begin with, and parted; null where a block is as small as can be. */
interface Blocks {
  readonly first: readonly Block[];
  part(block: Block): readonly Block[] | null;
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

/** Blocks of counts, down to single ones. */
function countBlocks(k: number, logValue: (n: number) => number): Blocks {
  const make = (a: number, b: number): Block => {
    const logAtA = logValue(a);
    return { a, b, logMass: logMassOf(k, a, b), logAtA, logAtB: a === b ? logAtA : logValue(b) };
  };
  return {
    first: [make(0, k)],
    part: ({ a, b }) => {
      const middle = Math.floor(a + (b - a) / 2);
      return a === b ? null : [make(a, middle), make(middle + 1, b)];
    },
  };
}

/**
 * Blocks of a normal Y, to which the count n ~ Bin(k, ½) can be coupled so that |n − k/2 − (√k/2)Y| ≤ 1 + Y²/8 (Tusnády's
 * lemma; Bretagnolle and Massart 1989, Massart 2002).
 */
function normalBlocks(k: number, logValue: (n: number) => number): Blocks {
  const near = (y: number, side: 1 | -1) => {
    if (Math.abs(y) === Infinity) return y < 0 ? 0 : k;
    return Math.min(k, Math.max(0, k / 2 + (Math.sqrt(k) / 2) * y + side * (1 + (y * y) / 8)));
  };
  const make = (a: number, b: number): Block => {
    const [from, to] = a >= 0 ? [a, b] : [-b, -a];
    const beyond = to === Infinity ? -Infinity : logNormalUpperTail(to);
    const logMass = logNormalUpperTail(from) + log1mexp(beyond - logNormalUpperTail(from));
    return { a, b, logMass, logAtA: logValue(near(a, -1)), logAtB: logValue(near(b, 1)) };
  };
  return {
    first: [make(-Infinity, -FAR), make(-FAR, 0), make(0, FAR), make(FAR, Infinity)],
    part: ({ a, b }) => {
      const middle = (a + b) / 2;
      return Math.abs(middle) === Infinity || middle === a || middle === b ? null : [make(a, middle), make(middle, b)];
    },
  };
}

/**
 * log Σ_n P(Bin(k, ½) = n)·value(n) for a probability that is monotone in n, enclosed: on a block of counts the value lies
 * between those at its ends, and blocks are halved where that leaves most open, down to single counts if need be. For
 * k > 2^22, where binomial tails take long, counts are coupled to a normal variable.
 *
 * @param k an integer from 1 to 2^53.
 * @param logValue log value(n), for real n in [0, k] too.
 */
export function binomialMixture(k: number, logValue: (n: number) => number): LogEnclosure {
  const { first, part } = k > COUPLED ? normalBlocks(k, logValue) : countBlocks(k, logValue);
  const upper = ({ logMass, logAtA, logAtB }: Block) => logMass + Math.max(logAtA, logAtB);
  const lower = ({ logMass, logAtA, logAtB }: Block) => logMass + Math.min(logAtA, logAtB);
  const most = k <= EVERY_COUNT ? EVERY_COUNT : MOST_BLOCKS;
  let blocks = first;
  for (;;) {
    const unit = blocks.reduce((highest, block) => Math.max(highest, upper(block)), -Infinity);
    if (unit === -Infinity) return { logLower: unit, logUpper: unit };
    const gaps = blocks.map((block) => Math.exp(upper(block) - unit) - Math.exp(lower(block) - unit));
    const gap = gaps.reduce((sum, g) => sum + g, 0);
    const sum = blocks.reduce((total, block) => total + Math.exp(lower(block) - unit), 0);
    const share = gap / (2 * blocks.length);
    const parted = blocks.map((block, i) => (gaps[i] < share ? null : part(block)));
    if (gap <= TOLERANCE * sum || blocks.length > most || parted.every((parts) => parts === null))
      return logEnclosure(unit, sum * (1 - ROUNDING), (sum + gap) * (1 + ROUNDING));
    blocks = blocks.flatMap((block, i) => parted[i] ?? [block]);
  }
}
