import * as arithmetic from "../../../numbers/intervals/interval.js";
import { contains, type Interval } from "../../../numbers/intervals/interval.js";
import type { Algebra } from "../algebra.js";
import type { Exponent, FormFunction } from "../form.js";
import { DOMAIN } from "../interval-functions.js";
import type { Rational } from "../rational.js";
import { tailAlgebra } from "../tail-algebra.js";
import { isPlain, isUnbounded, plain, rangeOf, type TailForm } from "../tail-form.js";
import * as coefficients from "./coefficient.js";
import { constant, type Expansion, expansionArithmetic, isZero as isNothing, monomial } from "./expansion.js";
import { expansionFunctions } from "./expansion-functions.js";
import { growth, VARIABLE } from "./monomial.js";

/** What is known of a function of s for all s ≥ T. */
export interface Tail {
  readonly coarse: TailForm;
  /** Term by term; null where that is not known. */
  readonly fine: Expansion | null;
  /** 1 or −1 where it is proved to tend to ∞ or −∞. */
  readonly limit: -1 | 0 | 1;
}

/** Functions that tend to ∞ with their argument, and those that are odd or even besides. */
const RISING: readonly FormFunction[] = ["exp", "expm1", "log", "log1p", "sqrt", "sqrt1pm1", "softplus"];
const ODD: readonly FormFunction[] = ["sinh", "asinh"];
const EVEN: readonly FormFunction[] = ["cosh", "logCosh"];

const isLimit = (x: number): -1 | 0 | 1 => (x > 0 ? 1 : x < 0 ? -1 : 0);

/** t itself, for t ≥ T (side 1) or t ≤ −T (side −1), as a function of s = |t|. */
export const variable = (side: 1 | -1): Tail => ({
  coarse: { factor: arithmetic.point(side), power: 1n << 80n, rates: [] },
  fine: monomial(VARIABLE, coefficients.ofWhole(side)),
  limit: side,
});

/**
 * Enclosures for all s ≥ T by one term, and by several where they are known: what cancels in the first is left to the
 * second. `outside` is told whenever an operand may lie outside a domain.
 */
export function tailsAlgebra(T: number, outside: () => void): Algebra<Tail> & { readonly made: (a: TailForm) => Tail } {
  let doubtful = false;
  const C = tailAlgebra(T, () => {
    doubtful = true;
  });
  const E = expansionArithmetic(T);
  const F = expansionFunctions(E);

  function attempt(make: () => Expansion | null): Expansion | null {
    try {
      return make();
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }
  const both = (a: Tail, b: Tail, make: (x: Expansion, y: Expansion) => Expansion) =>
    a.fine && b.fine ? attempt(() => make(a.fine!, b.fine!)) : null;

  /** The better of what is known. */
  function made(coarse: TailForm, fine: Expansion | null, limit: number): Tail {
    const leading = fine?.terms[0];
    const known = leading && growth(leading.m) > 0 && !contains(leading.c.range, 0) ? Math.sign(leading.c.range.lo) : 0;
    const one = fine && asOneTerm(fine);
    let best = one ? better(coarse, one) : coarse;
    if (!one && fine && isPlain(best)) best = plain(meet(best.factor, E.range(fine)));
    // Powers of logarithms, which the coarse kind knows little of.
    if (!one && fine && arithmetic.magnitude(rangeOf(T, best)) === Infinity) {
      const bounds = E.range(fine);
      if (arithmetic.magnitude(bounds) < Infinity) best = plain(bounds);
    }
    return { coarse: best, fine, limit: isLimit(known || limit || unboundedSign(best)) };
  }

  /** The leading term with all that follows it in its factor. */
  function asOneTerm(fine: Expansion): TailForm | null {
    const m = fine.terms[0]?.m ?? fine.rest?.m;
    if (m === undefined) return plain(arithmetic.ZERO);
    if (m.log.top !== 0n) return null;
    const units = unitsOf(m.power);
    if (units === null) return null;
    const rates: [bigint, Interval][] = [];
    for (const [p, q] of m.rates) {
      const exponent = unitsOf(p);
      if (exponent === null) return null;
      rates.push([exponent, q.range]);
    }
    return { factor: E.overLeading(fine, m), power: units, rates };
  }

  function better(a: TailForm, b: TailForm): TailForm {
    const same =
      a.power === b.power &&
      a.rates.length === b.rates.length &&
      a.rates.every(([p, q], i) => p === b.rates[i][0] && q.lo === b.rates[i][1].lo && q.hi === b.rates[i][1].hi);
    if (same) return { ...a, factor: meet(a.factor, b.factor) };
    const [first, second] = [rangeOf(T, a), rangeOf(T, b)];
    const [x, y] = [arithmetic.magnitude(first), arithmetic.magnitude(second)];
    // What tends to 0, or grows the least, says most.
    if (x === Infinity && y === Infinity) return contains(b.factor, 0) ? a : b;
    return y <= x ? b : a;
  }

  const unboundedSign = (a: TailForm) => (isUnbounded(a) ? (a.factor.lo > 0 ? 1 : -1) : 0);
  const range = (a: Tail): Interval => {
    const first = rangeOf(T, a.coarse);
    return a.fine ? meet(first, E.range(a.fine)) : first;
  };

  /** The coarse result, with complaints where the range is not known to be inside. */
  function checked(make: () => TailForm, inside: boolean): TailForm {
    doubtful = false;
    const result = make();
    if (doubtful && !inside) outside();
    return result;
  }

  /** For one that may be kept away from an end of its domain by what is fine alone. */
  function sharpened(a: Tail): TailForm {
    if (isPlain(a.coarse)) return plain(range(a));
    // A logarithm is no single term of the coarse kind.
    return a.fine && contains(a.coarse.factor, 0) && !contains(range(a), 0) ? plain(range(a)) : a.coarse;
  }

  const positive = (a: Tail) => {
    const leading = a.fine?.terms[0];
    if (leading && a.fine && E.overLeading(a.fine, leading.m).lo > 0) return true;
    return a.coarse.factor.lo > 0;
  };
  const nonzero = (a: Tail) => {
    const leading = a.fine?.terms[0];
    return !!leading && !contains(E.overLeading(a.fine, leading.m), 0);
  };

  const add = (a: Tail, b: Tail): Tail => {
    const fine = both(a, b, E.add);
    const limit =
      a.limit !== 0 && (b.limit === a.limit || boundedTowards(range(b), -a.limit))
        ? a.limit
        : b.limit !== 0 && boundedTowards(range(a), -b.limit)
          ? b.limit
          : 0;
    return made(C.add(a.coarse, b.coarse), fine, limit);
  };
  const negate = (a: Tail): Tail => ({
    coarse: C.negate(a.coarse),
    fine: a.fine && E.negate(a.fine),
    limit: isLimit(-a.limit),
  });
  const multiply = (a: Tail, b: Tail): Tail => {
    const [x, y] = [a.limit || awayFrom0(range(a)), b.limit || awayFrom0(range(b))];
    const limit = a.limit !== 0 || b.limit !== 0 ? x * y : 0;
    return made(C.multiply(a.coarse, b.coarse), both(a, b, E.multiply), limit);
  };
  const square = (a: Tail): Tail =>
    made(C.square(a.coarse), a.fine && attempt(() => F.square(a.fine!)), a.limit === 0 ? 0 : 1);
  const divide = (a: Tail, b: Tail): Tail => {
    const coarse = checked(() => C.divide(a.coarse, sharpened(b)), nonzero(b));
    const divisor = range(b);
    const limit = a.limit !== 0 && arithmetic.magnitude(divisor) < Infinity ? a.limit * awayOrSign(divisor) : 0;
    return made(coarse, both(a, b, E.divide), limit);
  };

  function power(a: Tail, r: Exponent): Tail {
    const exact = r.exact ?? (arithmetic.isPoint(r) ? coefficients.asRational(coefficients.ofRange(r)) : null);
    const coarse = checked(() => C.power(sharpened(a), r), positive(a));
    const odd = arithmetic.isPoint(r) && r.lo % 2 === 1;
    const limit = a.limit > 0 || (a.limit < 0 && odd) ? a.limit : a.limit < 0 && r.lo % 2 === 0 ? 1 : 0;
    return made(coarse, a.fine && exact && attempt(() => F.raised(a.fine!, exact)), limit);
  }

  function apply(name: FormFunction | "erfSlope", a: Tail): Tail {
    const domain = name === "erfSlope" ? undefined : DOMAIN[name];
    const inside =
      domain !== undefined &&
      (domain.least === 0 ? positive(a) : positive(add(a, constantOf(arithmetic.point(-domain.least)))));
    const coarse = checked(() => C.apply(name, sharpened(a)), inside);
    let limit = 0;
    if (a.limit !== 0 && name !== "erfSlope") {
      if (RISING.includes(name)) limit = Math.max(0, a.limit);
      if (ODD.includes(name)) limit = a.limit;
      if (EVEN.includes(name)) limit = 1;
    }
    return made(coarse, a.fine && attempt(() => F.apply(name, a.fine!)), limit);
  }

  const constantOf = (a: Interval, exact?: Expansion): Tail => ({
    coarse: plain(a),
    fine: exact ?? constant(coefficients.ofRange(a)),
    limit: 0,
  });

  return {
    made: (a) => made(a, null, 0),
    constant: (a, _, exact) => constantOf(a, exact ? constant({ exact, range: a }) : undefined),
    add,
    subtract: (a, b) => add(a, negate(b)),
    negate,
    multiply,
    square,
    divide,
    power,
    apply,
    ratio: () => null,
    hull: (a, b) => ({
      coarse: C.hull(a.coarse, b.coarse),
      fine: a.fine === b.fine ? a.fine : null,
      limit: a.limit === b.limit ? a.limit : 0,
    }),
    isZero: (a) => C.isZero(a.coarse) || (a.fine !== null && isNothing(a.fine)),
    range,
    sign: (a) => (positive(a) ? 1 : positive(negate(a)) ? -1 : 0),
  };
}

const UNITS = 1n << 80n;
/** In units of 2^−80, or null. */
const unitsOf = ({ top, bottom }: Rational): bigint | null => (UNITS % bottom === 0n ? top * (UNITS / bottom) : null);

/** What two enclosures of the same have in common. */
const meet = (a: Interval, b: Interval): Interval => arithmetic.interval(Math.max(a.lo, b.lo), Math.min(a.hi, b.hi));

const boundedTowards = ({ lo, hi }: Interval, sign: number) => (sign < 0 ? lo > -Infinity : hi < Infinity);
const awayFrom0 = ({ lo, hi }: Interval) => (lo > 0 ? 1 : hi < 0 ? -1 : 0);
const awayOrSign = ({ lo, hi }: Interval) => (lo >= 0 ? 1 : hi <= 0 ? -1 : 0);
