import { mignitude, point } from "../../../numbers/intervals/interval.js";
import type { PhasedForm } from "./phased-form.js";
import { sineSum } from "./sine-sum.js";
import { sineSumTorus } from "./sine-sum-torus.js";
import { timesNear } from "./time-near.js";
import { climb, type TorusFunction, torusBound } from "./torus-bound.js";

/** What is known of a derivative of a sum of sines. */
export interface SineSumBound {
  /** Its size is nowhere more. */
  readonly high: number;
  /** Its size is at least `low` at t, or near t where that is ∞. */
  readonly low: number;
  readonly at: number;
  /** The operations that it took. */
  readonly work: number;
}

/** Boxes of phases, at most. */
const MOST_BOXES = 3000;
/** Maxima are climbed from so many places, at most. */
const MOST_CLIMBS = 16;
/** No closer bound is asked for. */
const GOAL = 1e-13;
/** Turns until phases meet, at most, as powers of 2: doubles that stand for decimals part after 2^53 of them. */
const REACH = [20, 36, 56, 80, 104];
/** A time that doubles can tell from its neighbours. */
const NEAR = 2 ** 30;

/**
 * Bounds |ψ^(k)| for a ψ that is a sum of products of sines and cosines of multiples of t, as a sum of sines of the sums and
 * differences of their frequencies: for all phases from above, where that is the sum of their amplitudes if there are no more of
 * them than phases, and at times that bring phases near the best from below. Null where ψ is none.
 *
 * @param affordable operations that may be taken.
 */
export function sineSumBound(phased: PhasedForm, k: number, affordable: number): SineSumBound | null {
  const sum = sineSum(phased);
  const known = phased.frequencies.filter((frequency) => frequency !== null);
  if (!sum || known.length < phased.frequencies.length) return null;
  const { F, frequencies, amplitudes, aligned, size } = sineSumTorus(sum, k, known);
  const m = frequencies.length;
  let work = 0;
  const counted: typeof F = (box) => {
    work += size;
    return F(box);
  };
  let [high, at] = [amplitudes, aligned];
  if (!at) {
    const starts = quarterTurns(m).map((phases) => ({ phases, size: mignitude(counted(phases.map(point)).v) }));
    at = starts
      .toSorted((a, b) => b.size - a.size)
      .slice(0, MOST_CLIMBS)
      .map(({ phases }) => climb(counted, phases))
      .reduce((best, phases) => (sizeAt(counted, phases) > sizeAt(counted, best) ? phases : best));
    const reached = sizeAt(counted, at);
    if (reached < high * (1 - GOAL)) {
      const budget = Math.max(0, Math.min(MOST_BOXES, (affordable - work) / (2 * size)));
      const found = torusBound(counted, m, reached * (1 + GOAL), budget);
      high = Math.min(high, found.high);
      const better = climb(counted, found.at);
      if (sizeAt(counted, better) > reached) at = better;
    }
  }
  const zero = at.map(() => 0);
  const meetings = [{ t: 0, phases: zero.map(point) }, ...(m > 1 ? timesNear(frequencies, at, REACH) : [])];
  if (m === 1) meetings.push({ t: at[0] / mid(frequencies[0].range), phases: [point(at[0])] });
  let best = { low: 0, at: 0 };
  for (const { t, phases } of meetings) {
    const low = mignitude(F(phases).v);
    if (low > best.low) best = { low, at: Math.abs(t) < NEAR ? t : Infinity };
  }
  return { high: Math.max(high, best.low), ...best, work };
}

/** All phases that are multiples of a quarter turn; of many, those of all but the first four are 0. */
function quarterTurns(m: number): readonly (readonly number[])[] {
  let all: (readonly number[])[] = [[]];
  for (let i = 0; i < m; i++)
    all = all.flatMap((phases) => (i < 4 ? [0, 1, 2, -1] : [0]).map((n) => [...phases, (n * Math.PI) / 2]));
  return all;
}

const sizeAt = (F: TorusFunction, phases: readonly number[]) => mignitude(F(phases.map(point)).v);
const mid = ({ lo, hi }: { readonly lo: number; readonly hi: number }) => lo + (hi - lo) / 2;
