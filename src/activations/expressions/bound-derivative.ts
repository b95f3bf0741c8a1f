import * as arithmetic from "../../numbers/intervals/interval.js";
import {
  type Interval,
  interval,
  magnitude,
  mignitude,
  multiply,
  point,
  square,
  subtract,
} from "../../numbers/intervals/interval.js";
import { encloseBox, encloseTail, encloseTailFinely } from "./enclosures.js";
import type { Form } from "./form.js";
import { MaxHeap } from "./max-heap.js";
import { halfPeriod } from "./period-of.js";
import { isUnbounded, rangeOf } from "./tail-form.js";

/** An enclosure of sup|ψ^(k)| over ℝ. */
export interface CertifiedSupremum {
  /** |ψ^(k)| reaches or approaches this. */
  readonly low: number;
  /** |ψ^(k)| nowhere exceeds this; Infinity if unbounded, or if no bound was found. */
  readonly high: number;
  /** Where |ψ^(k)| is at least `low`, or its limit from one side; ±∞ if it comes closest to the supremum there. */
  readonly at: number;
  /** Why the enclosure is wide or infinite; null for an enclosure of relative width 1e-9 or less. */
  readonly reason: string | null;
}

const FACTORIAL = [1, 1, 2, 6, 24, 120];
/** Boxes at most: what is left then is reported as it is. */
const BUDGET = 1200;
/** Beyond this |t| tails are not tried. */
const FAR = 2 ** 100;
const GOAL = 1e-13;
/** So many more steps are taken within that, each of which halves the box that is furthest from the goal. */
const POLISH = 24;

interface Tail {
  readonly side: 1 | -1;
  readonly from: number;
  readonly high: number;
}

type Sides = ReadonlyMap<number, boolean>;

const bounded = (x: number) => (Number.isNaN(x) ? Infinity : x);
const times = (n: number, a: Interval) => multiply(point(n), a);

/**
 * Encloses sup|ψ^(k)| over ℝ, k = 0, 1, 2, 3, taking the derivative almost everywhere, by branch and bound: the piece
 * with the largest upper bound is halved, until that bound is within 1e-13 of a value found, and a few times more. Bounds
 * of a box are the least of its interval evaluation, its ends where ψ^(k+1) keeps its sign, and Taylor's at its middle; beyond ±T tail forms
 * bound everything, and while theirs is the largest bound T moves outwards. A periodic form needs one period only.
 *
 * @param breaks points that boxes should end at, ascending: the kinks.
 */
export function boundDerivative(form: Form, k: 0 | 1 | 2 | 3, breaks: readonly number[]): CertifiedSupremum {
  const heap = new MaxHeap<Interval>();
  let best = { low: 0, at: 0 };
  let stuck = { high: 0, at: 0 };
  let polished = 0;

  /** ψ^(k) and as many more derivatives over a box, with sides to take, or those that it has. */
  function derivatives(box: Interval, more: number, forced?: Sides) {
    const { series, smooth, defined, sides, inside } = encloseBox(form, box, k + more, forced);
    const f = series.slice(k).map((a, i) => times(FACTORIAL[k + i], a));
    return { smooth: smooth && defined === true, f, sides, inside };
  }

  /** ψ^(k) at t, or its limit there from where the sides are those given. */
  function probe(t: number, forced?: Sides): Interval {
    const { smooth, f } = derivatives(point(t), 0, forced);
    const low = mignitude(f[0]);
    if (smooth && low > best.low && low < Infinity) best = { low, at: t };
    return f[0];
  }

  /** Over a box; where only its ends leave sides undecided, over its inside, and at the ends. */
  function upper(lo: number, hi: number): number {
    const all = derivatives(interval(lo, hi), 2);
    if (all.smooth || !all.inside) return upperOf(lo, hi, all);
    const inside = upperOf(lo, hi, derivatives(interval(lo, hi), 2, all.inside));
    // Derivatives are those almost everywhere.
    const ends = k > 0 ? 0 : Math.max(magnitude(probe(lo)), magnitude(probe(hi)));
    return Math.max(inside, bounded(ends));
  }

  function upperOf(lo: number, hi: number, { smooth, f, sides }: ReturnType<typeof derivatives>): number {
    const box = interval(lo, hi);
    const natural = bounded(magnitude(f[0]));
    if (!smooth || natural === 0) return natural;
    const ends = [probe(lo, sides), probe(hi, sides)];
    if (f[1].lo >= 0 || f[1].hi <= 0) return Math.min(natural, bounded(Math.max(...ends.map(magnitude))));
    const middle = lo + (hi - lo) / 2;
    const centre = derivatives(point(middle), 1, sides);
    if (!centre.smooth) return natural;
    const away = subtract(box, point(middle));
    const first = arithmetic.add(centre.f[0], multiply(f[1], away));
    const half = interval(f[2].lo / 2, f[2].hi / 2);
    const second = arithmetic.add(
      arithmetic.add(centre.f[0], multiply(centre.f[1], away)),
      multiply(half, square(away)),
    );
    return Math.min(natural, bounded(magnitude(first)), bounded(magnitude(second)));
  }

  function tail(side: 1 | -1, from: number): Tail {
    const last = encloseTail(form, from, side, k).series[k];
    if (isUnbounded(last)) return { side, from, high: NaN };
    const high = bounded(magnitude(times(FACTORIAL[k], rangeOf(from, last))));
    if (high < Infinity) return { side, from, high };
    const fine = encloseTailFinely(form, from, side, k).series[k];
    if (fine.limit !== 0) return { side, from, high: NaN };
    return { side, from, high: bounded(magnitude(times(FACTORIAL[k], rangeOf(from, fine.coarse)))) };
  }

  const half = halfPeriod(form);
  const T = half ?? 2 ** Math.ceil(Math.log2(1 + Math.max(3, ...breaks.map(Math.abs))));
  const marks = new Set([0, T, -T, ...breaks.filter((t) => Math.abs(t) <= T)]);
  for (let t = T; t >= 2 ** -2; t /= 2) marks.add(t).add(-t);
  const ends = [...marks].toSorted((a, b) => a - b);
  for (const t of [...ends, ...(half === null ? [2 ** 60, -(2 ** 60)] : [])]) probe(t);
  ends.slice(1).forEach((hi, i) => {
    heap.push(upper(ends[i], hi), interval(ends[i], hi));
  });
  const nothing: Tail = { side: 1, from: T, high: 0 };
  const tails = half === null ? { right: tail(1, T), left: tail(-1, T) } : { right: nothing, left: nothing };
  const largest = () => (tails.right.high > tails.left.high ? tails.right : tails.left);

  for (let n = 0; n < BUDGET; n++) {
    const endless = [tails.right, tails.left].find((end) => Number.isNaN(end.high));
    if (endless) return { low: Infinity, high: Infinity, at: endless.side * Infinity, reason: null };
    const far = largest();
    const [open, closed] = [Math.max(heap.topKey, far.high), Math.max(stuck.high, best.low)];
    if (stuck.high === Infinity || open <= closed) break;
    // A tail that moves outwards leaves boxes behind with larger bounds.
    if (open <= closed * (1 + GOAL) && (far.high >= heap.topKey || ++polished > POLISH)) break;
    if (far.high > heap.topKey) {
      if (far.from >= FAR) break;
      const next = far.from * (far.from >= 2 ** 10 ? 16 : 2);
      const [lo, hi] = far.side > 0 ? [far.from, next] : [-next, -far.from];
      probe(far.side * next);
      heap.push(upper(lo, hi), interval(lo, hi));
      tails[far.side > 0 ? "right" : "left"] = tail(far.side, next);
      continue;
    }
    const bound = heap.topKey;
    const { lo, hi } = heap.pop()!;
    const middle = lo + (hi - lo) / 2;
    if (middle <= lo || middle >= hi) {
      const high = Math.min(bound, upper(lo, hi));
      if (high > stuck.high) stuck = { high, at: lo };
      continue;
    }
    probe(middle);
    heap.push(Math.min(bound, upper(lo, middle)), interval(lo, middle));
    heap.push(Math.min(bound, upper(middle, hi)), interval(middle, hi));
  }

  const far = largest();
  const high = Math.max(best.low, heap.topKey, stuck.high, far.high);
  // Where the supremum is only approached, far out is where.
  if (best.low < high && half === null)
    for (const t of [2 ** 60, -(2 ** 60)]) {
      const { smooth, f } = derivatives(point(t), 0);
      if (smooth && mignitude(f[0]) >= best.low) best = { low: mignitude(f[0]), at: Math.sign(t) * Infinity };
    }
  if (high < Infinity && high - best.low <= 1e-9 * high) return { ...best, high, reason: null };
  // A box between two doubles that nothing narrows; else the tail, or the box, whose bound is left.
  const near = stuck.high === high ? stuck.at : far.high < high ? (heap.pop()?.lo ?? best.at) : null;
  const place = near === null ? `for ${far.side > 0 ? "t >" : "t < -"}${far.from}` : `near t = ${near}`;
  return { ...best, high, reason: `no closer bound was found ${place}` };
}
