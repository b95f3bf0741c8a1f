import { foldExpression } from "./fold-expression.js";
import { fractionAlgebra } from "./fraction-algebra.js";
import { asLine } from "./fraction-field.js";
import type { Node } from "./node.js";
import { toDouble } from "./rational.js";

/** value + slope·t */
export interface Line {
  readonly value: number;
  readonly slope: number;
}

/** ψ for t < 0 and for t > 0. */
export interface Sides {
  readonly left: Line;
  readonly right: Line;
}

function lineOn(side: 1 | -1, expression: Node): Line | null {
  const line = asLine(foldExpression(expression, fractionAlgebra(side).algebra));
  if (!line) return null;
  const [value, slope] = [toDouble(line.value), toDouble(line.slope)];
  return Number.isFinite(value) && Number.isFinite(slope) ? { value, slope } : null;
}

/** What an expression is on either side of 0 where both are proved to be lines, rounded to doubles; null for others. */
export function affineSides(expression: Node): Sides | null {
  try {
    const [left, right] = [lineOn(-1, expression), lineOn(1, expression)];
    return left && right && { left, right };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
