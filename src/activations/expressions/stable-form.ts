import { E, PI } from "../../numbers/intervals/elementary.js";
import { interval, point } from "../../numbers/intervals/interval.js";
import { expressionError } from "./expression-error.js";
import type { Form, FormCondition } from "./form.js";
import { formBuilder } from "./form-builder.js";
import type { Condition, Node } from "./node.js";
import { CONSTANTS } from "./node.js";
import { printExpression } from "./print-expression.js";

const RANGES = { pi: PI, tau: interval(2 * PI.lo, 2 * PI.hi), e: E } as const;

/**
 * The expression as steps whose evaluation neither overflows nor cancels where the whole does not, as far as the rules
 * of form-builder.ts know: log(1 + e^u) becomes softplus(u), a/(1 + e^u) becomes a·sigmoid(−u), 1 + erf(u) becomes
 * erfc(−u), and so on. Constant parts are computed once, as a double and as an interval.
 *
 * @throws RangeError naming psi if a constant part is undefined or infinite, or an exponent varies with its base.
 */
export function stableForm(expression: Node): Form {
  const b = formBuilder((problem) => expressionError(printExpression(expression), problem));

  function condition(c: Condition): FormCondition {
    if (c.kind === "compare") return { kind: "compare", operator: c.operator, a: build(c.left), b: build(c.right) };
    if (c.kind === "not") return { kind: "not", of: condition(c.of) };
    return { kind: c.kind, left: condition(c.left), right: condition(c.right) };
  }

  function build(n: Node): number {
    switch (n.kind) {
      case "number":
        return b.constant(n.value, point(n.value));
      case "constant":
        return b.constant(CONSTANTS[n.name], RANGES[n.name]);
      case "variable":
        return b.variable();
      case "negate":
        return b.negate(build(n.of));
      case "binary": {
        const [left, right] = [build(n.left), build(n.right)];
        if (n.operator === "+") return b.add(left, right);
        if (n.operator === "-") return b.subtract(left, right);
        if (n.operator === "*") return b.multiply(left, right);
        return n.operator === "/" ? b.divide(left, right) : b.power(left, right);
      }
      case "unary":
        if (n.name === "abs") return b.abs(build(n.of));
        if (n.name === "sign") return b.sign(build(n.of));
        if (n.name === "tan") {
          const of = build(n.of);
          return b.divide(b.apply("sin", of), b.apply("cos", of));
        }
        return b.apply(n.name, build(n.of));
      case "extreme":
        return n.of.map(build).reduce((left, right) => b.extreme(n.name, left, right));
      case "choice":
        return b.choice(condition(n.condition), build(n.yes), build(n.no));
    }
    return n;
  }

  return b.finish(build(expression));
}
