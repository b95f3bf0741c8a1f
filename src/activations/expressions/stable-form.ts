import { E, PI } from "../../numbers/intervals/elementary.js";
import { interval, point } from "../../numbers/intervals/interval.js";
import { expressionError } from "./expression-error.js";
import { foldExpression } from "./fold-expression.js";
import type { Form, FormCondition } from "./form.js";
import { formBuilder } from "./form-builder.js";
import type { Node } from "./node.js";
import { CONSTANTS } from "./node.js";
import { atom, scale } from "./polynomial.js";
import { printExpression } from "./print-expression.js";
import { rational } from "./rational.js";
import { withoutTies } from "./without-ties.js";

const RANGES = { pi: PI, tau: interval(2 * PI.lo, 2 * PI.hi), e: E } as const;

/**
 * The expression as steps whose evaluation neither overflows nor cancels where the whole does not, as far as the rules
 * of form-builder.ts know: log(1 + e^u) becomes softplus(u), a/(1 + e^u) becomes a·sigmoid(−u), 1 + erf(u) becomes
 * erfc(−u), and so on. Where |u|, max and min are of equals all along, their pieces take their place. Constant parts are computed once, as a double and as an interval.
 *
 * @throws RangeError naming psi if a constant part is undefined or infinite, or an exponent varies with its base.
 */
export function stableForm(expression: Node): Form {
  const b = formBuilder((problem) => expressionError(printExpression(expression), problem));

  const root = foldExpression<number, FormCondition>(withoutTies(expression), {
    number: (value) => b.constant(value, point(value)),
    constant: (name) =>
      b.constant(CONSTANTS[name], RANGES[name], name === "tau" ? scale(rational(2n), atom("pi")) : atom(name)),
    variable: b.variable,
    negate: b.negate,
    binary: (operator, u, v) =>
      ({ "+": b.add, "-": b.subtract, "*": b.multiply, "/": b.divide, "^": b.power })[operator](u, v),
    unary: (name, u) => {
      if (name === "abs") return b.abs(u);
      if (name === "sign") return b.sign(u);
      return name === "tan" ? b.divide(b.apply("sin", u), b.apply("cos", u)) : b.apply(name, u);
    },
    extreme: (name, of) => of.reduce((u, v) => b.extreme(name, u, v)),
    choice: (condition, yes, no) => b.choice(condition, yes(), no()),
    compare: (operator, u, v) => ({ kind: "compare", operator, a: u, b: v }),
    join: (kind, left, right) => ({ kind, left, right }),
    not: (of) => ({ kind: "not", of }),
  });
  return b.finish(root);
}
