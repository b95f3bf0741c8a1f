import { binomialMass } from "../binomial-mass.js";
import { logIncompleteBeta } from "../log-incomplete-beta.js";
import { tailEnclosure } from "../tail-error.js";
import { type LogEnclosure, logEnclosure, NEVER, SURE } from "./log-enclosure.js";
import { massBetween, type TailsAt } from "./mass-between.js";

/** Up to this k the sum is taken count by count if need be; beyond, in at most so many blocks. */
const EVERY_COUNT = 4096;
const MOST_BLOCKS = 1000;
/** The gap between the two sums that is good enough, relative to them. */
const [CLOSELY, ENOUGH] = [1e-11, 2e-3];
/** Of sums of exponentials of differences of logarithms, relative to each. */
const ROUNDING = 2 ** -40;

/** A count n with its value and the probabilities that N ~ Bin(k, ½) is below it and that it is not. */
interface Place extends TailsAt {
  readonly n: number;
  readonly value: LogEnclosure;
}

/** Counts from one place to before another, with their mass times value at least and at most. */
interface Block {
  readonly from: Place;
  readonly to: Place;
  readonly logLeast: number;
  readonly logMost: number;
}

/**
 * log Σ_n P(Bin(k, ½) = n)·value(n) for a probability that is monotone in n, enclosed: on a block of counts the value lies
 * between those at its ends, and blocks are halved where that leaves most open, down to single counts if need be.
 *
 * @param k an integer from 1 to 2^53.
 * @param value log value(n), enclosed, for integers n from 0 to k.
 */
export function binomialMixture(k: number, value: (n: number) => LogEnclosure): LogEnclosure {
  const place = (n: number): Place => {
    // P(N ≥ n) = I_½(n, k − n + 1).
    const { logLower, logUpper } = logIncompleteBeta(0.5, n, k - n + 1);
    return { n, value: value(n), below: tailEnclosure(logUpper), above: tailEnclosure(logLower) };
  };
  const block = (from: Place, to: Place): Block => {
    const one = to.n === from.n + 1;
    const mass = one ? binomialMass(from.n, k, 0.5) : massBetween(from, to);
    return {
      from,
      to,
      logLeast: mass.logLower + (one ? from.value.logLower : Math.min(from.value.logLower, to.value.logLower)),
      logMost: mass.logUpper + (one ? from.value.logUpper : Math.max(from.value.logUpper, to.value.logUpper)),
    };
  };
  const halves = ({ from, to }: Block): Block[] => {
    const middle = place(Math.floor(from.n + (to.n - from.n) / 2));
    return [block(from, middle), block(middle, to)];
  };
  const [most, enough] = k <= EVERY_COUNT ? [EVERY_COUNT, CLOSELY] : [MOST_BLOCKS, ENOUGH];
  let blocks = [
    block(
      { n: 0, value: value(0), below: NEVER, above: SURE },
      { n: k + 1, value: value(k), below: SURE, above: NEVER },
    ),
  ];
  for (;;) {
    const unit = blocks.reduce((highest, { logMost }) => Math.max(highest, logMost), -Infinity);
    if (unit === -Infinity) return NEVER;
    const gaps = blocks.map(({ logLeast, logMost }) => Math.exp(logMost - unit) - Math.exp(logLeast - unit));
    const gap = gaps.reduce((sum, g) => sum + g, 0);
    const sum = blocks.reduce((total, { logLeast }) => total + Math.exp(logLeast - unit), 0);
    const share = gap / (2 * blocks.length);
    const parted = blocks.flatMap((one, i) => (gaps[i] < share || one.to.n <= one.from.n + 1 ? [one] : halves(one)));
    if (gap <= enough * sum || blocks.length > most || parted.length === blocks.length)
      return logEnclosure(unit, sum * (1 - ROUNDING), (sum + gap) * (1 + ROUNDING));
    blocks = parted;
  }
}
