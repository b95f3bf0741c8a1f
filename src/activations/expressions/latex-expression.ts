import { type ExpressionAlgebra, foldExpression } from "./fold-expression.js";
import type { Comparison, Node, UnaryName } from "./node.js";

const NAMES: Readonly<Record<UnaryName, string>> = {
  exp: String.raw`\exp`,
  log: String.raw`\log`,
  log1p: String.raw`\operatorname{log1p}`,
  expm1: String.raw`\operatorname{expm1}`,
  sqrt: "",
  sin: String.raw`\sin`,
  cos: String.raw`\cos`,
  tan: String.raw`\tan`,
  tanh: String.raw`\tanh`,
  sinh: String.raw`\sinh`,
  cosh: String.raw`\cosh`,
  asinh: String.raw`\operatorname{arsinh}`,
  atan: String.raw`\arctan`,
  erf: String.raw`\operatorname{erf}`,
  erfc: String.raw`\operatorname{erfc}`,
  abs: "",
  sign: String.raw`\operatorname{sign}`,
};
const COMPARISONS: Readonly<Record<Comparison, string>> = {
  "<": "<",
  "<=": String.raw`\le`,
  ">": ">",
  ">=": String.raw`\ge`,
};
const CONSTANTS = { pi: String.raw`\pi`, tau: String.raw`\tau`, e: "e" } as const;

/** How tightly a part binds: conditions joined 0, sums 1, products 2, signs 3, powers 4, everything else 5. */
interface Printed {
  readonly text: string;
  readonly binds: number;
  /** Whether it may stand under an exponent as it is, and whether it is a negative. */
  readonly base?: boolean;
  readonly minus?: boolean;
}

const inBrackets = (text: string) => String.raw`\left(${text}\right)`;
const placed = ({ text, binds }: Printed, place: number) => (binds < place ? inBrackets(text) : text);
const whole = (text: string): Printed => ({ text, binds: 5 });

function numberText(value: number): Printed {
  const [mantissa, exponent] = String(value).split("e");
  if (exponent === undefined) return { text: mantissa, binds: 5, base: true };
  return { text: String.raw`${mantissa} \cdot 10^{${Number(exponent)}}`, binds: 2 };
}

const PRINTER: ExpressionAlgebra<Printed, Printed> = {
  number: numberText,
  constant: (name) => ({ text: CONSTANTS[name], binds: 5, base: true }),
  variable: () => ({ text: "t", binds: 5, base: true }),
  negate: (u) => ({ text: `-${placed(u, 2)}`, binds: 1, minus: true }),
  binary: (operator, u, v) => {
    switch (operator) {
      case "+":
        return { text: `${placed(u, 1)} + ${placed(v, v.minus ? 2 : 1)}`, binds: 1 };
      case "-":
        return { text: `${placed(u, 1)} - ${placed(v, 2)}`, binds: 1 };
      case "*":
        return { text: String.raw`${placed(u, 2)} \cdot ${placed(v, 3)}`, binds: 2 };
      case "/":
        return whole(String.raw`\frac{${u.text}}{${v.text}}`);
      case "^":
        return { text: `${u.base ? u.text : inBrackets(u.text)}^{${v.text}}`, binds: 4 };
    }
    return operator;
  },
  unary: (name, { text }) => {
    if (name === "sqrt") return whole(String.raw`\sqrt{${text}}`);
    if (name === "abs") return whole(String.raw`\left\lvert ${text} \right\rvert`);
    return whole(name === "exp" ? `e^{${text}}` : NAMES[name] + inBrackets(text));
  },
  extreme: (name, of) => whole(`\\${name}${inBrackets(of.map(({ text }) => text).join(", "))}`),
  choice: (condition, yes, no) =>
    whole(
      String.raw`\begin{cases} ${yes().text} & \text{if } ${condition.text} \\ ${no().text} & \text{otherwise} \end{cases}`,
    ),
  compare: (operator, u, v) => whole(`${u.text} ${COMPARISONS[operator]} ${v.text}`),
  join: (kind, a, b) => ({ text: String.raw`${placed(a, 5)} \text{ ${kind} } ${placed(b, 5)}`, binds: 0 }),
  not: (a) => ({ text: String.raw`\neg${inBrackets(a.text)}`, binds: 0 }),
};

/** The expression in LaTeX, with the variable t. */
export const latexExpression = (expression: Node): string => foldExpression(expression, PRINTER).text;
