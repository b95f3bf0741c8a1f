import { exp, log } from "../../../numbers/intervals/elementary.js";
import * as arithmetic from "../../../numbers/intervals/interval.js";
import { contains, type Interval, interval, point, ZERO } from "../../../numbers/intervals/interval.js";
import { pow } from "../../../numbers/pow.js";
import { onlyTerm, type Polynomial, sumOf } from "../polynomial.js";
import * as rationals from "../rational.js";
import { isWhole, type Rational, rational } from "../rational.js";
import type { Coefficient } from "./coefficient.js";
import * as coefficients from "./coefficient.js";
import * as monomials from "./monomial.js";
import { compare, growth, type Monomial, NoExpansion, UNIT } from "./monomial.js";

export interface ExpansionTerm {
  readonly m: Monomial;
  readonly c: Coefficient;
}

/** c·m(s) for some c in the interval, at each s. */
interface Rest {
  readonly m: Monomial;
  readonly c: Interval;
}

/**
 * A function of s for all s ≥ T: the sum of its terms, each of which outgrows the next, and of a rest that all of them
 * outgrow; none means that there is no more. Growth cancels exactly where coefficients do.
 */
export interface Expansion {
  readonly terms: readonly ExpansionTerm[];
  readonly rest: Rest | null;
}

/** Terms at most: the others become part of the rest. */
const MOST_TERMS = 8;
/** Terms of a series in what tends to 0. */
const DEPTH = 6;

export const constant = (c: Coefficient): Expansion => ({
  terms: coefficients.isZero(c) ? [] : [{ m: UNIT, c }],
  rest: null,
});
export const monomial = (m: Monomial, c: Coefficient = coefficients.ofWhole(1)): Expansion => ({
  terms: [{ m, c }],
  rest: null,
});

export const isZero = ({ terms, rest }: Expansion) => terms.length === 0 && rest === null;

export type ExpansionArithmetic = ReturnType<typeof expansionArithmetic>;

/** Arithmetic of expansions for all s ≥ T ≥ 2; throws NoExpansion where there is none. */
export function expansionArithmetic(T: number) {
  /** Several rests as one. */
  function gathered(parts: readonly Rest[]): Rest | null {
    if (parts.length === 0) return null;
    let largest = parts[0].m;
    for (const { m } of parts) if (compare(m, largest) > 0) largest = m;
    let c = ZERO;
    for (const part of parts) {
      const over = monomials.rangeOf(T, monomials.ratio(part.m, largest));
      if (!(over.hi < Infinity)) throw new NoExpansion();
      c = arithmetic.add(c, arithmetic.multiply(part.c, over));
    }
    if (!(arithmetic.magnitude(c) < Infinity)) throw new NoExpansion();
    return c.lo === 0 && c.hi === 0 ? null : { m: largest, c };
  }

  /** From terms in any order, some of one monomial, and rests. */
  function collected(all: readonly ExpansionTerm[], rests: readonly Rest[]): Expansion {
    const terms: ExpansionTerm[] = [];
    for (const { m, c } of all) {
      let i = 0;
      let order = -1;
      for (; i < terms.length; i++) {
        order = compare(m, terms[i].m);
        if (order >= 0) break;
      }
      if (i < terms.length && order === 0) terms[i] = { m, c: coefficients.sum(terms[i].c, c) };
      else terms.splice(i, 0, { m, c });
    }
    const left = terms.filter(({ c }) => !coefficients.isZero(c));
    let largest: Monomial | null = null;
    for (const { m } of rests) if (largest === null || compare(m, largest) > 0) largest = m;
    const kept = left.slice(0, MOST_TERMS).filter(({ m }) => largest === null || compare(m, largest) > 0);
    const dropped = left.slice(kept.length).map(({ m, c }) => ({ m, c: c.range }));
    return { terms: kept, rest: gathered([...rests, ...dropped]) };
  }

  const rests = ({ rest }: Expansion) => (rest ? [rest] : []);
  const add = (a: Expansion, b: Expansion) => collected([...a.terms, ...b.terms], [...rests(a), ...rests(b)]);
  const negate = (a: Expansion): Expansion => ({
    terms: a.terms.map(({ m, c }) => ({ m, c: coefficients.negate(c) })),
    rest: a.rest && { m: a.rest.m, c: arithmetic.negate(a.rest.c) },
  });
  const subtract = (a: Expansion, b: Expansion) => add(a, negate(b));

  function multiply(a: Expansion, b: Expansion): Expansion {
    const terms = a.terms.flatMap((x) =>
      b.terms.map((y) => ({ m: monomials.product(x.m, y.m), c: coefficients.times(x.c, y.c) })),
    );
    const cross: Rest[] = [];
    const part = (m: Monomial, c: Interval, rest: Rest) =>
      cross.push({ m: monomials.product(m, rest.m), c: arithmetic.multiply(c, rest.c) });
    if (b.rest) for (const { m, c } of a.terms) part(m, c.range, b.rest);
    if (a.rest) for (const { m, c } of b.terms) part(m, c.range, a.rest);
    if (a.rest && b.rest) part(a.rest.m, a.rest.c, b.rest);
    return collected(terms, cross);
  }

  /** What is left of a: the leading term taken out, a = c·m·(1 + ε). */
  function factored(a: Expansion): ExpansionTerm & { readonly eps: Expansion } {
    const [first, ...others] = a.terms;
    if (!first || contains(first.c.range, 0)) throw new NoExpansion();
    const over = monomial(monomials.raised(first.m, MINUS_ONE), coefficients.inverse(first.c));
    return { ...first, eps: multiply({ terms: others, rest: a.rest }, over) };
  }

  /** The range of a over its leading monomial, or that of its rest. */
  function overLeading(a: Expansion, leading: Monomial): Interval {
    let total = ZERO;
    for (const { m, c } of [...a.terms.map((term) => ({ m: term.m, c: term.c.range })), ...rests(a)])
      total = arithmetic.add(total, arithmetic.multiply(c, monomials.rangeOf(T, monomials.ratio(m, leading))));
    return Number.isNaN(total.lo) || Number.isNaN(total.hi) ? arithmetic.ENTIRE : total;
  }

  /** The range over all s ≥ T. */
  function range(a: Expansion): Interval {
    const [first] = a.terms;
    const leading = first?.m ?? a.rest?.m;
    if (leading === undefined) return ZERO;
    const over = overLeading(a, leading);
    const direction = growth(leading);
    if (direction === 0) return over;
    const size = direction > 0 ? interval(monomials.least(T, leading), Infinity) : monomials.rangeOf(T, leading);
    return arithmetic.multiply(over, size);
  }

  /** Σ F_k·ε^k for an ε that tends to 0, with F_K over all that ε is for the last: Lagrange's remainder. */
  function compose(
    F: (k: number) => Coefficient,
    last: (eps: Interval, k: number) => Interval,
    eps: Expansion,
  ): Expansion {
    if (isZero(eps)) return constant(F(0));
    if (growth(eps.terms[0]?.m ?? eps.rest!.m) >= 0) throw new NoExpansion();
    const remainder = last(range(eps), DEPTH);
    if (!(arithmetic.magnitude(remainder) < Infinity)) throw new NoExpansion();
    let result = constant({ exact: null, range: remainder });
    for (let k = DEPTH - 1; k >= 0; k--) result = add(constant(F(k)), multiply(eps, result));
    return result;
  }

  /** a^r of an a with a leading term, above 0 unless r is whole. */
  function power(a: Expansion, r: Rational): Expansion {
    if (isWhole(r) && r.top >= 0n && r.top <= 8n) {
      let result = constant(coefficients.ofWhole(1));
      for (let i = 0n; i < r.top; i++) result = multiply(result, a);
      return result;
    }
    const { m, c, eps } = factored(a);
    const whole = isWhole(r);
    if (!whole && !(c.range.lo > 0)) throw new NoExpansion();
    const bracket = compose(
      (k) => coefficients.ofRational(binomial(r, k)),
      (e, k) => lastBinomial(r, e, k),
      eps,
    );
    return multiply(monomial(monomials.raised(m, r), coefficientPower(c, r)), bracket);
  }

  const divide = (a: Expansion, b: Expansion) => multiply(a, power(b, MINUS_ONE));

  return { add, subtract, negate, multiply, divide, power, factored, compose, range, overLeading };
}

const MINUS_ONE = rational(-1n);

/** r(r − 1)…(r − k + 1)/k! */
function binomial(r: Rational, k: number): Rational {
  let result = rational(1n);
  for (let j = 0; j < k; j++)
    result = rationals.over(rationals.times(result, rationals.plus(r, rational(BigInt(-j)))), rational(BigInt(j + 1)));
  return result;
}

/** C(r, k)·(1 + ε)^(r − k) over an interval of ε. */
function lastBinomial(r: Rational, eps: Interval, k: number): Interval {
  const base = arithmetic.add(point(1), eps);
  if (!(base.lo > 0)) throw new NoExpansion();
  const exponent = coefficients.enclosed(rationals.plus(r, rational(BigInt(-k))));
  const power = exp(arithmetic.multiply(exponent, log(base)));
  return arithmetic.multiply(coefficients.enclosed(binomial(r, k)), power);
}

/** c^r, exactly where c is 1 or its root is rational. */
function coefficientPower(c: Coefficient, r: Rational): Coefficient {
  const exact = coefficients.asRational(c);
  const root = exact && rationalPower(exact, r);
  if (root) return coefficients.ofRational(root);
  if (isWhole(r)) {
    const size = Number(r.top < 0n ? -r.top : r.top);
    if (size > 1000) throw new NoExpansion();
    const base = r.top < 0n ? coefficients.inverse(c) : c;
    if (size === 1) return base;
    const name = coefficients.nameOf(base);
    const range = arithmetic.integerPower(base.range, size);
    return size <= 8 || name === null ? repeated(base, size, range) : coefficients.named(`(${name})^${size}`, range);
  }
  const range = exp(arithmetic.multiply(coefficients.enclosed(r), log(c.range)));
  const parts = powerOfTerm(c, r);
  if (parts) return { exact: parts, range };
  const name = coefficients.nameOf(c);
  if (name === null) return { exact: null, range };
  const isRoot = r.top === 1n && r.bottom === 2n;
  return coefficients.named(isRoot ? `sqrt(${name})` : `(${name})^(${r.top}/${r.bottom})`, range);
}

/** Names of what is above 0, so that its powers multiply. */
const POSITIVE = /^(e$|pi$|exp\(|sqrt\()/;

/** (q·Π x^p)^r = q^r·Π x^(pr) for positive x and a q with a rational root. */
function powerOfTerm({ exact }: Coefficient, r: Rational): Polynomial | null {
  const term = exact && onlyTerm(exact);
  const root = term ? rationalPower(term.factor, r) : null;
  if (!term || !root || ![...term.powers.keys()].every((name) => POSITIVE.test(name))) return null;
  return sumOf([{ factor: root, powers: new Map([...term.powers].map(([name, p]) => [name, rationals.times(p, r)])) }]);
}

function repeated(base: Coefficient, n: number, range: Interval): Coefficient {
  let result = base;
  for (let i = 1; i < n; i++) result = coefficients.times(result, base);
  return { exact: result.exact, range };
}

/** x^r where it is rational, of small size; null else. */
function rationalPower(x: Rational, r: Rational): Rational | null {
  if (x.top <= 0n) return null;
  const degree = Number(r.bottom);
  if (degree > 60) return null;
  const [top, bottom] = [wholeRoot(x.top, degree), wholeRoot(x.bottom, degree)];
  const times = Number(r.top < 0n ? -r.top : r.top);
  if (top === null || bottom === null || times > 64) return null;
  const [over, under] = [top ** BigInt(times), bottom ** BigInt(times)];
  return r.top < 0n ? rational(under, over) : rational(over, under);
}

/** The whole number whose n-th power is x; null if there is none. */
function wholeRoot(x: bigint, n: number): bigint | null {
  if (n === 1 || x === 1n) return x;
  const near = BigInt(Math.round(pow(Number(x), 1 / n)));
  for (const root of [near - 1n, near, near + 1n]) if (root ** BigInt(n) === x) return root;
  return null;
}
