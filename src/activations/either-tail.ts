import gammaln from "@stdlib/math-base-special-gammaln";
import { logChiSquareTails } from "../numbers/chi-square-tail.js";
import { logAddExp } from "../numbers/log-space.js";
import { logNormalUpperTail } from "../numbers/normal-tail.js";
import type { LogEnclosure } from "../numbers/sums/log-enclosure.js";
import type { Activation } from "./activation.js";
import { slopesOf } from "./slopes.js";

/** Counts are gone through one by one up to this width. */
const MOST = 1024;
/** Relative errors of closed forms, with room. */
const CLOSED_FORM = 1e-10;

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
      const logWeight = gammaln(k + 1) - gammaln(n + 1) - gammaln(k - n + 1) - k * Math.LN2;
      const v = (n * slopes.steep ** 2 + (k - n) * slopes.flat ** 2) / k;
      const large = v === 0 ? -Infinity : Math.LN2 + logNormalUpperTail(t / Math.sqrt(v));
      const small = v === 0 ? 0 : logChiSquareTails(d, (d * (b * b - v)) / v).logLower;
      least = logAddExp(least, logWeight + Math.max(large, small));
      most = logAddExp(most, logWeight + Math.min(0, logAddExp(large, small)));
    }
    const room = (log: number) => (log === -Infinity ? 0 : CLOSED_FORM * (1 + Math.abs(log)));
    return { logLower: Math.min(0, least - room(least)), logUpper: Math.min(0, most + room(most)) };
  };
}
