import type { Node } from "./node.js";
import { is0, type PiecewiseAffine, piecewiseAffine } from "./piecewise-affine.js";
import { exactly, minus, plus, type Rational, toDouble } from "./rational.js";

const T: Node = { kind: "variable" };

/** A number that is a double; null for others. */
function numberNode(a: Rational): Node | null {
  const value = toDouble(a);
  if (!Number.isFinite(value)) return null;
  const { top, bottom } = exactly(value);
  if (top !== a.top || bottom !== a.bottom) return null;
  return value < 0
    ? { kind: "negate", of: { kind: "number", value: -value } }
    : { kind: "number", value: Math.abs(value) };
}

const binary = (operator: "+" | "-" | "*", left: Node | null, right: Node | null): Node | null =>
  left && right && { kind: "binary", operator, left, right };

function lineNode({ lines }: PiecewiseAffine, i: number): Node | null {
  const { value, slope } = lines[i];
  if (is0(slope)) return numberNode(value);
  const multiple = binary("*", numberNode(slope), T);
  return is0(value) ? multiple : binary("+", multiple, numberNode(value));
}

/** The function by its pieces: the larger or the smaller of two, or the first and what slopes change by; null if a number is no double. */
function nodeOf(f: PiecewiseAffine): Node | null {
  const { breaks, lines } = f;
  const steeper = breaks.map((_, i) => plus(lines[i + 1].slope, minus(lines[i].slope)));
  if (breaks.length === 1) {
    const [left, right] = [lineNode(f, 0), lineNode(f, 1)];
    return left && right && { kind: "extreme", name: steeper[0].top > 0n ? "max" : "min", of: [left, right] };
  }
  return breaks.reduce<Node | null>(
    (sum, at, i) => {
      const beyond = binary("-", T, numberNode(at));
      const hinge: Node | null = beyond && { kind: "extreme", name: "max", of: [{ kind: "number", value: 0 }, beyond] };
      return binary("+", sum, binary("*", numberNode(steeper[i]), hinge));
    },
    lineNode(f, 0),
  );
}

const vanishes = (n: Node): boolean =>
  piecewiseAffine(n)?.lines.some(({ value, slope }) => is0(value) && is0(slope)) ?? false;
const difference = (left: Node, right: Node): Node => ({ kind: "binary", operator: "-", left, right });

/** Whether somewhere in it |0| is taken, or the larger of equals, all along an interval. */
function hasTies(n: Node): boolean {
  switch (n.kind) {
    case "negate":
      return hasTies(n.of);
    case "binary":
      return hasTies(n.left) || hasTies(n.right);
    case "unary":
      return (n.name === "abs" && vanishes(n.of)) || hasTies(n.of);
    case "extreme":
      return (
        n.of.some(hasTies) || n.of.some((v, i) => i > 0 && vanishes(difference({ ...n, of: n.of.slice(0, i) }, v)))
      );
    default:
      return false;
  }
}

/**
 * An equal expression in which |u|, max and min are of piecewise affine functions that are 0, or equal, at single points only:
 * |(|t| − t)| is max(−2t, 0). An enclosure of what cancels does not say that it is 0, nor where that ends.
 */
export function withoutTies(n: Node): Node {
  if (hasTies(n)) {
    const pieces = piecewiseAffine(n);
    const node = pieces && nodeOf(pieces);
    if (node) return node;
  }
  switch (n.kind) {
    case "negate":
    case "unary":
      return { ...n, of: withoutTies(n.of) };
    case "binary":
      return { ...n, left: withoutTies(n.left), right: withoutTies(n.right) };
    case "extreme":
      return { ...n, of: n.of.map(withoutTies) };
    case "choice":
      return { ...n, yes: withoutTies(n.yes), no: withoutTies(n.no) };
    default:
      return n;
  }
}
