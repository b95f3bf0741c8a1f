import { atomAlgebra, half, negative, ONE, unknown, withSign } from "./atom-algebra.js";
import type { Condition, Node } from "./node.js";
import {
  add,
  asNumber,
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
import { exactly, inverse, type Rational, rational } from "./rational.js";

/**
 * Rewrites expressions as polynomials with rational coefficients in t and in other functions ("atoms"), by identities
 * that hold wherever both sides are defined: tanh stands for the logistic function, exp for sinh and cosh, |u| for max
 * and min, erf for erfc. Two expressions with one form are the same function; the converse need not hold.
 */
function rewriter() {
  const { named, odd, exp, withoutExponentials, invert, product, whole } = atomAlgebra();

  function sqrt(p: Polynomial): Polynomial {
    const constant = asNumber(p);
    // √(a/b) = √(ab)/b
    if (constant) return scale(rational(1n, constant.bottom), squareRoot(constant.top * constant.bottom));
    const term = onlyTerm(p);
    if (term?.factor.top === 1n && term.factor.bottom === 1n && term.powers.size === 1 && term.powers.get("t") === 2)
      return atom("|t|");
    return atom(named("sqrt", p));
  }

  function squareRoot(n: bigint): Polynomial {
    if (n < 0n) throw unknown();
    const root = BigInt(Math.round(Math.sqrt(Number(n))));
    return root * root === n ? number(rational(root)) : atom(named("sqrt", number(rational(n))));
  }

  function log(p: Polynomial): Polynomial {
    const [rest, outside] = withoutExponentials(p);
    if (rest.size === 0 || leading(rest).factor.top < 0n) throw unknown();
    const { factor } = leading(rest);
    const monic = scale(inverse(factor), rest);
    const constant = (n: bigint) => (n === 1n ? number(rational(0n)) : atom(`log ${n}`));
    const inside = asNumber(monic) ? number(rational(0n)) : atom(named("log", monic));
    return add(add(outside, inside), subtract(constant(factor.top), constant(factor.bottom)));
  }

  function absolute(u: Polynomial): Polynomial {
    if (u.size === 0) return u;
    const [, v] = withSign(u);
    const { factor } = leading(v);
    const monic = scale(inverse(factor), v);
    if (printed(monic) === printed(atom("t"))) return scale(factor, atom("|t|"));
    return asNumber(monic) ? v : scale(factor, atom(named("abs", monic)));
  }

  function signOf(u: Polynomial): Polynomial {
    if (u.size === 0) return u;
    const [sign, v] = withSign(u);
    const monic = scale(inverse(leading(v).factor), v);
    const name = printed(monic) === printed(atom("t")) ? "sign t" : named("sign", monic);
    return scale(rational(BigInt(sign)), asNumber(monic) ? ONE : atom(name));
  }

  /** The exponent of a power, where it is a multiple of ½: twice it. */
  const doubled = (exponent: Rational): bigint | null =>
    exponent.bottom === 1n ? 2n * exponent.top : exponent.bottom === 2n ? exponent.top : null;

  function raised(left: Node, right: Node): Polynomial {
    const exponent = form(right);
    if (left.kind === "constant" && left.name === "e") return exp(exponent);
    const fixed = asNumber(exponent);
    const twice = fixed ? doubled(fixed) : null;
    if (twice === null) throw unknown();
    return twice % 2n === 0n ? whole(form(left), twice / 2n) : whole(sqrt(form(left)), twice);
  }

  /**
   * c·t > 0 ? yes : no, and the like, where yes − no has a factor t or |t| in every term, so that both are equal at 0:
   * (yes + no)/2 ± sign(t)·(yes − no)/2, sign(t) taken into that factor.
   */
  function choice(condition: Condition, yes: Polynomial, no: Polynomial): Polynomial {
    if (condition.kind !== "compare") throw unknown();
    const term = onlyTerm(subtract(form(condition.left), form(condition.right)));
    const difference = [...subtract(yes, no).values()];
    const has = (powers: ReadonlyMap<string, number>, name: string) => (powers.get(name) ?? 0) >= 1;
    const divisible = difference.every(({ powers }) => has(powers, "t") || has(powers, "|t|"));
    if (!term || !divisible || term.powers.size !== 1 || term.powers.get("t") !== 1) throw unknown();
    const turned = difference.map((one) => {
      const [from, to] = has(one.powers, "t") ? ["t", "|t|"] : ["|t|", "t"];
      return product(sumOf([one]), multiply(atom(from, -1), atom(to)));
    });
    const signed = turned.reduce(add, number(rational(0n)));
    const upwards = term.factor.top > 0n === condition.operator.startsWith(">");
    return half(add(add(yes, no), upwards ? signed : negative(signed)));
  }

  function unary(n: Node & { kind: "unary" }): Polynomial {
    const u = form(n.of);
    switch (n.name) {
      case "exp":
        return exp(u);
      case "expm1":
        return subtract(exp(u), ONE);
      case "sinh":
        return half(subtract(exp(u), exp(negative(u))));
      case "cosh":
        return half(add(exp(u), exp(negative(u))));
      case "log":
        return log(u);
      case "log1p":
        return log(add(ONE, u));
      case "sqrt":
        return sqrt(u);
      case "cos":
        return atom(named("cos", withSign(u)[1]));
      case "erfc":
        return subtract(ONE, odd("erf", u));
      case "abs":
        return absolute(u);
      case "sign":
        return signOf(u);
      case "sin":
      case "tan":
      case "tanh":
      case "asinh":
      case "atan":
      case "erf":
        return odd(n.name, u);
    }
    return n.name;
  }

  function form(n: Node): Polynomial {
    switch (n.kind) {
      case "number":
        return number(exactly(n.value));
      case "constant":
        return n.name === "tau" ? scale(rational(2n), atom("pi")) : n.name === "e" ? exp(ONE) : atom("pi");
      case "variable":
        return atom("t");
      case "negate":
        return negative(form(n.of));
      case "unary":
        return unary(n);
      case "extreme":
        return n.of.map(form).reduce((u, v) => {
          const apart = absolute(subtract(u, v));
          return half(add(add(u, v), n.name === "max" ? apart : negative(apart)));
        });
      case "choice":
        return choice(n.condition, form(n.yes), form(n.no));
      case "binary": {
        if (n.operator === "^") return raised(n.left, n.right);
        const [left, right] = [form(n.left), form(n.right)];
        if (n.operator === "+") return add(left, right);
        if (n.operator === "-") return subtract(left, right);
        return product(left, n.operator === "*" ? right : invert(right));
      }
    }
    return n;
  }

  return form;
}

/** The expression as a polynomial in t and other atoms, by identities; null where no such form is known. */
export function polynomialOf(expression: Node): Polynomial | null {
  try {
    return rewriter()(expression);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Text that two expressions, each defined on all of ℝ, share only if they are the same function: every step of the
 * rewriting is an identity. Null where no normal form is known.
 */
export function normalForm(expression: Node): string | null {
  const form = polynomialOf(expression);
  return form && printed(form);
}
