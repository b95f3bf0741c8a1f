import type { Node } from "./node.js";
import { polynomialOf } from "./normal-form.js";
import { plus, type Rational, rational } from "./rational.js";

const asDouble = ({ top, bottom }: Rational) => Number(top) / Number(bottom);

/**
 * The slopes on either side of 0 of an expression whose normal form is a·t + b·|t|, rounded to doubles; null for others.
 */
export function linearSlopes(expression: Node): { readonly left: number; readonly right: number } | null {
  const form = polynomialOf(expression);
  if (!form) return null;
  const terms = [...form.values()];
  const factorOf = (name: string) =>
    terms.find(({ powers }) => powers.size === 1 && powers.get(name) === 1)?.factor ?? rational(0n);
  if (!terms.every(({ powers }) => powers.size === 1 && (powers.get("t") === 1 || powers.get("|t|") === 1)))
    return null;
  const [a, b] = [factorOf("t"), factorOf("|t|")];
  const [left, right] = [asDouble(plus(a, rational(-b.top, b.bottom))), asDouble(plus(a, b))];
  return Number.isFinite(left) && Number.isFinite(right) ? { left, right } : null;
}
