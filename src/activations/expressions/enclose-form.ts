import { absolute, type Interval, interval, ZERO } from "../../numbers/intervals/interval.js";
import type { Algebra } from "./algebra.js";
import type { Form, FormCondition } from "./form.js";
import { type Series, seriesArithmetic } from "./series.js";

export interface FormEnclosure<S> {
  readonly series: Series<S>;
  /** False if a choice, |u|, max, min or sign was undecided: derivatives are then hulls of those on either side. */
  readonly smooth: boolean;
  /** Whether a comparison is of equal numbers. */
  readonly touches: boolean;
  /** Which side each step took that has two, where decided: true for u of |u|, +1 of sign, the first of max, min, choice. */
  readonly sides: ReadonlyMap<number, boolean>;
}

/** Whether u op v, where the range of u − v decides it. */
function decide(operator: "<" | "<=" | ">" | ">=", { lo, hi }: Interval): boolean | null {
  if (operator === "<") return hi < 0 ? true : lo >= 0 ? false : null;
  if (operator === "<=") return hi <= 0 ? true : lo > 0 ? false : null;
  if (operator === ">") return lo > 0 ? true : hi <= 0 ? false : null;
  return lo >= 0 ? true : hi < 0 ? false : null;
}

/**
 * Encloses the value and derivatives of a form, over what `input` encloses (a series of t). Only the branches that may
 * be taken are evaluated. At an undecided |u|, max, min, sign or choice the value is enclosed, and each derivative by
 * the hull of the derivatives on either side: those of ψ almost everywhere.
 *
 * @param forced sides to take whatever the enclosures say, for limits from one side.
 */
export function encloseForm<S>(
  form: Form,
  A: Algebra<S>,
  input: Series<S>,
  forced: ReadonlyMap<number, boolean> = new Map(),
): FormEnclosure<S> {
  const order = input.length - 1;
  const arithmetic = seriesArithmetic(A);
  const done: Series<S>[] = [];
  const sides = new Map<number, boolean>();
  let smooth = true;
  let touches = false;

  function holds(c: FormCondition): boolean | null {
    if (c.kind === "compare") {
      const difference = A.range(A.subtract(at(c.a)[0], at(c.b)[0]));
      if (difference.lo === 0 && difference.hi === 0) touches = true;
      return decide(c.operator, difference);
    }
    if (c.kind === "not") {
      const of = holds(c.of);
      return of === null ? null : !of;
    }
    const [left, right] = [holds(c.left), holds(c.right)];
    const settling = c.kind === "or";
    if (left === settling || right === settling) return settling;
    return left === null || right === null ? null : !settling;
  }

  /** One of two series, or their hull with the value given. */
  function either(i: number, first: boolean | null, u: () => Series<S>, v: () => Series<S>, value: () => S): Series<S> {
    const side = forced.get(i) ?? first;
    if (side !== null) {
      sides.set(i, side);
      return side ? u() : v();
    }
    const [one, other] = [u(), v()];
    if (one === other) return one;
    smooth = false;
    return [value(), ...arithmetic.hull(one, other).slice(1)];
  }

  /** Whether u ≥ 0 all over, or u ≤ 0 all over; touching 0 settles it, since max(u, 0) then is u, or 0. */
  const above = ({ lo, hi }: Interval): boolean | null => (lo >= 0 && hi > 0 ? true : hi <= 0 && lo < 0 ? false : null);

  function extreme(i: number, kind: "max" | "min", u: Series<S>, v: Series<S>): Series<S> {
    const [a, b] = [A.range(u[0]), A.range(v[0])];
    const larger = above(A.range(A.subtract(u[0], v[0])));
    const first = larger === null ? null : larger === (kind === "max");
    const pick = kind === "max" ? Math.max : Math.min;
    const value = interval(pick(a.lo, b.lo), pick(a.hi, b.hi));
    const finite = Number.isFinite(value.lo) && Number.isFinite(value.hi);
    const enclosed = () => (finite ? A.constant(value) : A.hull(u[0], v[0]));
    return either(
      i,
      first,
      () => u,
      () => v,
      enclosed,
    );
  }

  function at(i: number): Series<S> {
    done[i] ??= compute(i);
    return done[i];
  }

  function compute(i: number): Series<S> {
    const step = form[i];
    switch (step.kind) {
      case "constant":
        return arithmetic.constant(step.range, order);
      case "variable":
        return input;
      case "negate":
        return arithmetic.negate(at(step.a));
      case "abs": {
        const u = at(step.a);
        const range = A.range(u[0]);
        const finite = Number.isFinite(range.lo) && Number.isFinite(range.hi);
        const enclosed = () => (finite ? A.constant(absolute(range)) : A.hull(u[0], A.negate(u[0])));
        const first = above(range);
        return either(
          i,
          first,
          () => u,
          () => arithmetic.negate(u),
          enclosed,
        );
      }
      case "sign": {
        const range = A.range(at(step.a)[0]);
        if (range.lo === 0 && range.hi === 0 && !forced.has(i)) {
          smooth = false;
          return arithmetic.constant(ZERO, order);
        }
        const constant = (x: number) => () => arithmetic.constant(interval(x, x), order);
        const first = range.lo > 0 ? true : range.hi < 0 ? false : null;
        return either(i, first, constant(1), constant(-1), () => A.constant(interval(-1, 1)));
      }
      case "add":
        return arithmetic.add(at(step.a), at(step.b));
      case "subtract":
        return arithmetic.subtract(at(step.a), at(step.b));
      case "multiply":
        return arithmetic.multiply(at(step.a), at(step.b));
      case "divide":
        return arithmetic.divide(at(step.a), at(step.b));
      case "max":
      case "min":
        return extreme(i, step.kind, at(step.a), at(step.b));
      case "function":
        return arithmetic.apply(step.name, at(step.a));
      case "ratio": {
        const u = at(step.a);
        const near = A.ratio(step.name, u[0], order);
        return near ? arithmetic.compose(near, u) : arithmetic.divide(arithmetic.apply(step.name, u), u);
      }
      case "power":
        return arithmetic.power(at(step.a), step.range);
      case "choice": {
        const [yes, no] = [() => at(step.yes), () => at(step.no)];
        return either(i, holds(step.condition), yes, no, () => A.hull(yes()[0], no()[0]));
      }
    }
    return step;
  }

  const series = at(form.length - 1);
  return { series, smooth, touches, sides };
}
