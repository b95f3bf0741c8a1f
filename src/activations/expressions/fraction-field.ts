import {
  add,
  atom,
  inverse,
  leading,
  multiply,
  number,
  ONE,
  onlyTerm,
  type Polynomial,
  scale,
  sumOf,
  type Term,
} from "./polynomial.js";
import { lessThan, minus, over, type Rational, rational } from "./rational.js";

/** A quotient of polynomials in atoms, with rational coefficients; the bottom is not 0. */
export interface Fraction {
  readonly top: Polynomial;
  readonly bottom: Polynomial;
}

/** Thrown where no rule says what a function is as a fraction. */
export const unknown = () => new RangeError("no form as a fraction is known");

const TWO = rational(2n);

/**
 * Arithmetic of fractions in atoms, which stand for functions of t. Some atoms have a square that is a polynomial
 * without them, as √u has: no higher power of those is left. Every rule is an identity that holds wherever both sides
 * are defined, so that a fraction whose top comes to 0 is 0.
 */
export function fractionField() {
  const squares = new Map<string, Polynomial>();
  const insides = new Map<string, Fraction>();

  /** Squares of atoms that have one, replaced until none is left. */
  function settled(a: Polynomial): Polynomial {
    for (const term of a.values())
      for (const [name, power] of term.powers) {
        const square = squares.get(name);
        if (!square || lessThan(power, TWO)) continue;
        const rest = multiply(sumOf([term]), atom(name, rational(-2n)));
        return settled(add(add(a, scale(rational(-1n), sumOf([term]))), multiply(rest, square)));
      }
    return a;
  }

  const product = (a: Polynomial, b: Polynomial) => settled(multiply(a, b));

  /** 1 over a term as a fraction, without atoms that have squares in its bottom: 1/r = r/r². */
  function inverted(term: Term): Fraction {
    const roots = [...term.powers.keys()].filter((name) => squares.has(name));
    const plain = { ...term, powers: new Map([...term.powers].filter(([name]) => !squares.has(name))) };
    const top = roots.reduce((total, name) => product(total, atom(name)), inverse(plain));
    const bottom = roots.reduce((total, name) => product(total, squares.get(name)!), ONE);
    return roots.length === 0 ? { top, bottom: ONE } : quotient(top, bottom);
  }

  /** top/bottom; a bottom of one term is taken into the top. */
  function quotient(top: Polynomial, bottom: Polynomial): Fraction {
    if (bottom.size === 0) throw unknown();
    const term = onlyTerm(bottom);
    if (term) {
      const by = inverted(term);
      return { top: product(top, by.top), bottom: by.bottom };
    }
    const { factor } = leading(bottom);
    return { top: scale(over(rational(1n), factor), top), bottom: scale(over(rational(1n), factor), bottom) };
  }

  const same = (a: Polynomial, b: Polynomial) => a.size === b.size && plainSum(a, b, -1n).size === 0;
  const plainSum = (a: Polynomial, b: Polynomial, sign: 1n | -1n) => add(a, scale(rational(sign), b));

  function sum(a: Fraction, b: Fraction, sign: 1n | -1n = 1n): Fraction {
    if (same(a.bottom, b.bottom)) return quotient(plainSum(a.top, b.top, sign), a.bottom);
    return quotient(plainSum(product(a.top, b.bottom), product(b.top, a.bottom), sign), product(a.bottom, b.bottom));
  }

  const times = (a: Fraction, b: Fraction) => quotient(product(a.top, b.top), product(a.bottom, b.bottom));
  const divided = (a: Fraction, b: Fraction) => quotient(product(a.top, b.bottom), product(a.bottom, b.top));
  const whole = (p: Polynomial): Fraction => ({ top: p, bottom: ONE });

  return {
    whole,
    constant: (factor: Rational) => whole(number(factor)),
    atom: (name: string, power?: Rational) => whole(atom(name, power)),
    /** An atom whose square is known. */
    root(name: string, square: Polynomial): Fraction {
      squares.set(name, square);
      return whole(atom(name));
    },
    add: (a: Fraction, b: Fraction) => sum(a, b),
    subtract: (a: Fraction, b: Fraction) => sum(a, b, -1n),
    multiply: times,
    divide: divided,
    negate: (a: Fraction): Fraction => ({ ...a, top: scale(rational(-1n), a.top) }),
    quotient,
    equal: (a: Fraction, b: Fraction) => sum(a, b, -1n).top.size === 0,
    squareOf: (name: string) => squares.get(name),
    /** A power of an atom that is a function of a fraction. */
    of(name: string, inside: Fraction, exponent?: Rational): Fraction {
      insides.set(name, inside);
      return whole(atom(name, exponent));
    },
    insideOf: (name: string) => insides.get(name),
  };
}

export type FractionField = ReturnType<typeof fractionField>;

/** The number that a fraction is; undefined for others. */
export function asNumber({ top, bottom }: Fraction): Rational | undefined {
  if (bottom.size > 1) return undefined;
  if (top.size === 0) return rational(0n);
  const term = onlyTerm(top);
  return term?.powers.size === 0 ? term.factor : undefined;
}

/** a + b·t for rational a and b, where a fraction is that; null for others. */
export function asLine({ top, bottom }: Fraction): { readonly value: Rational; readonly slope: Rational } | null {
  const degree = ({ powers }: Term) => powers.get("t") ?? rational(0n);
  // The only term of (a + b·t)·bottom with the monomial of the highest times t.
  const [highest] = [...bottom.values()].toSorted((a, b) => (lessThan(degree(a), degree(b)) ? 1 : -1));
  const coefficient = (of: Polynomial, { powers, factor }: Term): Rational => {
    const found = multiply(of, inverse({ factor, powers }));
    return [...found.values()].find((term) => term.powers.size === 0)?.factor ?? rational(0n);
  };
  const raised = onlyTerm(multiply(sumOf([highest]), atom("t")))!;
  const slope = coefficient(top, raised);
  const rest = add(top, scale(minus(slope), multiply(bottom, atom("t"))));
  const value = coefficient(rest, leading(bottom));
  const left = add(rest, scale(minus(value), bottom));
  return left.size === 0 ? { value, slope } : null;
}
