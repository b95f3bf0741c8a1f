import { binomialMass } from "../numbers/binomial-mass.js";
import { logAddExp } from "../numbers/log-space.js";
import type { LogEnclosure } from "../numbers/sums/log-enclosure.js";
import type { Activation } from "./activation.js";
import { shortNormal } from "./gradient-tail.js";
import { shareOf, slopesOf } from "./slopes.js";
import { longNormal } from "./value-tail.js";

/** Counts are gone through one by one up to this width. */
const MOST = 1024;
/** Two roundings of each sum, of logarithms that are at most 800 in what counts. */
const OF_SUMS = 2 * MOST * 800 * 2 ** -53;

/**
 * (t, b) ↦ log P(|f(x)| > t or ‖∇f(x)‖ < b) for a network of one hidden layer, ‖x‖ = √d, b > 0, where ψ is linear on both sides
 * of 0: given the number n of neurons on the steeper side, it is at least the larger of both probabilities and at most their
 * sum, which for most n are one and the same. Null for other ψ, and for k > 1024.
 */
export function eitherTail(psi: Activation, d: number, k: number): ((t: number, b: number) => LogEnclosure) | null {
  const slopes = slopesOf(psi);
  if (!slopes || k > MOST) return null;
  return (t, b) => {
    let [least, most] = [-Infinity, -Infinity];
    for (let n = 0; n <= k; n++) {
      const mass = binomialMass(n, k, 0.5);
      const v = shareOf(slopes.flat / slopes.steep, n, k);
      const [large, small] = [longNormal(t / slopes.steep, v), shortNormal(d, b / slopes.steep, v)];
      least = logAddExp(least, mass.logLower + Math.max(large.logLower, small.logLower));
      most = logAddExp(most, mass.logUpper + Math.min(0, logAddExp(large.logUpper, small.logUpper)));
    }
    return { logLower: Math.min(0, least - OF_SUMS), logUpper: Math.min(0, most + OF_SUMS) };
  };
}
