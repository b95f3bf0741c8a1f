import { type ExpressionAlgebra, foldExpression } from "./fold-expression.js";
import type { Node } from "./node.js";

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

const atom = (text: string): Printed => ({ text, binds: BINDS.atom });

const PRINTER: ExpressionAlgebra<Printed, Printed> = {
  number: (value) => atom(String(value)),
  constant: atom,
  variable: () => atom("t"),
  negate: (u) => ({ text: `-${at(u, BINDS.negate)}`, binds: BINDS.negate }),
  binary: (operator, u, v) => {
    const binds = BINDS[operator];
    // a^b^c is a^(b^c); the others group from the left.
    const [left, right] = operator === "^" ? [binds + 1, BINDS.negate] : [binds, binds + 1];
    return { text: `${at(u, left)}${operator}${at(v, right)}`, binds };
  },
  unary: (name, u) => atom(`${name}(${u.text})`),
  extreme: (name, of) => atom(`${name}(${of.map(({ text }) => text).join(", ")})`),
  choice: (condition, yes, no) => ({
    text: `${at(condition, 1)} ? ${at(yes(), 1)} : ${at(no(), 0)}`,
    binds: BINDS.choice,
  }),
  compare: (operator, u, v) => ({ text: `${at(u, 4)} ${operator} ${at(v, 4)}`, binds: BINDS.compare }),
  join: (kind, a, b) => ({
    text: `${at(a, BINDS[kind])} ${kind} ${at(b, BINDS[kind] + 1)}`,
    binds: BINDS[kind],
  }),
  not: (a) => ({ text: `not (${a.text})`, binds: BINDS.negate }),
};

/** The expression in the variable t with no more brackets than needed; parseExpression reads it back to the same tree. */
export function printExpression(expression: Node): string {
  return foldExpression(expression, PRINTER).text;
}
