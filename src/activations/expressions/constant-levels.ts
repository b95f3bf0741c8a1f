import type { Node } from "./node.js";
import { polynomialOf } from "./normal-form.js";
import { plus, type Rational, rational } from "./rational.js";

const asDouble = ({ top, bottom }: Rational) => Number(top) / Number(bottom);

/**
 * The values on either side of 0 of an expression whose normal form is a + b·sign(t), rounded to doubles; null for others.
 */
export function constantLevels(expression: Node): { readonly left: number; readonly right: number } | null {
  const form = polynomialOf(expression);
  if (!form) return null;
  const terms = [...form.values()];
  if (!terms.every(({ powers }) => powers.size === 0 || (powers.size === 1 && powers.get("sign t") === 1))) return null;
  const factorOf = (size: number) => terms.find(({ powers }) => powers.size === size)?.factor ?? rational(0n);
  const [a, b] = [factorOf(0), factorOf(1)];
  const [left, right] = [asDouble(plus(a, rational(-b.top, b.bottom))), asDouble(plus(a, b))];
  return Number.isFinite(left) && Number.isFinite(right) ? { left, right } : null;
}
