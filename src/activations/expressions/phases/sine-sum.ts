import { cos, sin } from "../../../numbers/intervals/elementary.js";
import {
  add,
  divide,
  type Interval,
  isPoint,
  multiply,
  negate,
  ONE,
  point,
  subtract,
  ZERO,
} from "../../../numbers/intervals/interval.js";
import type { PhasedForm } from "./phased-form.js";

/** cos·cos(n·θ) + sin·sin(n·θ) for a vector n of whole numbers, the first that is not 0 above it. */
export interface SineTerm {
  readonly n: readonly number[];
  readonly cos: Interval;
  readonly sin: Interval;
}

/** Terms by their n. */
export type SineSum = ReadonlyMap<string, SineTerm>;

/** More terms take longer than products do. */
const MOST_TERMS = 64;
const MOST_POWER = 64;
const HALF = point(0.5);

/** Σ n_i·θ_i + rest */
interface Angle {
  readonly n: readonly number[];
  readonly rest: Interval;
}

/** Sums of terms, those of one n together; null if there are too many. */
function collected(terms: Iterable<SineTerm>): SineSum | null {
  const sum = new Map<string, SineTerm>();
  for (const term of terms) {
    const first = term.n.find((x) => x !== 0) ?? 0;
    // cos is even and sin is odd.
    const n = term.n.map((x) => (x === 0 ? 0 : first < 0 ? -x : x));
    const odd = first < 0 ? negate(term.sin) : first === 0 ? ZERO : term.sin;
    const key = n.join();
    const found = sum.get(key);
    sum.set(
      key,
      found ? { n, cos: add(found.cos, term.cos), sin: add(found.sin, odd) } : { n, cos: term.cos, sin: odd },
    );
  }
  for (const [key, term] of sum) if (isNothing(term.cos) && isNothing(term.sin)) sum.delete(key);
  return sum.size > MOST_TERMS ? null : sum;
}

const isNothing = ({ lo, hi }: Interval) => lo === 0 && hi === 0;

const opposite = (a: SineTerm): SineTerm => ({ n: a.n, cos: negate(a.cos), sin: negate(a.sin) });
const scaled = (c: Interval, sum: SineSum) =>
  collected([...sum.values()].map((a) => ({ n: a.n, cos: multiply(c, a.cos), sin: multiply(c, a.sin) })));

/**
 * a·b, each pair of terms by 2cos x·cos y = cos(x − y) + cos(x + y), 2sin x·sin y = cos(x − y) − cos(x + y) and
 * 2sin x·cos y = sin(x + y) + sin(x − y).
 */
function product(a: SineSum, b: SineSum): SineSum | null {
  const half = (x: Interval, y: Interval) => multiply(HALF, multiply(x, y));
  const terms: SineTerm[] = [];
  for (const x of a.values())
    for (const y of b.values()) {
      const [cc, ss, sc, cs] = [half(x.cos, y.cos), half(x.sin, y.sin), half(x.sin, y.cos), half(x.cos, y.sin)];
      terms.push(
        { n: x.n.map((n, i) => n + y.n[i]), cos: subtract(cc, ss), sin: add(sc, cs) },
        { n: x.n.map((n, i) => n - y.n[i]), cos: add(cc, ss), sin: subtract(sc, cs) },
      );
    }
  return collected(terms);
}

/**
 * A form whose t comes in by phases alone as a sum of sines and cosines of whole combinations of them, in which products do
 * not hide how large their derivatives are: null if it is none, as tanh(sin(t)) is, or has too many terms.
 */
export function sineSum({ form, frequencies }: PhasedForm): SineSum | null {
  const none = frequencies.map(() => 0);
  const done = new Map<number, SineSum | null>();

  function angle(i: number): Angle | null {
    const step = form[i];
    switch (step.kind) {
      case "constant":
        return { n: none, rest: step.range };
      case "phase":
        return { n: none.map((_, j) => (j === step.index ? 1 : 0)), rest: ZERO };
      case "negate": {
        const of = angle(step.a);
        return of && { n: of.n.map((x) => -x), rest: negate(of.rest) };
      }
      case "add":
      case "subtract": {
        const [x, y] = [angle(step.a), angle(step.b)];
        if (!x || !y) return null;
        const sign = step.kind === "add" ? 1 : -1;
        return { n: x.n.map((n, j) => n + sign * y.n[j]), rest: (sign > 0 ? add : subtract)(x.rest, y.rest) };
      }
      case "multiply": {
        const [by, of] = [form[step.a], angle(step.b)];
        if (by.kind !== "constant" || !isPoint(by.range) || !Number.isSafeInteger(by.value) || !of) return null;
        return { n: of.n.map((x) => by.value * x), rest: multiply(by.range, of.rest) };
      }
      default:
        return null;
    }
  }

  function turning(name: "sin" | "cos", i: number): SineSum | null {
    const found = angle(i);
    if (!found) return null;
    const [c, s] = [cos(found.rest), sin(found.rest)];
    // sin(n·θ + r) = cos r·sin(n·θ) + sin r·cos(n·θ)
    return collected([name === "sin" ? { n: found.n, cos: s, sin: c } : { n: found.n, cos: c, sin: negate(s) }]);
  }

  function power(of: SineSum, exponent: number): SineSum | null {
    let result: SineSum | null = of;
    for (let i = 1; i < exponent; i++) result = result && product(result, of);
    return result;
  }

  function at(i: number): SineSum | null {
    const known = done.get(i);
    if (known !== undefined) return known;
    const found = make(i);
    done.set(i, found);
    return found;
  }

  function make(i: number): SineSum | null {
    const step = form[i];
    const both = (f: (x: SineSum, y: SineSum) => SineSum | null, a: number, b: number) => {
      const [x, y] = [at(a), at(b)];
      return x && y && f(x, y);
    };
    switch (step.kind) {
      case "constant":
        return collected([{ n: none, cos: step.range, sin: ZERO }]);
      case "negate": {
        const of = at(step.a);
        return of && collected([...of.values()].map(opposite));
      }
      case "add":
        return both((x, y) => collected([...x.values(), ...y.values()]), step.a, step.b);
      case "subtract":
        return both((x, y) => collected([...x.values(), ...[...y.values()].map(opposite)]), step.a, step.b);
      case "multiply":
        return both(product, step.a, step.b);
      case "divide": {
        const [of, by] = [at(step.a), form[step.b]];
        return of && by.kind === "constant" ? scaled(divide(ONE, by.range), of) : null;
      }
      case "function":
        return step.name === "sin" || step.name === "cos" ? turning(step.name, step.a) : null;
      case "power": {
        const of = at(step.a);
        return of && Number.isInteger(step.exponent) && step.exponent <= MOST_POWER ? power(of, step.exponent) : null;
      }
      default:
        return null;
    }
  }
  return at(form.length - 1);
}
