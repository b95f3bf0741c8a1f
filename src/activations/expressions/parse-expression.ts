import type { MathNode } from "mathjs";
import { checkText } from "./check-text.js";
import { expressionError } from "./expression-error.js";
import { loadParser } from "./load-parser.js";
import {
  type BinaryOperator,
  CONSTANTS,
  type Comparison,
  type Condition,
  type ConstantName,
  type Node,
  UNARY,
  type UnaryName,
} from "./node.js";

const BINARY: Readonly<Record<string, BinaryOperator>> = {
  add: "+",
  subtract: "-",
  multiply: "*",
  divide: "/",
  pow: "^",
};
const COMPARE: Readonly<Record<string, Comparison>> = {
  smaller: "<",
  smallerEq: "<=",
  larger: ">",
  largerEq: ">=",
};

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
const isUnary = (name: string): name is UnaryName => UNARY.some((known) => known === name);
const isConstant = (name: string): name is ConstantName => Object.hasOwn(CONSTANTS, name);
const isFunction = (name: string) => isUnary(name) || ["max", "min", "pow"].includes(name);

/** What a node of the parser's tree is known to hold, whichever type it is of. */
interface Loose {
  readonly type: string;
  readonly fn?: unknown;
  readonly name?: unknown;
  readonly value?: unknown;
  readonly args?: readonly MathNode[];
  readonly content?: MathNode;
  readonly condition?: MathNode;
  readonly trueExpr?: MathNode;
  readonly falseExpr?: MathNode;
  readonly conditionals?: readonly string[];
  readonly params?: readonly MathNode[];
  readonly isPercentage?: boolean;
}

const isLoose = (x: unknown): x is Loose =>
  typeof x === "object" && x !== null && "type" in x && typeof x.type === "string";

/** Turns the parser's tree into ours, admitting nothing that is not named here, and notes the variables. */
function translator(text: string, variables: Set<string>) {
  const fail = (problem: string) => expressionError(text, problem);

  function call(name: string, args: readonly MathNode[]): Node {
    const of = args.map(node);
    if (name === "max" || name === "min") {
      if (of.length < 2) throw fail(`${name} takes two or more arguments`);
      return { kind: "extreme", name, of };
    }
    if (name === "pow" && of.length === 2) return { kind: "binary", operator: "^", left: of[0], right: of[1] };
    if (!isUnary(name)) throw fail(name === "pow" ? "pow takes two arguments" : `it may not use ${name}`);
    if (of.length !== 1) throw fail(`${name} takes one argument`);
    return { kind: "unary", name, of: of[0] };
  }

  function symbol(name: string): Node {
    if (isFunction(name)) throw fail(`${name} needs its arguments in brackets`);
    if (isConstant(name)) return { kind: "constant", name };
    variables.add(name);
    return { kind: "variable" };
  }

  function node(tree: MathNode): Node {
    const loose: Loose = tree;
    const { args = [], fn } = loose;
    switch (loose.type) {
      case "ParenthesisNode":
        return node(loose.content!);
      case "ConstantNode":
        if (typeof loose.value !== "number" || !Number.isFinite(loose.value))
          throw fail(
            `${typeof loose.value === "number" ? loose.value : JSON.stringify(loose.value ?? null)} is no finite number`,
          );
        return { kind: "number", value: loose.value };
      case "SymbolNode":
        return symbol(String(loose.name));
      case "FunctionNode": {
        // The function's name, not the toString of whatever was called.
        if (!isLoose(fn) || fn.type !== "SymbolNode") throw fail("it may call functions by their names only");
        return call(String(fn.name), args);
      }
      case "ConditionalNode":
        return {
          kind: "choice",
          condition: condition(loose.condition!),
          yes: node(loose.trueExpr!),
          no: node(loose.falseExpr!),
        };
      case "OperatorNode": {
        if (fn === "unaryMinus") return { kind: "negate", of: node(args[0]) };
        if (fn === "unaryPlus") return node(args[0]);
        const operator = own(BINARY, String(fn));
        if (operator && args.length === 2 && loose.isPercentage !== true)
          return { kind: "binary", operator, left: node(args[0]), right: node(args[1]) };
        throw fail(`it may not use the operator ${String(fn)} here`);
      }
      default:
        throw fail(`it may not use a ${loose.type.replace(/Node$/, "").toLowerCase()} here`);
    }
  }

  function compare(name: string, left: MathNode, right: MathNode): Condition {
    const operator = own(COMPARE, name);
    if (!operator) throw fail("a condition must compare by <, <=, > or >=, joined by and, or, not");
    return { kind: "compare", operator, left: node(left), right: node(right) };
  }

  function condition(tree: MathNode): Condition {
    const loose: Loose = tree;
    const { args = [], fn, conditionals, params = [] } = loose;
    if (loose.type === "ParenthesisNode") return condition(loose.content!);
    if (loose.type === "RelationalNode" && conditionals)
      return conditionals
        .map((name, i) => compare(name, params[i], params[i + 1]))
        .reduce((left, right): Condition => ({ kind: "and", left, right }));
    if (loose.type === "OperatorNode" && fn === "not") return { kind: "not", of: condition(args[0]) };
    if (loose.type === "OperatorNode" && (fn === "and" || fn === "or"))
      return { kind: fn, left: condition(args[0]), right: condition(args[1]) };
    return compare(loose.type === "OperatorNode" ? String(fn) : "", args[0], args[1]);
  }

  return node;
}

/**
 * Reads an expression in one variable of any name, as mathjs reads it: + − * / ^ with a constant exponent or a constant
 * base, the functions of node.ts, pi, tau, e, and `condition ? a : b` with comparisons. Nothing is ever evaluated.
 *
 * @throws RangeError naming psi, what it was (60 characters of it) and what it must be.
 */
export function parseExpression(text: string): Node {
  const spaced = checkText(text);
  let tree: MathNode;
  try {
    tree = loadParser()(spaced);
  } catch (error) {
    throw expressionError(text, error instanceof SyntaxError ? error.message : "it is nested too deeply");
  }
  const variables = new Set<string>();
  const node = translator(text, variables)(tree);
  const [first, second] = [...variables];
  if (first === undefined) throw expressionError(text, "it has no variable");
  if (second !== undefined) throw expressionError(text, `it has more than one variable: ${first} and ${second}`);
  if (node.kind === "variable" && first.length > 1) throw expressionError(text, `${first} is no known activation`);
  return node;
}
