import type { Interval } from "../../numbers/intervals/interval.js";
import type { Exponent, Form, FormCondition, FormFunction, RatioName } from "./form.js";
import type { Comparison } from "./node.js";
import type { Polynomial } from "./polynomial.js";

/** What each step of a form becomes, given what those before it became: V for values, C for conditions. */
export interface FormAlgebra<V, C> {
  readonly constant: (value: number, range: Interval, exact: Polynomial | null) => V;
  readonly variable: () => V;
  readonly negate: (u: V) => V;
  readonly add: (u: V, v: V) => V;
  readonly subtract: (u: V, v: V) => V;
  readonly multiply: (u: V, v: V) => V;
  readonly divide: (u: V, v: V) => V;
  readonly apply: (name: FormFunction, u: V) => V;
  readonly ratio: (name: RatioName, u: V) => V;
  readonly power: (u: V, exponent: number, range: Exponent) => V;
  /** Step a itself, where nothing else is said. */
  readonly phase?: (u: V, index: number) => V;
  /** Steps that have two sides; `place` tells them apart. */
  readonly abs: (u: V, place: number) => V;
  readonly sign: (u: V, place: number) => V;
  readonly extreme: (name: "max" | "min", u: V, v: V, place: number) => V;
  /** Only the branch that is asked for is made. */
  readonly choice: (condition: C, yes: () => V, no: () => V, place: number) => V;
  readonly compare: (operator: Comparison, u: V, v: V) => C;
  readonly join: (kind: "and" | "or", a: C, b: C) => C;
  readonly not: (a: C) => C;
}

/**
 * A form read in an algebra, each step that is needed once.
 *
 * @param known what some steps are, from another reading; what becomes of the others is not added to it.
 * @param done what becomes of the steps, to keep it.
 */
export function interpret<V extends object, C>(
  form: Form,
  algebra: FormAlgebra<V, C>,
  known: readonly (V | undefined)[] = [],
  done: (V | undefined)[] = [],
): V {
  function condition(c: FormCondition): C {
    if (c.kind === "compare") return algebra.compare(c.operator, at(c.a), at(c.b));
    return c.kind === "not"
      ? algebra.not(condition(c.of))
      : algebra.join(c.kind, condition(c.left), condition(c.right));
  }

  function at(place: number): V {
    const found = known[place] ?? done[place];
    if (found !== undefined) return found;
    const made = make(place);
    done[place] = made;
    return made;
  }

  function make(place: number): V {
    const step = form[place];
    switch (step.kind) {
      case "constant":
        return algebra.constant(step.value, step.range, step.exact);
      case "variable":
        return algebra.variable();
      case "negate":
        return algebra.negate(at(step.a));
      case "add":
      case "subtract":
      case "multiply":
      case "divide":
        return algebra[step.kind](at(step.a), at(step.b));
      case "function":
        return algebra.apply(step.name, at(step.a));
      case "ratio":
        return algebra.ratio(step.name, at(step.a));
      case "power":
        return algebra.power(at(step.a), step.exponent, step.range);
      case "phase":
        return algebra.phase?.(at(step.a), step.index) ?? at(step.a);
      case "abs":
      case "sign":
        return algebra[step.kind](at(step.a), place);
      case "max":
      case "min":
        return algebra.extreme(step.kind, at(step.a), at(step.b), place);
      case "choice":
        return algebra.choice(
          condition(step.condition),
          () => at(step.yes),
          () => at(step.no),
          place,
        );
    }
    return step;
  }

  return at(form.length - 1);
}
