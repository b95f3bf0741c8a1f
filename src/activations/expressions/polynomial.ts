import { plus, type Rational, rational, times } from "./rational.js";

/** A product of powers of atoms: the name of each and its power, not 0, by name. */
type Monomial = ReadonlyMap<string, number>;

interface Term {
  readonly factor: Rational;
  readonly powers: Monomial;
}

/** A sum of terms with different monomials, by the monomial's text; atoms are known by their names alone. */
export type Polynomial = ReadonlyMap<string, Term>;

/** More terms than any form worth comparing has. */
const MOST_TERMS = 200;

const textOf = (powers: Monomial) =>
  [...powers]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, power]) => `${name}^${power}`)
    .join("*");

/** @throws RangeError if there are too many terms. */
export function sumOf(terms: Iterable<Term>): Polynomial {
  const sum = new Map<string, Term>();
  for (const { factor, powers } of terms) {
    const key = textOf(powers);
    const total = plus(sum.get(key)?.factor ?? rational(0n), factor);
    if (total.top === 0n) sum.delete(key);
    else sum.set(key, { factor: total, powers });
  }
  if (sum.size > MOST_TERMS) throw new RangeError("a form has too many terms to compare");
  return sum;
}

export const number = (factor: Rational): Polynomial => sumOf([{ factor, powers: new Map() }]);
export const atom = (name: string, power = 1): Polynomial =>
  sumOf([{ factor: rational(1n), powers: new Map(power === 0 ? [] : [[name, power]]) }]);

export const add = (a: Polynomial, b: Polynomial) => sumOf([...a.values(), ...b.values()]);
export const scale = (factor: Rational, a: Polynomial) =>
  sumOf([...a.values()].map((term) => timesTerm(term, { factor, powers: new Map() })));
export const subtract = (a: Polynomial, b: Polynomial) => add(a, scale(rational(-1n), b));

function timesTerm(a: Term, b: Term): Term {
  const powers = new Map(a.powers);
  for (const [name, power] of b.powers) {
    const total = (powers.get(name) ?? 0) + power;
    if (total === 0) powers.delete(name);
    else powers.set(name, total);
  }
  return { factor: times(a.factor, b.factor), powers };
}

export const multiply = (a: Polynomial, b: Polynomial) =>
  sumOf([...a.values()].flatMap((one) => [...b.values()].map((other) => timesTerm(one, other))));

/** The terms in a fixed order. */
const ordered = (a: Polynomial): readonly Term[] =>
  [...a].toSorted(([x], [y]) => (x < y ? -1 : 1)).map(([, term]) => term);

/** The first term in a fixed order, that of a polynomial which is not 0. */
export const leading = (a: Polynomial): Term => ordered(a)[0];

/** The only term; undefined if there are none or several. */
export const onlyTerm = (a: Polynomial): Term | undefined => (a.size === 1 ? leading(a) : undefined);

/** The number that a polynomial without atoms is; undefined for others. */
export function asNumber(a: Polynomial): Rational | undefined {
  if (a.size === 0) return rational(0n);
  const term = onlyTerm(a);
  return term?.powers.size === 0 ? term.factor : undefined;
}

/** Text that two polynomials share only if they are the same. */
export const printed = (a: Polynomial): string =>
  ordered(a)
    .map(({ factor, powers }) => `${factor.top}/${factor.bottom}*${textOf(powers)}`)
    .join(" + ");
