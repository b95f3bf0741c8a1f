import { foldExpression } from "./fold-expression.js";
import { fractionAlgebra } from "./fraction-algebra.js";
import type { Node } from "./node.js";

/** Whether both are one fraction for all t of this sign; null where no rule tells what one of them is. */
function equalOn(side: 1 | -1 | 0, f: Node, g: Node): boolean | null {
  const { algebra, equal } = fractionAlgebra(side);
  try {
    return equal(foldExpression(f, algebra), foldExpression(g, algebra));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether an expression may jump where its parts do not. */
function mayJump(n: Node): boolean {
  return foldExpression<boolean, boolean>(n, {
    number: () => false,
    constant: () => false,
    variable: () => false,
    negate: (u) => u,
    binary: (_, u, v) => u || v,
    unary: (name, u) => u || name === "sign",
    extreme: (_, of) => of.some(Boolean),
    choice: () => true,
    compare: () => false,
    join: () => false,
    not: () => false,
  });
}

/**
 * Whether two expressions, each defined on all of ℝ, are proved to be the same function: their difference comes to 0 as
 * a fraction for t > 0 and for t < 0; and at t = 0 too, unless both are continuous. False says that no proof was found.
 *
 * A fraction with a top of 0 is 0 wherever its bottom is not: off isolated points, as bottoms are products of what is
 * divided by, and there by continuity.
 */
export function provedEqual(f: Node, g: Node): boolean {
  if (!equalOn(1, f, g) || !equalOn(-1, f, g)) return false;
  return (!mayJump(f) && !mayJump(g)) || equalOn(0, f, g) === true;
}
