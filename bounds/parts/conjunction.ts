import type { LogProbability } from "lemmacheck";
import type { Given, Name } from "../parameters.js";

/** One inequality of a statement that joins several. */
export interface Part<P extends Name, D> {
  readonly relation: "<=" | ">=";
  observed(draw: D, given: Given<P>): number;
  bound(given: Given<P>): number | null;
  trivial(given: Given<P>): number;
  /** log of the probability that a given bound is broken; null where it is not computed. */
  exact?(given: Given<P>, bound: number): LogProbability | null;
}

/** How much of the bound a left side uses up: at most 1 exactly when the inequality holds. */
function used(relation: "<=" | ">=", observed: number, bound: number): number {
  if (relation === "<=") return observed / bound;
  // A lower bound that is not positive holds for a norm whatever it is.
  return bound <= 0 ? 0 : bound / observed;
}

const VERY_LARGE = Number.MAX_VALUE;

/** log P(some part breaks its right side), the sides in the order of the parts; null where it is not computed. */
type Joint<P extends Name> = (given: Given<P>, ...sides: readonly [number, number]) => LogProbability | null;

/** log P(some part uses up more than `share` of its bound): at least that of each, at most the sum; or what is known of both. */
function anyBroken<P extends Name, D>(
  parts: readonly Part<P, D>[],
  given: Given<P>,
  share: number,
  joint?: Joint<P>,
): LogProbability | null {
  const sides = parts.map(({ relation, bound }) => {
    const right = bound(given) ?? 0;
    return relation === "<=" ? share * right : right / share;
  });
  const together = joint?.(given, sides[0], sides[1]) ?? null;
  if (together) return together;
  const each = parts.map(({ exact }, i) => exact?.(given, sides[i]) ?? null);
  const known = each.filter((probability) => probability !== null);
  if (known.length < each.length) return null;
  const most = Math.max(...known.map(({ logUpper }) => logUpper));
  const sum = known.reduce((total, { logUpper }) => total + Math.exp(logUpper - most), 0);
  return {
    get logLower() {
      return Math.max(...known.map(({ logLower }) => logLower));
    },
    logUpper: most === -Infinity ? most : Math.min(0, most + Math.log(sum)),
  };
}

/**
 * Several inequalities that hold together with probability at least 1 − γ, as one: the largest share of its bound that
 * any left side uses up is at most 1. Undefined when one right side is, and vacuous when one part is: a conjunction
 * shows no more than its parts do.
 *
 * @param joint what is known of two parts together.
 */
export function conjunction<P extends Name, D>(parts: readonly Part<P, D>[], joint?: Joint<P>) {
  return {
    relation: "<=" as const,
    observed: (draw: D, given: Given<P>): number =>
      Math.max(
        ...parts.map((part) =>
          Math.min(VERY_LARGE, used(part.relation, part.observed(draw, given), part.bound(given) ?? 0)),
        ),
      ),
    bound: (given: Given<P>): number | null => (parts.every((part) => part.bound(given) !== null) ? 1 : null),
    trivial: (given: Given<P>): number =>
      parts.some((part) => {
        const bound = part.bound(given) ?? 0;
        return part.relation === "<=" ? bound >= part.trivial(given) : bound <= part.trivial(given);
      })
        ? 0
        : VERY_LARGE,
    exact: (given: Given<P>, share: number): LogProbability | null => anyBroken(parts, given, share, joint),
  };
}
