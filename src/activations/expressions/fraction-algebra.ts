import type { ExpressionAlgebra } from "./fold-expression.js";
import { fractionAtoms } from "./fraction-atoms.js";
import { type Fraction, fractionField, unknown } from "./fraction-field.js";
import type { UnaryName } from "./node.js";
import { exactly, rational } from "./rational.js";

const [ZERO, ONE, TWO] = [0n, 1n, 2n].map((n) => rational(n));

/**
 * Expressions as fractions for all t of one sign, or for t = 0: identities rewrite hyperbolic functions, the logistic
 * ones and the like as exponentials, and |u|, max, min, sign and conditions are those of one side where the sign of u
 * shows from its terms. The two sides of a comparison may not be settled otherwise.
 *
 * @throws RangeError from its members where no rule applies.
 */
export function fractionAlgebra(side: 1 | -1 | 0) {
  const field = fractionField();
  const { add, subtract, multiply, divide, negate } = field;
  const { odd, cos, sqrt, log, exp, raised, signOf, half } = fractionAtoms(field, side);
  const [zero, one, two] = [ZERO, ONE, TWO].map(field.constant);
  const settled = (u: Fraction) => {
    const sign = signOf(u);
    if (sign === null) throw unknown();
    return sign;
  };

  function unary(name: UnaryName, u: Fraction): Fraction {
    switch (name) {
      case "exp":
        return exp(u);
      case "expm1":
        return subtract(exp(u), one);
      case "sinh":
        return half(subtract(exp(u), exp(negate(u))));
      case "cosh":
        return half(add(exp(u), exp(negate(u))));
      case "tanh": {
        const square = exp(multiply(two, u));
        return divide(subtract(square, one), add(square, one));
      }
      case "log":
        return log(u);
      case "log1p":
        return log(add(one, u));
      case "sqrt":
        return sqrt(u);
      case "cos":
        return cos(u);
      case "tan":
        return divide(odd("sin", u), cos(u));
      case "erfc":
        return subtract(one, odd("erf", u));
      case "abs":
        return settled(u) < 0 ? negate(u) : u;
      case "sign":
        return field.constant(rational(BigInt(settled(u))));
      case "sin":
      case "asinh":
      case "atan":
      case "erf":
        return odd(name, u);
    }
    return name;
  }

  const algebra: ExpressionAlgebra<Fraction, boolean> = {
    number: (x) => field.constant(exactly(x)),
    constant: (name) => (name === "e" ? exp(one) : multiply(name === "tau" ? two : one, field.atom("pi"))),
    variable: () => (side === 0 ? zero : field.atom("t")),
    negate,
    unary,
    binary: (operator, u, v) =>
      operator === "^" ? raised(u, v) : { "+": add, "-": subtract, "*": multiply, "/": divide }[operator](u, v),
    extreme: (name, of) => of.reduce((u, v) => (settled(subtract(u, v)) > 0 === (name === "max") ? u : v)),
    choice: (condition, yes, no) => (condition ? yes() : no()),
    compare: (operator, u, v) => {
      const sign = settled(subtract(u, v));
      if (operator === "<" || operator === ">") return sign === (operator === "<" ? -1 : 1);
      return operator === "<=" ? sign <= 0 : sign >= 0;
    },
    join: (kind, a, b) => (kind === "and" ? a && b : a || b),
    not: (a) => !a,
  };
  return { algebra, equal: field.equal };
}
