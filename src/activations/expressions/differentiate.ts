import type { Condition, Node } from "./node.js";

const number = (value: number): Node =>
  value < 0 ? negate({ kind: "number", value: -value }) : { kind: "number", value };
const isNumber = (n: Node, value: number) => n.kind === "number" && n.value === value;
/** The value of a number or its negative, else undefined. */
const literalOf = (n: Node): number | undefined =>
  n.kind === "number" ? n.value : n.kind === "negate" && n.of.kind === "number" ? -n.of.value : undefined;

function negate(of: Node): Node {
  if (of.kind === "negate") return of.of;
  return isNumber(of, 0) ? of : { kind: "negate", of };
}

function add(left: Node, right: Node): Node {
  if (isNumber(left, 0)) return right;
  if (isNumber(right, 0)) return left;
  if (right.kind === "negate") return subtract(left, right.of);
  return { kind: "binary", operator: "+", left, right };
}

function subtract(left: Node, right: Node): Node {
  if (isNumber(left, 0)) return negate(right);
  if (isNumber(right, 0)) return left;
  if (right.kind === "negate") return add(left, right.of);
  return { kind: "binary", operator: "-", left, right };
}

function multiply(left: Node, right: Node): Node {
  if (isNumber(left, 0) || isNumber(right, 0)) return number(0);
  if (isNumber(left, 1)) return right;
  if (isNumber(right, 1)) return left;
  if (left.kind === "negate") return negate(multiply(left.of, right));
  if (right.kind === "negate") return negate(multiply(left, right.of));
  if (right.kind === "number" && left.kind === "number") return number(left.value * right.value);
  if (right.kind === "number") return multiply(right, left);
  return { kind: "binary", operator: "*", left, right };
}

function divide(left: Node, right: Node): Node {
  if (isNumber(left, 0) || isNumber(right, 1)) return left;
  if (left.kind === "negate") return negate(divide(left.of, right));
  return { kind: "binary", operator: "/", left, right };
}

function power(left: Node, right: Node): Node {
  if (isNumber(right, 1)) return left;
  return isNumber(right, 0) ? number(1) : { kind: "binary", operator: "^", left, right };
}

const call = (
  name: "exp" | "log" | "sin" | "cos" | "tan" | "tanh" | "sinh" | "cosh" | "sqrt" | "sign",
  of: Node,
): Node => ({
  kind: "unary",
  name,
  of,
});

function varies(n: Node): boolean {
  switch (n.kind) {
    case "number":
    case "constant":
      return false;
    case "variable":
    case "choice":
      return true;
    case "negate":
    case "unary":
      return varies(n.of);
    case "binary":
      return varies(n.left) || varies(n.right);
    case "extreme":
      return n.of.some(varies);
  }
  return n;
}

const ONE = number(1);
const TWO = number(2);
const TWO_OVER_ROOT_PI = divide(TWO, call("sqrt", { kind: "constant", name: "pi" }));

/** F'(u) for a function F of one argument. */
function slope(n: Node & { kind: "unary" }): Node {
  const u = n.of;
  const square = power(u, TWO);
  switch (n.name) {
    case "exp":
    case "expm1":
      return call("exp", u);
    case "log":
      return divide(ONE, u);
    case "log1p":
      return divide(ONE, add(ONE, u));
    case "sqrt":
      return divide(ONE, multiply(TWO, n));
    case "sin":
      return call("cos", u);
    case "cos":
      return negate(call("sin", u));
    case "tan":
      return add(ONE, power(n, TWO));
    case "tanh":
      return subtract(ONE, power(n, TWO));
    case "sinh":
      return call("cosh", u);
    case "cosh":
      return call("sinh", u);
    case "asinh":
      return divide(ONE, call("sqrt", add(ONE, square)));
    case "atan":
      return divide(ONE, add(ONE, square));
    case "erf":
      return multiply(TWO_OVER_ROOT_PI, call("exp", negate(square)));
    case "erfc":
      return negate(multiply(TWO_OVER_ROOT_PI, call("exp", negate(square))));
    case "abs":
      return call("sign", u);
    case "sign":
      return number(0);
  }
  return n.name;
}

function derivativeOfPower(n: Node & { kind: "binary" }): Node {
  const { left, right } = n;
  if (varies(right)) {
    const growth = left.kind === "constant" && left.name === "e" ? ONE : call("log", left);
    return multiply(multiply(growth, n), differentiate(right));
  }
  const exponent = literalOf(right);
  const lower = exponent === undefined ? subtract(right, ONE) : number(exponent - 1);
  return multiply(multiply(right, power(left, lower)), differentiate(left));
}

/**
 * The derivative as an expression, valid wherever |u|, sign, max, min and conditions do not change sides; simplified only
 * where a factor is 0 or 1. For reading: evaluation uses jets.
 */
export function differentiate(n: Node): Node {
  switch (n.kind) {
    case "number":
    case "constant":
      return number(0);
    case "variable":
      return ONE;
    case "negate":
      return negate(differentiate(n.of));
    case "unary":
      return multiply(slope(n), differentiate(n.of));
    case "extreme": {
      const [first, ...rest] = n.of;
      if (rest.length === 0) return differentiate(first);
      const others: Node = rest.length === 1 ? rest[0] : { ...n, of: rest };
      const condition: Condition = {
        kind: "compare",
        operator: n.name === "max" ? ">=" : "<=",
        left: first,
        right: others,
      };
      return { kind: "choice", condition, yes: differentiate(first), no: differentiate(others) };
    }
    case "choice":
      return { ...n, yes: differentiate(n.yes), no: differentiate(n.no) };
    case "binary": {
      const { left, right } = n;
      if (n.operator === "^") return derivativeOfPower(n);
      const [first, second] = [differentiate(left), differentiate(right)];
      if (n.operator === "+") return add(first, second);
      if (n.operator === "-") return subtract(first, second);
      if (n.operator === "*") return add(multiply(first, right), multiply(left, second));
      if (!varies(right)) return divide(first, right);
      return divide(subtract(multiply(first, right), multiply(left, second)), power(right, TWO));
    }
  }
  return n;
}
