import { contains, type Interval, interval, isPoint, magnitude, point } from "../../numbers/intervals/interval.js";
import { encloseBox, encloseTail, encloseTailFinely } from "./enclosures.js";
import type { Form } from "./form.js";
import { weightOf } from "./work.js";

const is0 = ({ lo, hi }: Interval) => lo === 0 && hi === 0;

interface Kink {
  readonly at: number;
  /** Whether ψ itself jumps there: yes, no, or not settled. */
  readonly jumps: boolean | null;
  /** Whether ψ' jumps where ψ does not: yes, or not settled. */
  readonly bends: true | null;
}

export interface Kinks {
  /** Where ψ or ψ' jumps, or may, ascending. */
  readonly kinks: readonly Kink[];
  /** Where a side of |u|, sign, max, min or a choice may change, as far as they were found: kinks and others. */
  readonly changes: readonly Interval[];
  /** Whether there may be more than listed: beyond ±64, or too many to separate. */
  readonly more: boolean;
}

/** Kinks are looked for this far out, unless the last is known to be further. */
const REACH = 64;
const FAR = 2 ** 40;
/** Boxes at most, and operations on enclosures in them, by which large forms get fewer. */
const [BUDGET, WORK] = [20_000, 250_000];
/** How much further than usual from a point its sides are looked at, where they are not known nearer to it. */
const FURTHER = [1, 2 ** 10, 2 ** 20, 2 ** 30, 2 ** 40, 2 ** 50];

/** Beyond which |t| no choice, |u|, max, min or sign changes sides; Infinity if unknown. */
function lastChange(form: Form): number {
  const smooth = (T: number, side: 1 | -1) =>
    encloseTail(form, T, side, 0).smooth || encloseTailFinely(form, T, side, 0).smooth;
  for (let T = 4; T <= FAR; T *= T < 2 ** 8 ? 2 : 2 ** 8) if (smooth(T, 1) && smooth(T, -1)) return T;
  return Infinity;
}

/** A place where sides change. */
interface Change {
  /** Where changes lie that were found: a point where they are of equal numbers for certain, or what encloses them. */
  readonly cell: Interval;
  /** Outside of which no side changes near here. */
  readonly all: Interval;
  /** Where it is said to be. */
  readonly at: number;
}

/** Points at which every undecided side is one of equal numbers, with the steps whose sides these are. */
type Exact = ReadonlyMap<number, ReadonlySet<number>>;

/** Derivatives of a difference that may be 0 where it is 0, until one is not. */
const FLAT = 5;

/**
 * Whether no side changes inside a box that ends at t, where the differences of these steps are 0: the others, and these if
 * they leave 0 at once. Where c_j(t) = 0 for j < m, a difference is c_m(s)·(τ − t)^m at τ, for some s between (Taylor).
 */
function settled(form: Form, box: Interval, t: number, equal: ReadonlySet<number>): boolean {
  const { undecided, sides } = encloseBox(form, box, FLAT);
  const there = encloseBox(form, point(t), FLAT, sides);
  return [...undecided].every(([place, { difference, settled: known }]) => {
    if (known) return true;
    const at = there.undecided.get(place)?.difference ?? there.touching.get(place) ?? [];
    const m = at.findIndex((c) => !is0(c));
    const first = difference[m];
    return equal.has(place) && first !== undefined && !contains(first, 0);
  });
}

/** Adjacent boxes and points, of which some may be known to have no change inside. */
function merged(form: Form, cluster: readonly Interval[], exact: Exact): Change {
  const points = new Set(cluster.filter(isPoint).map(({ lo }) => lo));
  const hull = ([first, ...more]: readonly Interval[]) => interval(first.lo, (more.at(-1) ?? first).hi);
  const [only] = points;
  const whole = hull(cluster);
  const at = points.size === 1 ? only : whole.hi === 0 ? 0 : whole.lo;
  const equal = exact.get(only);
  if (points.size !== 1 || !equal) return { cell: whole, all: whole, at };
  // Boxes beside a single point that is exact touch it, if that is known.
  const rest = cluster.filter((box) => isPoint(box) || !settled(form, box, only, equal));
  return { cell: point(only), all: hull(rest), at };
}

/** The points, or pairs of adjacent doubles, where a side may change; the rest of [−T, T] keeps its sides. */
function changes(form: Form, T: number): { readonly found: readonly Change[]; readonly more: boolean } {
  const cells: Interval[] = [];
  const exact = new Map<number, ReadonlySet<number>>();
  const rough = (box: Interval) => !encloseBox(form, box, 0).smooth;
  const ends = [-T, -1, 0, 1, T];
  const open = ends.slice(1).map((hi, i) => interval(ends[i], hi));
  const test = (t: number) => {
    const { smooth, touches, touching, undecided } = encloseBox(form, point(t), 0);
    if (smooth && !touches) return;
    cells.push(point(t));
    if ([...undecided.values()].every(({ difference: [first] }) => first && is0(first)))
      exact.set(t, new Set([...undecided.keys(), ...touching.keys()]));
  };
  ends.forEach(test);
  const budget = Math.min(BUDGET, WORK / weightOf(form));
  for (let n = 0; n < budget; n++) {
    const box = open.pop();
    if (!box) break;
    if (!rough(box) || [box.lo, box.hi].some((t) => exact.has(t) && settled(form, box, t, exact.get(t)!))) continue;
    const middle = box.lo + (box.hi - box.lo) / 2;
    if (middle <= box.lo || middle >= box.hi) {
      cells.push(box);
      continue;
    }
    test(middle);
    open.push(interval(box.lo, middle), interval(middle, box.hi));
  }
  const all = [...cells, ...open].toSorted((a, b) => a.lo - b.lo || a.hi - b.hi);
  const clusters: Interval[][] = [];
  for (const cell of all) {
    const last = clusters.at(-1);
    if (last && cell.lo <= last.at(-1)!.hi) last.push(cell);
    else clusters.push([cell]);
  }
  return { found: clusters.map((cluster) => merged(form, cluster, exact)), more: open.length > 0 };
}

/** Whether two enclosures are of one number, of different ones, or may be either. */
const same = (a: Interval, b: Interval): boolean | null =>
  a.hi < b.lo || b.hi < a.lo ? false : isPoint(a) && isPoint(b) ? true : null;

/** Three-valued "and". */
const every = (a: boolean | null, b: boolean | null) => (a === false || b === false ? false : a && b);

/**
 * Whether ψ jumps for certain between a and b: its values there are further apart than its derivative, which is bounded
 * between changes of sides, could bring them.
 */
function jumpsBetween(form: Form, a: number, b: number): boolean {
  const { series, defined } = encloseBox(form, interval(a, b), 1);
  const [first, second] = [a, b].map((t) => encloseBox(form, point(t), 0).series[0]);
  const gap = Math.max(first.lo - second.hi, second.lo - first.hi);
  return defined === true && gap > magnitude(series[1]) * (b - a) * (1 + 1e-9);
}

/**
 * The kinks and jumps of a form. Every point where a side of |u|, sign, max, min or a choice may change is enclosed by
 * bisection, to a point or two adjacent doubles (several changes between those count as one); there the limits of ψ and ψ' from both sides are compared, and points
 * where both are equal for certain are left out.
 */
export function findKinks(form: Form): Kinks {
  if (!form.some(({ kind }) => ["abs", "sign", "max", "min", "choice"].includes(kind)))
    return { kinks: [], changes: [], more: false };
  const last = lastChange(form);
  const { found, more } = changes(form, last < Infinity ? Math.max(last, 4) : REACH);
  const mayJump = form.some(({ kind }) => kind === "sign" || kind === "choice");

  /** Steps at whose change ψ may jump; it does not where |u|, max and min change alone. */
  const branches = form.flatMap(({ kind }, place) => (kind === "sign" || kind === "choice" ? [place] : []));

  const kinks = found.flatMap(({ cell, all, at }, i): Kink[] => {
    const gap = Math.min(all.lo - (found[i - 1]?.all.hi ?? -Infinity), (found[i + 1]?.all.lo ?? Infinity) - all.hi);
    const step = Math.min(gap / 4, Math.max(Math.abs(cell.lo) * 2 ** -30, 2 ** -60));
    // Where nothing else changes near a point, its sides are those further away.
    const reach = isPoint(all) ? FURTHER : [1];
    const sides = [-1, 1].map((side) => {
      const seen = reach.map((far) => {
        const t = (side < 0 ? cell.lo : cell.hi) + side * Math.min(gap / 4, step * far);
        return encloseBox(form, point(t), 0);
      });
      return seen.find(({ smooth }) => smooth) ?? seen[0];
    });
    const across = () =>
      FURTHER.some((far) => {
        const away = Math.min(gap / 4, step * far);
        return jumpsBetween(form, cell.lo - away, cell.hi + away);
      }) || null;
    if (!sides.every(({ smooth }) => smooth)) return [{ at, jumps: mayJump ? across() : false, bends: null }];
    const [left, right] = sides.map((side) => encloseBox(form, cell, 1, side.sides).series);
    // What ψ is at the point may be neither of its limits.
    const between = isPoint(cell) ? encloseBox(form, cell, 0) : sides[0];
    const here = isPoint(cell) ? between.series[0] : left[0];
    const taken = [...sides, between].map((one) => one.sides);
    const continuous = branches.some((place) => taken.some((one) => one.get(place) !== taken[0].get(place)))
      ? every(same(left[0], right[0]), same(left[0], here))
      : true;
    const alike = same(left[1], right[1]);
    if (continuous && alike) return [];
    return [{ at, jumps: continuous === null ? across() : !continuous, bends: alike === false || null }];
  });
  return { kinks, changes: found.map(({ all }) => all), more: more || last === Infinity };
}
