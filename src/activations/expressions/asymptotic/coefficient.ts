import { exp, log } from "../../../numbers/intervals/elementary.js";
import * as arithmetic from "../../../numbers/intervals/interval.js";
import { type Interval, interval, point } from "../../../numbers/intervals/interval.js";
import * as polynomials from "../polynomial.js";
import { onlyTerm, type Polynomial } from "../polynomial.js";
import { exactly, type Rational, rational, toDouble } from "../rational.js";

/** A constant: an enclosure, and what it is in named constants where that is known, so that terms cancel exactly. */
export interface Coefficient {
  readonly exact: Polynomial | null;
  readonly range: Interval;
}

const SAFE = 2n ** 53n;
const isSafe = (n: bigint) => n < SAFE && n > -SAFE;

/** The doubles around a rational number, or the double that it is. */
export function enclosed(x: Rational): Interval {
  const { top, bottom } = x;
  if (isSafe(top) && isSafe(bottom)) {
    const [a, b] = [Number(top), Number(bottom)];
    return arithmetic.divide(point(a), point(b));
  }
  const near = toDouble(x);
  if (!Number.isFinite(near))
    return near > 0 ? interval(Number.MAX_VALUE, Infinity) : interval(-Infinity, -Number.MAX_VALUE);
  // The nearest double, or one beside it.
  return arithmetic.widen(arithmetic.widen(point(near)));
}

/** The rational number that it is, or null. */
export function asRational({ exact }: Coefficient): Rational | null {
  if (exact === null) return null;
  if (exact.size === 0) return rational(0n);
  const term = onlyTerm(exact);
  return term && term.powers.size === 0 ? term.factor : null;
}

/** Of a computation with polynomials, which may have too many terms. */
function attempt(make: () => Polynomial): Polynomial | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** With the sign of what is known exactly, where rounding has lost it. */
function made(exact: Polynomial | null, range: Interval): Coefficient {
  if (exact?.size === 0) return { exact, range: arithmetic.ZERO };
  const whole = arithmetic.contains(range, 0) ? asRational({ exact, range }) : null;
  return { exact, range: whole ? enclosed(whole) : range };
}

export const ofRational = (x: Rational): Coefficient => ({ exact: polynomials.number(x), range: enclosed(x) });
export const ofWhole = (n: number) => ofRational(rational(BigInt(n)));
export const ofRange = (range: Interval): Coefficient => ({
  exact: arithmetic.isPoint(range) && Number.isFinite(range.lo) ? polynomials.number(exactly(range.lo)) : null,
  range,
});
/** A constant that has a name of its own. */
export const named = (name: string, range: Interval): Coefficient => ({ exact: polynomials.atom(name), range });
export const nameOf = ({ exact }: Coefficient): string | null => exact && polynomials.printed(exact);

export function sum(a: Coefficient, b: Coefficient): Coefficient {
  const [x, y] = [a.exact, b.exact];
  return made(x && y && attempt(() => polynomials.add(x, y)), arithmetic.add(a.range, b.range));
}

export function times(a: Coefficient, b: Coefficient): Coefficient {
  const [x, y] = [a.exact, b.exact];
  return made(x && y && attempt(() => polynomials.multiply(x, y)), arithmetic.multiply(a.range, b.range));
}

/** 1/a for an a that is not 0. */
export function inverse(a: Coefficient): Coefficient {
  const term = a.exact && onlyTerm(a.exact);
  return made(term ? attempt(() => polynomials.inverse(term)) : null, arithmetic.divide(point(1), a.range));
}

export const negate = (a: Coefficient): Coefficient => times(ofWhole(-1), a);
export const isZero = ({ exact, range }: Coefficient) => exact?.size === 0 || (range.lo === 0 && range.hi === 0);

/** e^c: e^(x + y) = e^x·e^y, so that such powers are known to be what they are. */
export function exponential(c: Coefficient): Coefficient {
  const range = exp(c.range);
  if (!c.exact) return { exact: null, range };
  const powers = new Map<string, Rational>();
  for (const { factor, powers: monomial } of c.exact.values()) {
    const of = polynomials.sumOf([{ factor: rational(1n), powers: monomial }]);
    powers.set(monomial.size === 0 ? "e" : `exp(${polynomials.printed(of)})`, factor);
  }
  return made(polynomials.sumOf([{ factor: rational(1n), powers }]), range);
}

/** log c for c > 0. */
export function logarithm(c: Coefficient): Coefficient {
  const whole = asRational(c);
  if (whole && whole.top === whole.bottom) return ofWhole(0);
  const name = nameOf(c);
  const range = log(c.range);
  if (name === null) return { exact: null, range };
  const term = c.exact && onlyTerm(c.exact);
  const [only] = term?.powers ?? [];
  // log e^r = r
  if (term && term.powers.size === 1 && only[0] === "e" && term.factor.top === term.factor.bottom)
    return ofRational(only[1]);
  return named(`log(${name})`, range);
}
