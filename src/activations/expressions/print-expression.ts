import type { Condition, Node } from "./node.js";

/** How tightly an operator binds: a part that binds less than its place asks for is put in brackets. */
const BINDS = {
  choice: 0,
  or: 1,
  and: 2,
  compare: 3,
  "+": 4,
  "-": 4,
  "*": 5,
  "/": 5,
  negate: 6,
  "^": 7,
  atom: 8,
} as const;

interface Printed {
  readonly text: string;
  readonly binds: number;
}

const at = ({ text, binds }: Printed, place: number) => (binds < place ? `(${text})` : text);

function condition(c: Condition): Printed {
  switch (c.kind) {
    case "compare":
      return { text: `${at(node(c.left), 4)} ${c.operator} ${at(node(c.right), 4)}`, binds: BINDS.compare };
    case "not":
      return { text: `not (${condition(c.of).text})`, binds: BINDS.negate };
    case "and":
    case "or": {
      const binds = BINDS[c.kind];
      return { text: `${at(condition(c.left), binds)} ${c.kind} ${at(condition(c.right), binds + 1)}`, binds };
    }
  }
  return c;
}

function node(n: Node): Printed {
  switch (n.kind) {
    case "number":
      return { text: String(n.value), binds: BINDS.atom };
    case "constant":
      return { text: n.name, binds: BINDS.atom };
    case "variable":
      return { text: "t", binds: BINDS.atom };
    case "negate":
      return { text: `-${at(node(n.of), BINDS.negate)}`, binds: BINDS.negate };
    case "binary": {
      const binds = BINDS[n.operator];
      // a^b^c is a^(b^c); the others group from the left.
      const [left, right] = n.operator === "^" ? [binds + 1, BINDS.negate] : [binds, binds + 1];
      return { text: `${at(node(n.left), left)}${n.operator}${at(node(n.right), right)}`, binds };
    }
    case "unary":
      return { text: `${n.name}(${node(n.of).text})`, binds: BINDS.atom };
    case "extreme":
      return { text: `${n.name}(${n.of.map((part) => node(part).text).join(", ")})`, binds: BINDS.atom };
    case "choice":
      return {
        text: `${at(condition(n.condition), 1)} ? ${at(node(n.yes), 1)} : ${at(node(n.no), 0)}`,
        binds: BINDS.choice,
      };
  }
  return n;
}

/** The expression in the variable t with no more brackets than needed; parseExpression reads it back to the same tree. */
export function printExpression(expression: Node): string {
  return node(expression).text;
}
