import type { Given } from "lemmacheck";

/** The least whole c with √(B/k)(1 + √((B log k + log(4/γ))/d)) ≤ c/log d wherever Proposition 5 applies. */
export const SMALL_WIDTH_CONSTANT = 415;

/** √(B/k)(1 + √((B log k + log(4/γ))/d)) with B = 300k/log³ d, or k where that is more. */
export function smallWidthChain({ d, k, gamma }: Given<"d" | "k" | "gamma">, power = 3): number {
  const share = Math.min(1, 300 / Math.log(d) ** power);
  return Math.sqrt(share) * (1 + Math.sqrt((share * k * Math.log(k) + Math.log(4) - Math.log(gamma)) / d));
}
