import { absolute, contains, type Interval, interval } from "../../numbers/intervals/interval.js";
import type { Algebra } from "./algebra.js";
import { type Form, partsOf, type Step } from "./form.js";
import { type FormAlgebra, interpret } from "./interpret.js";
import type { Comparison } from "./node.js";
import { type Series, type SeriesArithmetic, seriesArithmetic } from "./series.js";

/** A step that has two sides, by the sign of some difference, where that sign is not known. */
interface Undecided {
  /** Taylor coefficients of that difference, as many as were asked for; none where there are several. */
  readonly difference: readonly Interval[];
  /** Whether the side is the same all over the inside. */
  readonly settled: boolean;
}

export interface FormEnclosure<S> {
  readonly series: Series<S>;
  /** False if a choice, |u|, max, min or sign was undecided: derivatives are then hulls of those on either side. */
  readonly smooth: boolean;
  /** Whether a comparison is of equal numbers. */
  readonly touches: boolean;
  /** The choices that turn on one comparison, of equal numbers, and the Taylor coefficients of their difference. */
  readonly touching: ReadonlyMap<number, readonly Interval[]>;
  /** The steps whose side is undecided. */
  readonly undecided: ReadonlyMap<number, Undecided>;
  /** Which side each step took that has two, where decided: true for u of |u|, +1 of sign, the first of max, min, choice. */
  readonly sides: ReadonlyMap<number, boolean>;
  /**
   * All sides inside the box, where only its ends leave some undecided: comparisons of a difference that is monotone and
   * 0 at an end at most. Null if some side is undecided inside.
   */
  readonly inside: ReadonlyMap<number, boolean> | null;
}

const SIDED: readonly Step["kind"][] = ["abs", "sign", "max", "min", "choice"];

/** Whether a condition holds all over, and whether it does inside, as above; null where that is not known. */
interface Decision {
  readonly all: boolean | null;
  readonly inside: boolean | null;
  /** Of the two that are compared, if it is one comparison. */
  readonly difference?: () => readonly Interval[];
}

/** Whether u op v, where the range of u − v decides it. */
function decide(operator: Comparison, { lo, hi }: Interval): boolean | null {
  if (operator === "<") return hi < 0 ? true : lo >= 0 ? false : null;
  if (operator === "<=") return hi <= 0 ? true : lo > 0 ? false : null;
  if (operator === ">") return lo > 0 ? true : hi <= 0 ? false : null;
  return lo >= 0 ? true : hi < 0 ? false : null;
}

const LEAST = 2 ** -1074;
/** The range of what is above 0, or below, though it comes near. */
const strictly = ({ lo, hi }: Interval, sign: number) =>
  sign > 0 ? interval(Math.max(lo, LEAST), hi) : sign < 0 ? interval(lo, Math.min(hi, -LEAST)) : interval(lo, hi);
/** The range of a monotone difference inside a box, where an end of it is 0. */
const without0 = ({ lo, hi }: Interval) => interval(lo === 0 ? LEAST : lo, hi === 0 ? -LEAST : hi);

/** Whether u > 0 all over, or u < 0 all over. */
const signOf = ({ lo, hi }: Interval): boolean | null => (lo > 0 ? true : hi < 0 ? false : null);

/** Three-valued "and" and "or". */
function joined(kind: "and" | "or", a: boolean | null, b: boolean | null): boolean | null {
  const settling = kind === "or";
  if (a === settling || b === settling) return settling;
  return a === null || b === null ? null : !settling;
}
const opposite = (a: boolean | null) => (a === null ? null : !a);

/** Whether u ≥ 0 all over, or u ≤ 0 all over; touching 0 settles it, since max(u, 0) then is u, or 0. */
const above = ({ lo, hi }: Interval): boolean | null => (lo >= 0 && hi > 0 ? true : hi <= 0 && lo < 0 ? false : null);

/** Which steps depend on no phase and have no sides in them that are not known. */
function steady(form: Form, sides: ReadonlyMap<number, boolean>): readonly boolean[] {
  const found: boolean[] = [];
  for (const [i, step] of form.entries()) {
    const known = step.kind !== "phase" && (!SIDED.includes(step.kind) || sides.has(i));
    found.push(known && partsOf(step).every((part) => found[part]));
  }
  return found;
}

/** What steps became that depend on no phase and whose sides are known, to be read again with other phases. */
interface Kept<S> {
  known: readonly (Series<S> | undefined)[];
}

/**
 * Encloses a form over what its first argument encloses, a series of t; with sides to take whatever enclosures say, and
 * for values of its phases of their own, whatever t is.
 */
type Encloser<S> = (
  input: Series<S>,
  forced?: ReadonlyMap<number, boolean>,
  phases?: readonly S[],
  kept?: Kept<S>,
) => FormEnclosure<S>;

const NO_SIDES = new Map<number, boolean>();
const NONE_UNDECIDED = new Map<number, Undecided>();
const NONE_TOUCHING = new Map<number, readonly Interval[]>();
const SEVERAL = (): readonly Interval[] => [];
const finite = ({ lo, hi }: Interval) => Number.isFinite(lo) && Number.isFinite(hi);
const same = (all: boolean | null): Decision => ({ all, inside: all });
const is0 = ({ lo, hi }: Interval) => lo === 0 && hi === 0;

/**
 * Encloses the value and derivatives of a form. Only the branches that may be taken are evaluated. At an undecided |u|,
 * max, min, sign or choice the value is enclosed, and each derivative by the hull of the derivatives on either side:
 * those of ψ almost everywhere. Sides may be forced, for limits from one side.
 */
export function formEncloser<S>(
  form: Form,
  A: Algebra<S>,
  arithmetic: SeriesArithmetic<S> = seriesArithmetic(A),
): Encloser<S> {
  const sided = form.some(({ kind }) => SIDED.includes(kind));
  /** What one call is about; the rest is made once. */
  const begin = (input: Series<S>, forced: ReadonlyMap<number, boolean>, phases: readonly S[]) => ({
    input,
    phases,
    order: input.length - 1,
    forced,
    // Most forms have no sides, and are enclosed very often.
    sides: sided ? new Map<number, boolean>() : NO_SIDES,
    inside: sided ? new Map<number, boolean>() : NO_SIDES,
    smooth: true,
    settled: true,
    touches: false,
    undecided: sided ? new Map<number, Undecided>() : NONE_UNDECIDED,
    touching: sided ? new Map<number, readonly Interval[]>() : NONE_TOUCHING,
  });
  let now = begin([], NO_SIDES, []);

  /** One of two series, or their hull with the value given. */
  function either(
    place: number,
    decision: Decision,
    u: () => Series<S>,
    v: () => Series<S>,
    value: () => S,
    difference = SEVERAL,
  ): Series<S> {
    const side = now.forced.get(place) ?? decision.all;
    if (side !== null) {
      now.sides.set(place, side);
      now.inside.set(place, side);
      return side ? u() : v();
    }
    const [one, other] = [u(), v()];
    if (one === other) return one;
    now.smooth = false;
    now.undecided.set(place, { difference: difference(), settled: decision.inside !== null });
    if (decision.inside === null) now.settled = false;
    else now.inside.set(place, decision.inside);
    return [value(), ...arithmetic.hull(one, other).slice(1)];
  }

  /** The range of a as far as its sign goes: an end next to 0 stands for 0 left out. */
  const signed = (a: S): Interval => {
    const range = A.range(a);
    const open = (range.lo === 0 || range.hi === 0) && range.lo !== range.hi;
    return open && A.sign ? strictly(range, A.sign(a)) : range;
  };
  const ranges = (u: Series<S>) => u.map(A.range);
  const constant = (x: number) => arithmetic.constant(interval(x, x), now.order);

  const algebra: FormAlgebra<Series<S>, Decision> = {
    ...arithmetic,
    constant: (value, range, exact) => arithmetic.constant(range, now.order, value, exact),
    variable: () => now.input,
    power: (u, _, range) => arithmetic.power(u, range),
    phase: (u, index) => (index < now.phases.length ? [now.phases[index], ...u.slice(1)] : u),
    abs: (u, place) => {
      const range = A.range(u[0]);
      const minus = () => arithmetic.negate(u);
      const enclosed = () => (finite(range) ? A.constant(absolute(range)) : A.hull(u[0], A.negate(u[0])));
      return either(
        place,
        same(above(range)),
        () => u,
        minus,
        enclosed,
        () => ranges(u),
      );
    },
    sign: (u, place) => {
      const range = signed(u[0]);
      if (is0(range) && !now.forced.has(place)) {
        now.smooth = now.settled = false;
        now.undecided.set(place, { difference: ranges(u), settled: false });
        return constant(0);
      }
      const first = signOf(range);
      const monotone = now.order > 0 && !contains(A.range(u[1]), 0);
      const plus = () => constant(1);
      const minus = () => constant(-1);
      const decision = { all: first, inside: first ?? (monotone ? signOf(without0(range)) : null) };
      const value = () => A.constant(interval(-1, 1));
      return either(place, decision, plus, minus, value, () => ranges(u));
    },
    extreme: (name, u, v, place) => {
      const [a, b] = [A.range(u[0]), A.range(v[0])];
      const difference = signed(A.subtract(u[0], v[0]));
      const larger = above(difference);
      const first = larger === null ? null : larger === (name === "max");
      const pick = name === "max" ? Math.max : Math.min;
      const value = interval(pick(a.lo, b.lo), pick(a.hi, b.hi));
      const enclosed = () => (finite(value) ? A.constant(value) : A.hull(u[0], v[0]));
      const [one, other] = [() => u, () => v];
      return either(place, same(first), one, other, enclosed, () => ranges(arithmetic.subtract(u, v)));
    },
    choice: (condition, yes, no, place) => {
      const difference = condition.difference?.() ?? [];
      if (difference[0] && is0(difference[0])) now.touching.set(place, difference);
      return either(
        place,
        condition,
        yes,
        no,
        () => A.hull(yes()[0], no()[0]),
        () => difference,
      );
    },
    compare: (operator, u, v) => {
      const range = signed(A.subtract(u[0], v[0]));
      if (is0(range)) now.touches = true;
      const all = decide(operator, range);
      const difference = () => ranges(arithmetic.subtract(u, v));
      if (all !== null || now.order === 0) return { ...same(all), difference };
      const monotone = !contains(A.range(A.subtract(u[1], v[1])), 0);
      return { all, inside: monotone ? decide(operator, without0(range)) : null, difference };
    },
    join: (kind, a, b) => ({ all: joined(kind, a.all, b.all), inside: joined(kind, a.inside, b.inside) }),
    not: (a) => ({ ...a, all: opposite(a.all), inside: opposite(a.inside) }),
  };

  return (input, forced = NO_SIDES, phases = [], kept) => {
    now = begin(input, forced, phases);
    const done: (Series<S> | undefined)[] = [];
    const series = interpret(form, algebra, kept?.known, done);
    if (kept && kept.known.length === 0) {
      const stays = steady(form, now.sides);
      kept.known = done.map((a, i) => (stays[i] ? a : undefined));
    }
    const { smooth, touches, touching, undecided, sides, settled, inside } = now;
    return { series, smooth, touches, touching, undecided, sides, inside: settled ? inside : null };
  };
}
