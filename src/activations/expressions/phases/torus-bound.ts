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
interface TorusEnclosure {
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

/** No closer bound than this of what is reached is asked for, relative to it. */
const GOAL = 1e-13;
/** Nor one that is as near, in units of that, to what F leaves open where it is largest. */
const NEAR = 0.1;
const HALF_TURN = Math.PI + 2 ** -50;
const bounded = (x: number) => (Number.isNaN(x) ? Infinity : x);

/** The eigenvectors of a symmetric matrix, as columns, roughly (Jacobi 1846). */
function axesOf(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const m = matrix.length;
  const a = matrix.map((row) => [...row]);
  const q: number[][] = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 8; sweep++)
    for (let i = 0; i < m; i++)
      for (let j = 0; j < i; j++) {
        if (a[i][j] === 0) continue;
        const angle = 0.5 * Math.atan2(2 * a[i][j], a[i][i] - a[j][j]);
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (let l = 0; l < m; l++) [a[l][i], a[l][j]] = [c * a[l][i] + s * a[l][j], c * a[l][j] - s * a[l][i]];
        for (let l = 0; l < m; l++) [a[i][l], a[j][l]] = [c * a[i][l] + s * a[j][l], c * a[j][l] - s * a[i][l]];
        for (let l = 0; l < m; l++) [q[l][i], q[l][j]] = [c * q[l][i] + s * q[l][j], c * q[l][j] - s * q[l][i]];
      }
  return q;
}

/**
 * The same by Taylor's second order along the axes of H at the centre: with y = Qᵀδ and D the diagonal of QᵀHQ there,
 * F ≤ F(c) + Σ (b_i·y_i + D_i·y_i²/2) + what Q leaves of orthogonal and H of diagonal, each y_i on its own. Ridges, along
 * which F hardly changes, are seen as such.
 */
function alongAxes(
  signed: (a: Interval) => Interval,
  box: readonly Interval[],
  over: TorusEnclosure,
  centre: TorusEnclosure,
): number {
  const all = box.map((_, i) => i);
  const H = (i: number, j: number) => signed(over.h[Math.max(i, j)][Math.min(i, j)]);
  const middle = all.map((i) => all.map((j) => middleOf(H(i, j))));
  if (!middle.every((row) => row.every(Number.isFinite))) return Infinity;
  const q = axesOf(middle);
  const radius = box.map(({ lo, hi }) => ((hi - lo) / 2) * (1 + 2 ** -50));
  const sum = (terms: readonly Interval[]) => terms.reduce((total, a) => arithmetic.add(total, a), point(0));
  const product = (x: number, y: number) => multiply(point(x), point(y));
  const diagonal = all.map((l) =>
    middleOf(sum(all.flatMap((i) => all.map((j) => multiply(point(middle[i][j]), product(q[i][l], q[j][l])))))),
  );
  // H − QDQᵀ and I − QQᵀ, by the sums of the sizes of their rows.
  const rowsOf = (entry: (i: number, j: number) => Interval) =>
    Math.max(...all.map((i) => sum(all.map((j) => point(magnitude(entry(i, j))))).hi));
  const left = rowsOf((i, j) =>
    subtract(H(i, j), sum(all.map((l) => multiply(point(diagonal[l]), product(q[i][l], q[j][l]))))),
  );
  const skew = rowsOf((i, j) => subtract(point(i === j ? 1 : 0), sum(all.map((l) => product(q[i][l], q[j][l])))));
  const g = centre.g.map(signed);
  const squares = sum(radius.map((r) => square(point(r))));
  const slope = sum(g.map((a) => point(magnitude(a))));
  let total = signed(centre.v);
  for (const l of all) {
    const b = magnitude(sum(all.map((i) => multiply(g[i], point(q[i][l])))));
    const reach = sum(all.map((i) => multiply(point(Math.abs(q[i][l])), point(radius[i])))).hi;
    total = arithmetic.add(total, point(mostOf(b, diagonal[l], reach)));
  }
  // |(I − QQᵀ)δ| ≤ skew·max r, and δᵀEδ ≤ left·|δ|².
  total = arithmetic.add(total, multiply(multiply(slope, point(skew)), point(Math.max(...radius))));
  total = arithmetic.add(total, multiply(point(left / 2), squares));
  return bounded(total.hi);
}

/** The most of b·y + d·y²/2 for |y| ≤ reach, rounded upwards. */
function mostOf(b: number, d: number, reach: number): number {
  const end = arithmetic.add(multiply(point(b), point(reach)), multiply(point(d / 2), square(point(reach)))).hi;
  // Where there is a top it is a bound whatever y may be.
  return d < 0 && b <= -d * reach * (1 + 1e-9) ? arithmetic.divide(square(point(b)), point(-2 * d)).hi : end;
}

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
  let least = Math.min(bounded(first.hi), bounded(second.hi), m > 1 ? alongAxes(signed, box, over, centre) : Infinity);
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
  /** The most that F leaves open at a point that may be critical: boxes around it stay, with bounds no smaller. */
  let floor = 0;

  function push(box: readonly Interval[], most: number): void {
    const over = F(box);
    let upper = Math.min(most, bounded(magnitude(over.v)));
    if (over.smooth && upper > enough) {
      if (over.g.some((slope) => !contains(slope, 0))) return;
      const middle = box.map(middleOf);
      const centre = F(middle.map(point));
      const size = mignitude(centre.v);
      if (centre.g.every((slope) => contains(slope, 0))) floor = Math.max(floor, bounded(magnitude(centre.v)));
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
    if (top <= Math.max(enough, stuck, best.value * (1 + GOAL), floor + NEAR * (floor - best.value))) break;
    const box = heap.pop()!;
    const widest = box.reduce((most, a, i) => (a.hi - a.lo > box[most].hi - box[most].lo ? i : most), 0);
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

/** Phases at which |F| is larger still, by Newton's method: no better than they turn out to be. */
export function climb(F: TorusFunction, phases: readonly number[]): readonly number[] {
  let [here, at] = [F(phases.map(point)), phases];
  for (let i = 0; i < 6 && here.smooth; i++) {
    const step = newtonStep(here);
    if (step === null || !step.every((x) => Math.abs(x) < 0.1)) break;
    const next = at.map((x, j) => x - step[j]);
    const there = F(next.map(point));
    if (!(mignitude(there.v) > mignitude(here.v))) break;
    [here, at] = [there, next];
  }
  return at;
}

/** H⁻¹g at a point, by elimination; null where H is singular. */
function newtonStep({ g, h }: TorusEnclosure): readonly number[] | null {
  const m = g.length;
  const rows = g.map((slope, i) => [...g.map((_, j) => middleOf(h[Math.max(i, j)][Math.min(i, j)])), middleOf(slope)]);
  for (let i = 0; i < m; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row, j) => (Math.abs(row[i]) > Math.abs(rows[best][i]) ? i + j : best), i);
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    if (!(Math.abs(rows[i][i]) > 0)) return null;
    for (let j = 0; j < m; j++) {
      if (j === i) continue;
      const factor = rows[j][i] / rows[i][i];
      rows[j] = rows[j].map((x, l) => x - factor * rows[i][l]);
    }
  }
  return rows.map((row, i) => row[m] / row[i]);
}
