import type { Comparison, Condition, Node, UnaryName } from "./node.js";

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

const inBrackets = (text: string) => String.raw`\left(${text}\right)`;

/** How tightly a node binds: sums 1, products 2, signs 3, powers 4, everything else 5. */
function binds(n: Node): number {
  if (n.kind === "negate") return 1;
  if (n.kind === "number") return String(n.value).includes("e") ? 2 : 5;
  if (n.kind !== "binary") return 5;
  return { "+": 1, "-": 1, "*": 2, "/": 5, "^": 4 }[n.operator];
}

const placed = (n: Node, place: number) => (binds(n) < place ? inBrackets(latexExpression(n)) : latexExpression(n));

function numberText(value: number): string {
  const [mantissa, exponent] = String(value).split("e");
  return exponent === undefined ? mantissa : String.raw`${mantissa} \cdot 10^{${Number(exponent)}}`;
}

function condition(c: Condition): string {
  if (c.kind === "compare") return `${latexExpression(c.left)} ${COMPARISONS[c.operator]} ${latexExpression(c.right)}`;
  if (c.kind === "not") return String.raw`\neg${inBrackets(condition(c.of))}`;
  const side = (of: Condition) => (of.kind === "compare" ? condition(of) : inBrackets(condition(of)));
  return String.raw`${side(c.left)} \text{ ${c.kind} } ${side(c.right)}`;
}

/** The expression in LaTeX, with the variable t. */
export function latexExpression(n: Node): string {
  switch (n.kind) {
    case "number":
      return numberText(n.value);
    case "constant":
      return CONSTANTS[n.name];
    case "variable":
      return "t";
    case "negate":
      return `-${placed(n.of, 2)}`;
    case "unary":
      if (n.name === "sqrt") return String.raw`\sqrt{${latexExpression(n.of)}}`;
      if (n.name === "abs") return String.raw`\left\lvert ${latexExpression(n.of)} \right\rvert`;
      if (n.name === "exp") return `e^{${latexExpression(n.of)}}`;
      return NAMES[n.name] + inBrackets(latexExpression(n.of));
    case "extreme":
      return `\\${n.name}${inBrackets(n.of.map(latexExpression).join(", "))}`;
    case "choice":
      return String.raw`\begin{cases} ${latexExpression(n.yes)} & \text{if } ${condition(n.condition)} \\ ${latexExpression(n.no)} & \text{otherwise} \end{cases}`;
    case "binary": {
      const { left, right } = n;
      if (n.operator === "+")
        return `${placed(left, 1)} + ${right.kind === "negate" ? placed(right, 2) : placed(right, 1)}`;
      if (n.operator === "-") return `${placed(left, 1)} - ${placed(right, 2)}`;
      if (n.operator === "/") return String.raw`\frac{${latexExpression(left)}}{${latexExpression(right)}}`;
      if (n.operator === "^") {
        const base =
          left.kind === "variable" || left.kind === "constant" || (left.kind === "number" && binds(left) === 5);
        return `${base ? latexExpression(left) : inBrackets(latexExpression(left))}^{${latexExpression(right)}}`;
      }
      return String.raw`${placed(left, 2)} \cdot ${placed(right, 3)}`;
    }
  }
  return n;
}
