import type { ActivationDefinition } from "./activation-definition.js";
import { affineSides, type Line, type Sides } from "./expressions/affine-sides.js";
import { parseExpression } from "./expressions/parse-expression.js";

const SIZES = [0.5, 1, 3.7];
const near = (x: number, y: number, size: number) => Math.abs(x - y) <= 2 ** -40 * size;

/** Whether values on one side are those of a line. */
const follows = (value: (t: number) => number, sign: 1 | -1, { value: at0, slope }: Line) =>
  SIZES.every((size) => near(value(sign * size), at0 + slope * sign * size, Math.abs(at0) + Math.abs(slope) * size));

/** The line through two values on one side: others are not worth an attempt at a proof. */
function lineThrough(value: (t: number) => number, sign: 1 | -1): Line {
  const [near0, far] = [value(sign), value(2 * sign)];
  const slope = (far - near0) * sign;
  return { value: near0 - slope * sign, slope };
}

/** Whether ψ is what is said of its sides, as far as a few values tell. */
export const hasSides = (value: (t: number) => number, { left, right }: Sides) =>
  follows(value, -1, left) && follows(value, 1, right);

/** The lines that ψ is on either side of 0: as stated, or as its expression proves where its values do not tell otherwise. */
export function sidesOf({ sides, expression, kinks = [], value }: ActivationDefinition): Sides | null {
  if (sides) return sides;
  if (expression === undefined || kinks.some((t) => t !== 0)) return null;
  if (!hasSides(value, { left: lineThrough(value, -1), right: lineThrough(value, 1) })) return null;
  const proved = affineSides(parseExpression(expression));
  // Functions that somebody gave an expression for need not be that expression.
  return proved && hasSides(value, proved) ? proved : null;
}
