import type { Activation } from "./activation.js";
import { constantLevels } from "./expressions/constant-levels.js";
import { parseExpression } from "./expressions/parse-expression.js";
import { sign } from "./sign.js";

/** ψ(t) = right for t > 0 and left for t < 0. */
export interface ConstantSides {
  readonly left: number;
  readonly right: number;
}

function sidesOf(psi: Activation): ConstantSides | null {
  if ((psi.same ?? psi) === sign) return { left: -1, right: 1 };
  if (psi.expression === null || psi.kinks.some((t) => t !== 0)) return null;
  const sides = constantLevels(parseExpression(psi.expression));
  // Functions that somebody gave an expression for need not be that expression.
  const is = (t: number, level: number) => psi.derivative(t) === 0 && psi.value(t) === level;
  return sides && is(1, sides.right) && is(-1, sides.left) ? sides : null;
}

const kept = new WeakMap<Activation, ConstantSides | null>();

/** The values of ψ where it is proved to be constant on either side of 0, as the sign is; null for others. */
export function constantSides(psi: Activation): ConstantSides | null {
  let sides = kept.get(psi);
  if (sides === undefined) {
    sides = sidesOf(psi);
    kept.set(psi, sides);
  }
  return sides;
}
