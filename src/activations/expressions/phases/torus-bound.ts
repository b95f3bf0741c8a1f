import * as arithmetic from "../../../numbers/intervals/interval.js";
import {
  contains,
  type Interval,
  interval,
  magnitude,
  mignitude,
  multiply,
  point,
  square,
  subtract,
} from "../../../numbers/intervals/interval.js";
import { MaxHeap } from "../max-heap.js";

/** An enclosure of a function of phases over a box of them, with those of its derivatives where it is smooth there. */
export interface TorusEnclosure {
  readonly v: Interval;
  readonly g: readonly Interval[];
  /** Second derivatives h[i][j], j ≤ i. */
  readonly h: readonly (readonly Interval[])[];
  readonly smooth: boolean;
}

export type TorusFunction = (box: readonly Interval[]) => TorusEnclosure;

export interface TorusBound {
  /** The function's size is nowhere more. */
  readonly high: number;
  /** Where it is large, as far as was seen. */
  readonly at: readonly number[];
}

const HALF_TURN = Math.PI + 2 ** -50;
const bounded = (x: number) => (Number.isNaN(x) ? Infinity : x);

/** The most that ±F is over a box, from its centre: by the first derivatives, the second, or concavity. */
function fromCentre(sign: 1 | -1, box: readonly Interval[], over: TorusEnclosure, centre: TorusEnclosure): number {
  const m = box.length;
  const signed = (a: Interval) => (sign > 0 ? a : arithmetic.negate(a));
  const away = box.map((a) => subtract(a, point(middleOf(a))));
  const value = signed(centre.v);
  let first = value;
  for (let i = 0; i < m; i++) first = arithmetic.add(first, multiply(signed(over.g[i]), away[i]));
  let second = value;
  for (let i = 0; i < m; i++) {
    second = arithmetic.add(second, multiply(signed(centre.g[i]), away[i]));
    const diagonal = signed(over.h[i][i]);
    second = arithmetic.add(second, multiply(interval(diagonal.lo / 2, diagonal.hi / 2), square(away[i])));
    for (let j = 0; j < i; j++)
      second = arithmetic.add(second, multiply(signed(over.h[i][j]), multiply(away[i], away[j])));
  }
  let least = Math.min(bounded(first.hi), bounded(second.hi));
  // −H has eigenvalues above λ (Gershgorin): F(c) + g·δ − λ|δ|²/2 is at most F(c) + |g|²/(2λ).
  let lambda = Infinity;
  for (let i = 0; i < m; i++) {
    let row = -signed(over.h[i][i]).hi;
    for (let j = 0; j < m; j++) if (j !== i) row -= magnitude(over.h[Math.max(i, j)][Math.min(i, j)]) * (1 + 2 ** -50);
    lambda = Math.min(lambda, row * (1 - 2 ** -50));
  }
  if (lambda > 0) {
    let squares = point(0);
    for (let i = 0; i < m; i++) squares = arithmetic.add(squares, square(centre.g[i]));
    least = Math.min(least, bounded(arithmetic.add(value, arithmetic.divide(squares, point(2 * lambda))).hi));
  }
  return least;
}

const middleOf = ({ lo, hi }: Interval) => lo + (hi - lo) / 2;

/**
 * Bounds |F| over all phases by branch and bound: boxes in which F has no critical point hold no maximum of its size, as
 * there is no edge; others are bounded from their centres.
 *
 * @param enough no closer bound than this is asked for.
 * @param budget boxes at most.
 */
export function torusBound(F: TorusFunction, m: number, enough: number, budget: number): TorusBound {
  const heap = new MaxHeap<readonly Interval[]>();
  let best = { value: -1, at: Array.from({ length: m }, () => 0) };

  function push(box: readonly Interval[], most: number): void {
    const over = F(box);
    let upper = Math.min(most, bounded(magnitude(over.v)));
    if (over.smooth && upper > enough) {
      if (over.g.some((slope) => !contains(slope, 0))) return;
      const middle = box.map(middleOf);
      const centre = F(middle.map(point));
      const size = mignitude(centre.v);
      if (size > best.value) best = { value: size, at: middle };
      if (centre.smooth)
        upper = Math.min(upper, Math.max(fromCentre(1, box, over, centre), fromCentre(-1, box, over, centre)));
    }
    heap.push(upper, box);
  }

  const quarters = [-1, 0].map((n) => interval(n * HALF_TURN, (n + 1) * HALF_TURN));
  let boxes: (readonly Interval[])[] = [[]];
  for (let i = 0; i < m; i++) boxes = boxes.flatMap((box) => quarters.map((quarter) => [...box, quarter]));
  for (const box of boxes) push(box, Infinity);
  let stuck = 0;
  for (let n = 0; n < budget; n++) {
    const top = heap.topKey;
    if (top <= Math.max(enough, stuck)) break;
    const box = heap.pop()!;
    const widest = box.reduce((best, a, i) => (a.hi - a.lo > box[best].hi - box[best].lo ? i : best), 0);
    const { lo, hi } = box[widest];
    const middle = middleOf(box[widest]);
    if (middle <= lo || middle >= hi || hi - lo < 2 ** -40) {
      stuck = Math.max(stuck, top);
      continue;
    }
    for (const half of [interval(lo, middle), interval(middle, hi)])
      push(
        box.map((a, i) => (i === widest ? half : a)),
        top,
      );
  }
  return { high: Math.max(heap.topKey, stuck, 0), at: best.at };
}
