import { lessThan, minus, over, plus, type Rational, rational, times } from "./rational.js";

/** A product of powers of atoms: the name of each and its power, not 0. */
type Monomial = ReadonlyMap<string, Rational>;

export interface Term {
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
    .map(([name, { top, bottom }]) => `${name}^${top}/${bottom}`)
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

const NONE: Monomial = new Map();
export const number = (factor: Rational): Polynomial => sumOf([{ factor, powers: NONE }]);
export const ONE = number(rational(1n));
export const atom = (name: string, power = rational(1n)): Polynomial =>
  sumOf([{ factor: rational(1n), powers: power.top === 0n ? NONE : new Map([[name, power]]) }]);

function timesTerm(a: Term, b: Term): Term {
  const powers = new Map(a.powers);
  for (const [name, power] of b.powers) {
    const total = plus(powers.get(name) ?? rational(0n), power);
    if (total.top === 0n) powers.delete(name);
    else powers.set(name, total);
  }
  return { factor: times(a.factor, b.factor), powers };
}

export const add = (a: Polynomial, b: Polynomial) => sumOf([...a.values(), ...b.values()]);
export function multiply(a: Polynomial, b: Polynomial): Polynomial {
  const [one, other] = [onlyTerm(a), onlyTerm(b)];
  if (one?.powers.size === 0 && other?.powers.size === 0) return number(times(one.factor, other.factor));
  return sumOf([...a.values()].flatMap((x) => [...b.values()].map((y) => timesTerm(x, y))));
}
export const scale = (factor: Rational, a: Polynomial) => multiply(number(factor), a);

/** The term whose monomial's text comes first, of a polynomial that is not 0. */
export const leading = (a: Polynomial): Term => [...a].toSorted(([x], [y]) => (x < y ? -1 : 1))[0][1];

/** The only term; undefined if there are none or several. */
export function onlyTerm(a: Polynomial): Term | undefined {
  if (a.size !== 1) return undefined;
  const [term] = a.values();
  return term;
}

/** 1 over a term. */
export const inverse = ({ factor, powers }: Term): Polynomial =>
  sumOf([
    { factor: over(rational(1n), factor), powers: new Map([...powers].map(([name, power]) => [name, minus(power)])) },
  ]);

/** The largest monomial in the atoms that `takes` allows, such that no power of these in a/monomial is below 0. */
export function content(a: Polynomial, takes: (name: string) => boolean): Term {
  const names = new Set([...a.values()].flatMap(({ powers }) => [...powers.keys()].filter(takes)));
  const lowest = [...names].map((name) => {
    const all = [...a.values()].map(({ powers }) => powers.get(name) ?? rational(0n));
    return [name, all.reduce((low, power) => (lessThan(power, low) ? power : low))] as const;
  });
  return { factor: rational(1n), powers: new Map(lowest.filter(([, power]) => power.top !== 0n)) };
}

/** Text that two polynomials share only if they are the same. */
export const printed = (a: Polynomial): string =>
  [...a]
    .toSorted(([x], [y]) => (x < y ? -1 : 1))
    .map(([key, { factor }]) => `${factor.top}/${factor.bottom}*${key}`)
    .join(" + ");
