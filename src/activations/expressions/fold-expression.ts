import type { BinaryOperator, Comparison, Condition, ConstantName, Node, UnaryName } from "./node.js";

/** What each part of an expression becomes, given what its own parts became: V for values, C for conditions. */
export interface ExpressionAlgebra<V, C> {
  readonly number: (value: number) => V;
  readonly constant: (name: ConstantName) => V;
  readonly variable: () => V;
  readonly negate: (u: V) => V;
  readonly binary: (operator: BinaryOperator, u: V, v: V) => V;
  readonly unary: (name: UnaryName, u: V) => V;
  readonly extreme: (name: "max" | "min", of: readonly V[]) => V;
  /** Only what is asked for is made. */
  readonly choice: (condition: C, yes: () => V, no: () => V) => V;
  readonly compare: (operator: Comparison, u: V, v: V) => C;
  readonly join: (kind: "and" | "or", a: C, b: C) => C;
  readonly not: (a: C) => C;
}

/** An expression read in an algebra. */
export function foldExpression<V, C>(expression: Node, algebra: ExpressionAlgebra<V, C>): V {
  function condition(c: Condition): C {
    if (c.kind === "compare") return algebra.compare(c.operator, fold(c.left), fold(c.right));
    return c.kind === "not"
      ? algebra.not(condition(c.of))
      : algebra.join(c.kind, condition(c.left), condition(c.right));
  }
  function fold(n: Node): V {
    switch (n.kind) {
      case "number":
        return algebra.number(n.value);
      case "constant":
        return algebra.constant(n.name);
      case "variable":
        return algebra.variable();
      case "negate":
        return algebra.negate(fold(n.of));
      case "binary":
        return algebra.binary(n.operator, fold(n.left), fold(n.right));
      case "unary":
        return algebra.unary(n.name, fold(n.of));
      case "extreme":
        return algebra.extreme(n.name, n.of.map(fold));
      case "choice":
        return algebra.choice(
          condition(n.condition),
          () => fold(n.yes),
          () => fold(n.no),
        );
    }
    return n;
  }
  return fold(expression);
}
