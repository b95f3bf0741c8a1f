import { PI } from "../../numbers/intervals/elementary.js";
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
import { growth } from "./asymptotic/monomial.js";
import { encloseBox, encloseTail, encloseTailFinely } from "./enclosures.js";
import type { Form } from "./form.js";
import { MaxHeap } from "./max-heap.js";
import { type PhasedForm, phasedForm } from "./phases/phased-form.js";
import { type Region, regionFunction } from "./phases/region-function.js";
import { sineSumBound } from "./phases/sine-sum-bound.js";
import { timesNear } from "./phases/time-near.js";
import { climb, type TorusFunction, torusBound } from "./phases/torus-bound.js";
import { isUnbounded, rangeOf } from "./tail-form.js";
import { type TaylorModel, taylorModel } from "./taylor-model.js";
import { ALL_WORK, expandedWeightOf, type WorkLeft, weightOf } from "./work.js";

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
/** Of what is left one of them takes so much at most. */
const SHARE = 0.6;
/** How much longer polynomials take; operations for a box in these. */
const [MODEL, IN_MODEL] = [20, 60];
/** Boxes of phases: where t comes in by phases alone, for a tail, and for an interval of t. */
const [PURE, AT_TAIL, AT_PIECE] = [3000, 160, 40];
/** After so many boxes those that are left are bounded by polynomials. */
const HARD = 120;
/** Beyond this |t| tails are not tried. */
const FAR = 2 ** 100;
/** Up to here it is seen whether they fall. */
const FALLEN = 2 ** 10;
const GOAL = 1e-13;
/** So many more steps are taken within that, each of which halves the box that is furthest from the goal. */
const POLISH = 24;
/** Turns until phases meet, at most, as powers of 2. */
const REACH = [20, 36, 56];
/** Limits of what grows with phases are tried up to here. */
const PHASES_FAR = 2 ** 8;
/** Phases at which limits are tried. */
const PHASES = [0, Math.PI / 2, 1, -1, 2.5, -2.2, 0.3];

interface Tail {
  readonly side: 1 | -1;
  readonly from: number;
  readonly high: number;
  /** Whether all was tried there that is. */
  readonly refined: boolean;
}

interface Piece extends Interval {
  readonly model: TaylorModel | null;
  readonly refined: boolean;
}

type Sides = ReadonlyMap<number, boolean>;

const further = (from: number) => from * (from >= 2 ** 10 ? 16 : 2);
const bounded = (x: number) => (Number.isNaN(x) ? Infinity : x);
const times = (n: number, a: Interval) => multiply(point(n), a);
const meet = (a: Interval, b: Interval) => interval(Math.max(a.lo, b.lo), Math.min(a.hi, b.hi));

const kept = new WeakMap<Form, readonly (PhasedForm | null)[]>();

/** The forms with phases for the left and the right, made once. */
function phasedForms(form: Form): readonly (PhasedForm | null)[] {
  const made = kept.get(form) ?? ([-1, 1] as const).map((side) => phasedForm(form, side));
  kept.set(form, made);
  return made;
}

const allMultiples = ({ frequencies }: PhasedForm) => frequencies.every((found) => found !== null);

/**
 * Encloses sup|ψ^(k)| over ℝ, k = 0, 1, 2, 3, taking the derivative almost everywhere, by branch and bound: the piece
 * with the largest upper bound is halved, until that bound is within 1e-13 of a value found, and a few times more. Bounds
 * of a box are the least of its interval evaluation, its ends where ψ^(k+1) keeps its sign, and Taylor's at its middle,
 * by polynomials of a high degree where these do not do; beyond ±T tail forms bound everything, and while theirs is the
 * largest bound T moves outwards. Sines and cosines of what goes on and on are taken for any phases, in tails and in
 * intervals many turns long; a periodic form needs one period only, an almost-periodic one its torus.
 *
 * @param breaks points that boxes should end at, ascending: the kinks.
 * @param left work that may be done, less what is.
 */
export function boundDerivative(
  form: Form,
  k: 0 | 1 | 2 | 3,
  breaks: readonly number[],
  left: WorkLeft = { operations: ALL_WORK },
): CertifiedSupremum {
  const limit = left.operations * (k === 2 ? 1 : SHARE);
  const { supremum, work } = withinWork(form, k, breaks, limit);
  left.operations -= work;
  return supremum;
}

/** The enclosure, and the work that it took, which is not much more than the limit. */
function withinWork(
  form: Form,
  k: 0 | 1 | 2 | 3,
  breaks: readonly number[],
  limit: number,
): { readonly supremum: CertifiedSupremum; readonly work: number } {
  const heap = new MaxHeap<Piece>();
  let best = { low: 0, at: 0 };
  let stuck = { high: 0, at: 0 };
  let polished = 0;
  let work = 0;
  const weight = weightOf(form);
  /** Ends of which the limit was found. */
  const reached = new Set<number>();
  const [phasedLeft, phasedRight] = phasedForms(form);
  const phasedAt = (side: number) => (side > 0 ? phasedRight : phasedLeft);
  const pure = phasedRight?.pure === true && allMultiples(phasedRight) ? phasedRight : null;
  const fastest = Math.max(
    0,
    ...[phasedLeft, phasedRight]
      .flatMap((phased) => phased?.frequencies ?? [])
      .map((f) => (f ? magnitude(f.range) : 0)),
  );
  /** Intervals of this length are taken with phases of their own. */
  const long = phasedRight && phasedLeft ? (fastest > 0 ? (2 * Math.PI) / fastest : 1) : Infinity;

  /** ψ^(k) and as many more derivatives over a box, with sides to take, or those that it has. */
  function derivatives(box: Interval, more: number, forced?: Sides) {
    work += weight * (k + more + 1);
    const { series, smooth, defined, sides, inside } = encloseBox(form, box, k + more, forced);
    const f = series.slice(k).map((a, i) => times(FACTORIAL[k + i], a));
    return { smooth: smooth && defined === true, f, sides, inside };
  }

  /** ψ^(k) at t, or its limit there from where the sides are those given. */
  function probe(t: number, forced?: Sides): Interval {
    const { smooth, f } = derivatives(point(t), 0, forced);
    // Of ψ itself that is its value, whatever its sides are.
    if (smooth || (k === 0 && !forced)) found(mignitude(f[0]), t);
    return f[0];
  }

  function found(low: number, at: number): void {
    if (low > best.low && low < Infinity) best = { low, at };
  }

  /** Over a box; where only its ends leave sides undecided, over its inside, and at the ends. */
  function upper(lo: number, hi: number, model: TaylorModel | null = null): number {
    const all = derivatives(interval(lo, hi), 2);
    if (all.smooth || !all.inside) return upperOf(lo, hi, all, model);
    const inside = upperOf(lo, hi, derivatives(interval(lo, hi), 2, all.inside), model);
    // Derivatives are those almost everywhere.
    const ends = k > 0 ? 0 : Math.max(magnitude(probe(lo)), magnitude(probe(hi)));
    return Math.max(inside, bounded(ends));
  }

  function upperOf(
    lo: number,
    hi: number,
    { smooth, f, sides }: ReturnType<typeof derivatives>,
    model: TaylorModel | null,
  ): number {
    const box = interval(lo, hi);
    if (model) work += IN_MODEL;
    const by = smooth && model ? model(box) : null;
    const [f0, f1, f2] = by ? by.map((a, i) => meet(a, f[i])) : f;
    const natural = bounded(magnitude(f0));
    if (!smooth || natural === 0) return natural;
    const ends = [probe(lo, sides), probe(hi, sides)];
    if (f1.lo >= 0 || f1.hi <= 0) return Math.min(natural, bounded(Math.max(...ends.map(magnitude))));
    const middle = lo + (hi - lo) / 2;
    const centre = derivatives(point(middle), 1, sides);
    if (!centre.smooth) return natural;
    const away = subtract(box, point(middle));
    const first = arithmetic.add(centre.f[0], multiply(f1, away));
    const half = interval(f2.lo / 2, f2.hi / 2);
    const second = arithmetic.add(
      arithmetic.add(centre.f[0], multiply(centre.f[1], away)),
      multiply(half, square(away)),
    );
    return Math.min(natural, bounded(magnitude(first)), bounded(magnitude(second)));
  }

  const counted =
    (F: TorusFunction, { form: turning, frequencies }: PhasedForm): TorusFunction =>
    (box) => {
      work += weightOf(turning) * (k + 1) * (2 + frequencies.length);
      return F(box);
    };
  /** How many more boxes of phases there is work left for, up to a number. */
  const affordable = (most: number, { form: turning, frequencies }: PhasedForm) =>
    Math.max(0, Math.min(most, (limit - work) / (2 * weightOf(turning) * (k + 1) * (2 + frequencies.length))));
  const finely = (of: Form, from: number, side: 1 | -1, phases?: readonly Interval[]) => {
    work += expandedWeightOf(of) * (k + 1);
    return encloseTailFinely(of, from, side, k, phases);
  };

  /** Bounds ψ^(k) over a region for all phases, and looks for times at which it is large. */
  function overPhases(phased: PhasedForm, region: Region, budget: number): number {
    const m = phased.frequencies.length;
    const F = overRegion(phased, region);
    const { high, at } = torusBound(F, m, best.low * (1 + GOAL), affordable(budget, phased));
    if ("from" in region) attained(phased, region.side, climbed(phased, region.side, at));
    else if (m === 1 && phased.frequencies[0]) {
      const [frequency, middle] = [phased.frequencies[0].range.lo, (region.lo + region.hi) / 2];
      const turns = Math.round((frequency * middle - at[0]) / (2 * Math.PI));
      const t = (at[0] + 2 * Math.PI * turns) / frequency;
      if (t > region.lo && t < region.hi) probe(t);
    }
    return high;
  }

  /** ψ^(k) far out as a function of the phases, made once for a side. */
  const farOut = new Map<number, TorusFunction>();
  function functionFarOut(phased: PhasedForm, side: 1 | -1): TorusFunction {
    const F = farOut.get(side) ?? overRegion(phased, { from: FAR, side });
    farOut.set(side, F);
    return F;
  }
  function overRegion(phased: PhasedForm, region: Region): TorusFunction {
    work += expandedWeightOf(phased.form) * (k + 2);
    return counted(regionFunction(phased, k, region), phased);
  }
  /** Phases at which |ψ^(k)| is larger still far out. */
  const climbed = (phased: PhasedForm, side: 1 | -1, phases: readonly number[]) =>
    work > limit ? phases : climb(functionFarOut(phased, side), phases);

  /** What |ψ^(k)| comes near to far out, at phases near those given; whether it tends to ∞ there. */
  function attained(phased: PhasedForm, side: 1 | -1, phases: readonly number[], from = FAR): boolean {
    const { frequencies } = phased;
    const known = frequencies.filter((frequency) => frequency !== null);
    let [goes, least] = [false, 0];
    const single = frequencies.length === 1 && phased.continuous;
    if (!single && known.length < frequencies.length) return false;
    // One phase takes every value again and again. Several come back to what they were at any time, as near as one likes.
    const meetings = single ? [{ t: Infinity, phases: phases.map(point) }] : timesNear(known, phases, REACH);
    for (const meeting of meetings) {
      if (work > limit) break;
      const { series, smooth, defined } = finely(phased.form, from, side, meeting.phases);
      if (!smooth || defined !== true) continue;
      if (series[k].limit !== 0) goes = true;
      const size = mignitude(times(FACTORIAL[k], rangeOf(from, series[k].coarse)));
      if (size > least) least = size;
      // A time that doubles can tell from its neighbours.
      const t = side * Math.abs(meeting.t);
      if (phased.pure && Math.abs(meeting.t) < 2 ** 30) found(size, meeting.t);
      else found(size, Number.isFinite(t) || single ? side * Infinity : t);
    }
    return goes;
  }

  function tail(side: 1 | -1, from: number): Tail {
    const last = encloseTail(form, from, side, k).series[k];
    if (isUnbounded(last)) return { side, from, high: NaN, refined: true };
    const high = bounded(magnitude(times(FACTORIAL[k], rangeOf(from, last))));
    return { side, from, high, refined: false };
  }

  /** Whether intervals alone bound a tail further out, as where a Gaussian has begun to fall: moving there costs less than expansions. */
  function isBoundedFurther({ side, from }: Tail): boolean {
    for (let at = further(from); at <= FALLEN; at = further(at)) {
      const { high } = tail(side, at);
      if (high !== Infinity) return !Number.isNaN(high);
    }
    return false;
  }

  /** What expansions and phases say of a tail. */
  function refined({ side, from, high }: Tail): Tail {
    const fine = finely(form, from, side).series[k];
    if (fine.limit !== 0) return { side, from, high: NaN, refined: true };
    // The limit, where there is one.
    const leading = fine.fine?.terms[0];
    if (leading && growth(leading.m) === 0) found(mignitude(times(FACTORIAL[k], leading.c.range)), side * Infinity);
    let least = Math.min(high, bounded(magnitude(times(FACTORIAL[k], rangeOf(from, fine.coarse)))));
    if (!reached.has(side)) {
      reached.add(side);
      const far = finely(form, FAR, side);
      if (far.smooth && far.defined === true)
        found(mignitude(times(FACTORIAL[k], rangeOf(FAR, far.series[k].coarse))), side * Infinity);
    }
    const phased = phasedAt(side);
    if (phased && least > best.low) {
      if (least === Infinity && from <= PHASES_FAR)
        for (const phase of PHASES)
          if (
            attained(
              phased,
              side,
              phased.frequencies.map((_, i) => phase * (1 + i)),
              from,
            )
          )
            return { side, from, high: NaN, refined: true };
      least = Math.min(least, overPhases(phased, { from, side }, AT_TAIL));
    }
    return { side, from, high: least, refined: true };
  }

  function push(lo: number, hi: number, most: number, model: TaylorModel | null = null): void {
    heap.push(Math.min(most, upper(lo, hi, model)), { lo, hi, model, refined: hi - lo <= long });
  }

  const sines = pure && pure.frequencies.length > 1 ? sineSumBound(pure, k, limit) : null;
  if (sines) {
    work += sines.work;
    found(sines.low, sines.at);
    return concluded(sines.high, "for all phases");
  }
  if (pure && pure.frequencies.length > 1) {
    for (const phase of PHASES)
      attained(
        pure,
        1,
        pure.frequencies.map(() => phase),
      );
    const high = overPhases(pure, { from: 4, side: 1 }, PURE);
    if (high < Infinity) return concluded(Math.max(high, best.low), "for all phases");
  }
  const half =
    pure?.frequencies.length === 1 ? arithmetic.divide(PI, arithmetic.absolute(pure.frequencies[0]!.range)).hi : null;
  const T = half ?? 2 ** Math.ceil(Math.log2(1 + Math.max(3, ...breaks.map(Math.abs))));
  const marks = new Set([0, T, -T, ...breaks.filter((t) => Math.abs(t) <= T)]);
  for (let t = T; t >= 2 ** -2; t /= 2) marks.add(t).add(-t);
  const ends = [...marks].toSorted((a, b) => a - b);
  for (const t of [...ends, ...(half === null ? [2 ** 60, -(2 ** 60)] : [])]) probe(t);
  // As near to kinks as their sides can be told.
  for (const t of breaks)
    for (const away of [2 ** -50, 2 ** -44, 2 ** -36, 2 ** -26])
      for (const side of [1, -1]) probe(t + side * away * Math.max(Math.abs(t), 2 ** -20));
  ends.slice(1).forEach((hi, i) => {
    push(ends[i], hi, Infinity);
  });
  const nothing: Tail = { side: 1, from: T, high: 0, refined: true };
  const tails = half === null ? { right: tail(1, T), left: tail(-1, T) } : { right: nothing, left: nothing };
  const largest = () => (tails.right.high > tails.left.high ? tails.right : tails.left);

  if (half === null)
    for (const [phased, side] of [
      [phasedRight, 1],
      [phasedLeft, -1],
    ] as const)
      if (phased)
        for (const phase of PHASES.slice(0, 3))
          attained(
            phased,
            side,
            climbed(
              phased,
              side,
              phased.frequencies.map(() => phase),
            ),
          );

  for (let n = 0; n < BUDGET; n++) {
    const endless = [tails.right, tails.left].find((end) => Number.isNaN(end.high));
    if (endless) {
      const supremum = { low: Infinity, high: Infinity, at: endless.side * Infinity, reason: null };
      return { supremum, work };
    }
    const far = largest();
    const [open, closed] = [Math.max(heap.topKey, far.high), Math.max(stuck.high, best.low)];
    if (work > limit || stuck.high === Infinity || (open <= closed && open < Infinity)) break;
    // A tail that moves outwards leaves boxes behind with larger bounds.
    if (open < Infinity && open <= closed * (1 + GOAL) && (far.high >= heap.topKey || ++polished > POLISH)) break;
    if (far.high > heap.topKey || (far.high === heap.topKey && !far.refined)) {
      const outwards = far.refined || (far.high === Infinity && isBoundedFurther(far));
      if (!outwards) {
        tails[far.side > 0 ? "right" : "left"] = refined(far);
        continue;
      }
      if (far.from >= FAR) break;
      const next = further(far.from);
      const [lo, hi] = far.side > 0 ? [far.from, next] : [-next, -far.from];
      probe(far.side * next);
      push(lo, hi, far.high);
      tails[far.side > 0 ? "right" : "left"] = tail(far.side, next);
      continue;
    }
    const bound = heap.topKey;
    const { lo, hi, model, refined: done } = heap.pop()!;
    const middle = lo + (hi - lo) / 2;
    if (middle <= lo || middle >= hi) {
      const high = Math.min(bound, upper(lo, hi));
      if (high > stuck.high) stuck = { high, at: lo };
      continue;
    }
    const phased = phasedAt(middle);
    if (!done && phased) {
      const high = Math.min(bound, overPhases(phased, interval(lo, hi), AT_PIECE));
      heap.push(high, { lo, hi, model, refined: true });
      continue;
    }
    probe(middle);
    const next = model ?? (n >= HARD && hi - lo <= 1 ? modelOver(lo, hi) : null);
    push(lo, middle, bound, next);
    push(middle, hi, bound, next);
  }

  function modelOver(lo: number, hi: number): TaylorModel | null {
    const { inside, sides, smooth } = derivatives(interval(lo, hi), 0);
    const taken = smooth ? sides : inside;
    work += MODEL * weight * (k + 1);
    return taken ? taylorModel(form, k, interval(lo, hi), best.low * 1e-10, taken) : null;
  }

  function concluded(high: number, place: string) {
    const close = high < Infinity && high - best.low <= 1e-9 * high;
    return { supremum: { ...best, high, reason: close ? null : `no closer bound was found ${place}` }, work };
  }
  const far = largest();
  const high = Math.max(best.low, heap.topKey, stuck.high, far.high);
  // Where the supremum is only approached, far out is where.
  if (best.low < high && half === null)
    for (const t of [2 ** 60, -(2 ** 60)]) {
      const { smooth, f } = derivatives(point(t), 0);
      if (smooth && mignitude(f[0]) >= best.low) best = { low: mignitude(f[0]), at: Math.sign(t) * Infinity };
    }
  // A box between two doubles that nothing narrows; else the tail, or the box, whose bound is left.
  const near = stuck.high === high ? stuck.at : far.high < high ? (heap.pop()?.lo ?? best.at) : null;
  return concluded(high, near === null ? `for ${far.side > 0 ? "t >" : "t < -"}${far.from}` : `near t = ${near}`);
}
