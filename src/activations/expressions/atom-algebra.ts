import {
  add,
  atom,
  leading,
  multiply,
  number,
  onlyTerm,
  type Polynomial,
  printed,
  scale,
  subtract,
  sumOf,
} from "./polynomial.js";
import { exactly, inverse, rational } from "./rational.js";

/** Larger powers are not multiplied out. */
const MOST = 12n;
/** Tops and bottoms of powers of exponentials up to this are taken apart; sums of them are exact in doubles. */
const SHORT = 1024n;

export const ONE = number(rational(1n));
export const half = (a: Polynomial) => scale(rational(1n, 2n), a);
export const negative = (a: Polynomial) => scale(rational(-1n), a);
export const unknown = () => new RangeError("no normal form is known");

/** u and its sign, so that u and −u are named alike: the leading coefficient of what comes back is above 0. */
export function withSign(u: Polynomial): readonly [sign: 1 | -1, u: Polynomial] {
  return u.size > 0 && leading(u).factor.top < 0n ? [-1, negative(u)] : [1, u];
}

/**
 * Arithmetic of polynomials in atoms that knows of some atoms how they multiply: roots, exponentials, tanh, |t| and
 * sign t. Each rule is an identity that holds wherever both sides are defined.
 */
export function atomAlgebra() {
  /** What atoms with rules of their own are made of. */
  const insides = new Map<string, Polynomial>();

  function named(name: string, u: Polynomial): string {
    const key = `${name}(${printed(u)})`;
    insides.set(key, u);
    return key;
  }

  function odd(name: string, u: Polynomial): Polynomial {
    if (u.size === 0) return u;
    const [sign, v] = withSign(u);
    return scale(rational(BigInt(sign)), atom(named(name, v)));
  }

  /** e^u as a product over the terms of u: e^(c·m) = (e^m)^c for a short binary fraction c, else (e^(|c|·m))^±1. */
  function exp(u: Polynomial): Polynomial {
    let result = ONE;
    for (const { factor, powers } of u.values()) {
      const [sign, size] = factor.top < 0n ? [-1, rational(-factor.top, factor.bottom)] : [1, factor];
      const short = size.top <= SHORT && size.bottom <= SHORT && (size.bottom & (size.bottom - 1n)) === 0n;
      const name = named("exp", sumOf([{ factor: short ? rational(1n) : size, powers }]));
      result = multiply(result, atom(name, short ? (sign * Number(size.top)) / Number(size.bottom) : sign));
    }
    return result;
  }

  /** E²·tanh u = E² − 1 − tanh u for E = e^u, and the same with E^−1: applied while some term has both factors. */
  function reduce(a: Polynomial): Polynomial {
    for (const term of a.values())
      for (const name of term.powers.keys()) {
        const of = name.startsWith("tanh(") ? insides.get(name) : undefined;
        if (!of) continue;
        for (const sign of [1n, -1n]) {
          const square = exp(scale(rational(2n * sign), of));
          const factors = [...onlyTerm(square)!.powers];
          const there = factors.every(
            ([key, power]) => (term.powers.get(key) ?? 0) * Math.sign(power) >= Math.abs(power),
          );
          if (!there || factors.length === 0) continue;
          const rest = multiply(multiply(sumOf([term]), exp(scale(rational(-2n * sign), of))), atom(name, -1));
          const grown = scale(rational(sign), subtract(square, ONE));
          return reduce(add(subtract(a, sumOf([term])), multiply(rest, subtract(grown, atom(name)))));
        }
      }
    return a;
  }

  /** p times its lowest monomial in exponentials, inverted, and that monomial's logarithm. */
  function withoutExponentials(p: Polynomial): readonly [Polynomial, exponent: Polynomial] {
    const lowest = new Map<string, number>();
    for (const { powers } of p.values())
      for (const name of powers.keys()) if (name.startsWith("exp(")) lowest.set(name, 0);
    for (const name of lowest.keys())
      lowest.set(name, Math.min(...[...p.values()].map(({ powers }) => powers.get(name) ?? 0)));
    let [rest, exponent]: [Polynomial, Polynomial] = [p, new Map()];
    for (const [name, power] of lowest) {
      if (power === 0) continue;
      rest = multiply(rest, atom(name, -power));
      exponent = add(exponent, scale(exactly(power), insides.get(name)!));
    }
    return [rest, exponent];
  }

  function invert(p: Polynomial): Polynomial {
    if (p.size === 0) throw unknown();
    const term = onlyTerm(p);
    if (term) {
      const powers = new Map([...term.powers].map(([name, power]) => [name, -power]));
      return settle(sumOf([{ factor: inverse(term.factor), powers }]));
    }
    const [rest, exponent] = withoutExponentials(p);
    const { factor } = leading(rest);
    const monic = scale(inverse(factor), rest);
    const outside = multiply(number(inverse(factor)), exp(negative(exponent)));
    const exponential = onlyTerm(subtract(monic, ONE));
    const [base] = exponential ? exponential.powers : [];
    if (
      exponential?.factor.top === 1n &&
      exponential.factor.bottom === 1n &&
      exponential.powers.size === 1 &&
      base[0].startsWith("exp(")
    ) {
      // 1/(1 + e^u) = (1 − tanh(u/2))/2
      const u = scale(exactly(base[1]), insides.get(base[0])!);
      return reduce(multiply(outside, half(subtract(ONE, odd("tanh", half(u))))));
    }
    return multiply(outside, atom(named("inverse", monic)));
  }

  /** Powers of roots, |t| and sign t as low as they get: √p² = p, |t|² = t², t·sign t = |t|, |t|·sign t = t. */
  function settle(a: Polynomial): Polynomial {
    for (const term of a.values()) {
      const without = (name: string) => multiply(sumOf([term]), atom(name, -term.powers.get(name)!));
      const replaced = (by: Polynomial) => settle(add(subtract(a, sumOf([term])), by));
      for (const [name, power] of term.powers) {
        if (name.startsWith("sqrt(") && power !== 1) {
          const pairs = Math.floor(power / 2);
          return replaced(
            multiply(multiply(without(name), whole(insides.get(name)!, BigInt(pairs))), atom(name, power - 2 * pairs)),
          );
        }
        if (name === "|t|" && power !== 1) {
          const pairs = Math.floor(power / 2);
          return replaced(multiply(multiply(without(name), atom("t", 2 * pairs)), power % 2 === 0 ? ONE : atom(name)));
        }
      }
      const signs = term.powers.get("sign t") ?? 0;
      if (signs > 0 && (term.powers.get("t") ?? 0) > 0)
        return replaced(multiply(sumOf([term]), multiply(multiply(atom("sign t", -1), atom("t", -1)), atom("|t|"))));
      if (signs > 0 && (term.powers.get("|t|") ?? 0) > 0)
        return replaced(multiply(sumOf([term]), multiply(multiply(atom("sign t", -1), atom("|t|", -1)), atom("t"))));
    }
    return reduce(a);
  }

  const product = (a: Polynomial, b: Polynomial) => settle(multiply(a, b));

  function whole(p: Polynomial, n: bigint): Polynomial {
    if (n > MOST || n < -MOST) throw unknown();
    if (n < 0n) return whole(invert(p), -n);
    let result = ONE;
    for (let i = 0n; i < n; i++) result = product(result, p);
    return result;
  }

  return { named, odd, exp, withoutExponentials, invert, product, whole };
}
