import type { Activation } from "../../activations/activation.js";

/** What ψ' can be at u + t for |t| ≤ reach: between `least` and `most`. */
export interface SlopeRange {
  readonly least: number;
  readonly most: number;
}

/**
 * Bounds on ψ'(u + t) over |t| ≤ reach: ψ'(u) ± L·reach and ± sup|ψ'|, and, from m points on each side, their extremes
 * ± L·reach/(2m) for what lies between them. ψ' is right to 8 ulp, and u + t to one.
 *
 * @param m points on each side; 0 for none.
 */
export function reachableSlopes(
  { derivative, smoothness, lipschitz }: Activation,
  u: number,
  reach: number,
  m: number,
): SlopeRange {
  const slope = derivative(u);
  const lost = 2 ** -48 * Math.min(lipschitz, Math.abs(slope) + smoothness * reach);
  let least = Math.max(-lipschitz, slope - smoothness * reach - lost);
  let most = Math.min(lipschitz, slope + smoothness * reach + lost);
  const between = (smoothness * reach) / (2 * m);
  // Points that are farther apart than what is known without them say nothing.
  if (!(m > 0 && 2 * between < most - least)) return { least, most };
  let [low, high] = [slope, slope];
  for (let j = 1; j <= m; j++)
    for (const t of [(reach * j) / m, (-reach * j) / m]) {
      const there = derivative(u + t);
      low = Math.min(low, there);
      high = Math.max(high, there);
    }
  const room = between + lost + smoothness * 2 ** -51 * (Math.abs(u) + reach);
  least = Math.max(least, low - room);
  most = Math.min(most, high + room);
  return { least, most };
}
