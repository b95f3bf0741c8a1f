/** The functions of one argument that an expression may use; max and min take two or more. */
export const UNARY = [
  "exp",
  "log",
  "log1p",
  "expm1",
  "sqrt",
  "sin",
  "cos",
  "tan",
  "tanh",
  "sinh",
  "cosh",
  "asinh",
  "atan",
  "erf",
  "erfc",
  "abs",
  "sign",
] as const;
export type UnaryName = (typeof UNARY)[number];

export const CONSTANTS = { pi: Math.PI, tau: 2 * Math.PI, e: Math.E } as const;
export type ConstantName = keyof typeof CONSTANTS;

export type BinaryOperator = "+" | "-" | "*" | "/" | "^";
export type Comparison = "<" | "<=" | ">" | ">=";

/** An expression in one variable. A number is the double it is written as, not negative. */
export type Node =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "constant"; readonly name: ConstantName }
  | { readonly kind: "variable" }
  | { readonly kind: "negate"; readonly of: Node }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
  | { readonly kind: "unary"; readonly name: UnaryName; readonly of: Node }
  | { readonly kind: "extreme"; readonly name: "max" | "min"; readonly of: readonly Node[] }
  | { readonly kind: "choice"; readonly condition: Condition; readonly yes: Node; readonly no: Node };

export type Condition =
  | { readonly kind: "compare"; readonly operator: Comparison; readonly left: Node; readonly right: Node }
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "not"; readonly of: Condition };
