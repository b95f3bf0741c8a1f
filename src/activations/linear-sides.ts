import { abs } from "./abs.js";
import type { Activation } from "./activation.js";
import { linearSlopes } from "./expressions/linear-slopes.js";
import { parseExpression } from "./expressions/parse-expression.js";
import { identity } from "./identity.js";
import { leakyRelu } from "./leaky-relu.js";
import { relu } from "./relu.js";

/** ψ(t) = right·t for t > 0 and left·t for t < 0. */
export interface LinearSides {
  readonly left: number;
  readonly right: number;
}

const KNOWN: readonly Activation[] = [identity, abs, relu, leakyRelu];

function sidesOf(psi: Activation): LinearSides | null {
  const known = psi.same ?? psi;
  if (KNOWN.includes(known)) return { left: -known.value(-1), right: known.value(1) };
  if (psi.expression === null || psi.kinks.some((t) => t !== 0) || psi.value(0) !== 0) return null;
  const sides = linearSlopes(parseExpression(psi.expression));
  // Functions that somebody gave an expression for need not be that expression.
  const is = (t: number, slope: number) => Math.abs(psi.value(t) - slope * t) <= 2 ** -40 * Math.abs(slope * t);
  return sides && is(1, sides.right) && is(-1, sides.left) ? sides : null;
}

const kept = new WeakMap<Activation, LinearSides | null>();

/** The slopes of ψ where it is proved to be linear on either side of 0, as max(t, 0.2·t) is; null for others. */
export function linearSides(psi: Activation): LinearSides | null {
  let sides = kept.get(psi);
  if (sides === undefined) {
    sides = sidesOf(psi);
    kept.set(psi, sides);
  }
  return sides;
}
