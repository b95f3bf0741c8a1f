import { asNumber, type Fraction, type FractionField, unknown } from "./fraction-field.js";
import { fractionSigns } from "./fraction-signs.js";
import {
  atom,
  content,
  inverse,
  leading,
  multiply,
  number,
  onlyTerm,
  type Polynomial,
  printed,
  scale,
  sumOf,
  type Term,
} from "./polynomial.js";
import { factors, isWhole, minus, over, type Rational, rational, times } from "./rational.js";

const half = rational(1n, 2n);
const one = rational(1n);
const absolute = ({ top, bottom }: Rational) => rational(top < 0n ? -top : top, bottom);
const isExp = (name: string) => name.startsWith("exp(");

/** Larger powers are not multiplied out. */
const MOST = 12n;

/**
 * Functions as fractions in atoms: exponentials, roots and logarithms are taken apart as far as their arguments go, so
 * that e^(2t) is the square of e^t; other functions are atoms of their own, one for arguments that are equal or opposite.
 *
 * @param side the sign of t: where it is 0, so is t.
 */
export function fractionAtoms(field: FractionField, side: 1 | -1 | 0) {
  const { whole, constant, multiply: product, add, quotient, equal, negate } = field;
  const signOf = fractionSigns(field, side);

  /** The index of an argument that is u or −u, and which of them. */
  const known: Fraction[] = [];
  function indexOf(u: Fraction): readonly [index: number, sign: 1 | -1] {
    const found = known.findIndex((v) => equal(u, v));
    if (found >= 0) return [found, 1];
    const opposite = known.findIndex((v) => equal(negate(u), v));
    return opposite >= 0 ? [opposite, -1] : [known.push(u) - 1, 1];
  }

  function odd(name: string, u: Fraction): Fraction {
    if (u.top.size === 0) return u;
    const [index, sign] = indexOf(u);
    const made = field.of(`${name}(${index})`, known[index]);
    return sign > 0 ? made : negate(made);
  }

  /** cos² = 1 − sin². */
  function cos(u: Fraction): Fraction {
    if (u.top.size === 0) return constant(one);
    const [index] = indexOf(u);
    const sine = atom(`sin(${index})`);
    const square = field.subtract(constant(one), whole(multiply(sine, sine)));
    return field.root(`cos(${index})`, square.top);
  }

  /** |p| as its factor, its powers of t and of exponentials, and what is left, by which p's sign is that of the rest. */
  function taken(p: Polynomial): { readonly size: Rational; readonly outside: Term; readonly rest: Polynomial } {
    const outside = content(p, (name) => isExp(name) || name === "t");
    const rest = multiply(p, inverse(outside));
    const size = absolute(leading(rest).factor);
    return { size, outside, rest: scale(over(one, size), rest) };
  }

  /** √n for n ≥ 1: square factors are taken out of it. */
  function rootOfWhole(n: bigint): Fraction {
    let result = constant(one);
    for (const [prime, power] of factors(n)) {
      result = product(result, constant(rational(prime ** (power / 2n))));
      if (power % 2n === 1n) result = product(result, field.root(`sqrt ${prime}`, number(rational(prime))));
    }
    return result;
  }

  function sqrt(u: Fraction): Fraction {
    if (u.top.size === 0) return u;
    // √(p/q) = √(pq)/q for q > 0.
    if (u.bottom.size > 1) {
      if (signOf(whole(u.bottom)) !== 1) throw unknown();
      const under = product(whole(u.top), whole(u.bottom));
      return quotient(sqrt(under).top, u.bottom);
    }
    const { size, outside, rest } = taken(u.top);
    let result = quotient(rootOfWhole(size.top * size.bottom).top, number(rational(size.bottom)));
    let under = rest;
    for (const [name, power] of outside.powers) {
      if (name === "t" && power.top % 2n !== 0n) under = multiply(under, atom(name, power));
      else result = product(result, sizeToThe(name, times(half, power)));
    }
    const term = onlyTerm(under);
    if (term?.powers.size === 0 && term.factor.top > 0n) return result;
    return product(result, field.root(`sqrt(${printed(under)})`, under));
  }

  /** |t|^power, or e^… to it, for a whole power of t. */
  function sizeToThe(name: string, power: Rational): Fraction {
    const made = field.atom(name, power);
    return name === "t" && side < 0 && power.top % 2n !== 0n ? negate(made) : made;
  }

  /** log|p| */
  function logOfSize(p: Polynomial): Fraction {
    const { size, outside, rest } = taken(p);
    let result = field.subtract(logOfWhole(size.top), logOfWhole(size.bottom));
    for (const [name, power] of outside.powers) {
      const exponent = isExp(name) ? field.insideOf(name)! : field.atom("log|t|");
      result = add(result, product(constant(power), exponent));
    }
    if (onlyTerm(rest)?.powers.size === 0) return result;
    const positive = leading(rest).factor.top < 0n ? scale(rational(-1n), rest) : rest;
    return add(result, field.of(`log(${printed(positive)})`, whole(positive)));
  }

  function logOfWhole(n: bigint): Fraction {
    return factors(n)
      .map(([prime, power]) => product(constant(rational(power)), field.atom(`log ${prime}`)))
      .reduce(add, constant(rational(0n)));
  }

  function log(u: Fraction): Fraction {
    if (u.top.size === 0) throw unknown();
    return field.subtract(logOfSize(u.top), logOfSize(u.bottom));
  }

  function wholePower(u: Fraction, n: bigint): Fraction {
    if (n > MOST || n < -MOST) throw unknown();
    if (n < 0n) return field.divide(constant(one), wholePower(u, -n));
    let result = constant(one);
    for (let i = 0n; i < n; i++) result = product(result, u);
    return result;
  }

  /** e^(c·m) for a monomial m: a power of e^m, or of what m is the logarithm of. */
  function expOfTerm({ factor, powers }: Term): Fraction {
    const [[name, power] = ["", one]] = powers;
    if (powers.size === 1 && isWhole(power) && power.top === 1n && isWhole(factor)) {
      if (name.startsWith("log ")) return wholePower(constant(rational(BigInt(name.slice(4)))), factor.top);
      const of = name.startsWith("log(") ? field.insideOf(name) : undefined;
      if (of && signOf(of) === 1) return wholePower(of, factor.top);
    }
    const monomial = sumOf([{ factor: one, powers }]);
    const key = `exp(${printed(monomial)})`;
    return field.of(key, whole(monomial), factor);
  }

  function exp(u: Fraction): Fraction {
    if (u.bottom.size === 1) return [...u.top.values()].map(expOfTerm).reduce(product, constant(one));
    // e^(c·p/q) as a power of e^(p/q), p and q with leading factors of 1.
    const { factor } = leading(u.top);
    const unit = { ...u, top: scale(over(one, factor), u.top) };
    const [index, sign] = indexOf(unit);
    const key = `exp(#${index})`;
    return field.of(key, known[index], sign > 0 ? factor : minus(factor));
  }

  /** u^v: a whole power, a root of one, or e^(v·log u) for u > 0. */
  function raised(u: Fraction, v: Fraction): Fraction {
    const exponent = asNumber(v);
    if (exponent && isWhole(exponent)) return wholePower(u, exponent.top);
    if (exponent?.bottom === 2n) return wholePower(sqrt(u), exponent.top);
    if (signOf(u) !== 1) throw unknown();
    return exp(product(v, log(u)));
  }

  return { odd, cos, sqrt, log, exp, raised, signOf, half: (u: Fraction) => product(constant(half), u) };
}
