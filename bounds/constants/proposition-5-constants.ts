import type { Hypothesis } from "lemmacheck";
import { pow } from "lemmacheck";
import { d, k } from "lemmacheck/networks";
import type { Given } from "../parameters.js";

/** The least whole c with √(B/k)(1 + √((B log k + log(4/γ))/d)) ≤ c/log d wherever Proposition 5 applies, B at most k. */
export const SMALL_WIDTH_CONSTANT = 415;

/** The same for B as printed, which is more than all k neurons as long as log³ d < 300. */
export const PRINTED_SMALL_WIDTH_CONSTANT = 446;

/** √(B/k)(1 + √((B log k + log(4/γ))/d)) with B = 300k/log³ d, and no more than `most` times k. */
export function smallWidthChain({ d, k, gamma }: Given<"d" | "k" | "gamma">, power = 3, most = Infinity): number {
  const share = Math.min(most, 300 / pow(Math.log(d), power));
  return Math.sqrt(share) * (1 + Math.sqrt((share * k * Math.log(k) + Math.log(4) - Math.log(gamma)) / d));
}

/** What Proposition 5 assumes. */
export const smallWidthHypotheses: readonly Hypothesis<Given<"d" | "k" | "gamma">>[] = [
  {
    latex: String.raw`k \ge 20 \log^3 d \cdot \log(1/\gamma)`,
    parameter: k,
    least: ({ d, gamma }) => -20 * pow(Math.log(d), 3) * Math.log(gamma),
  },
  {
    latex: String.raw`d \ge 20 \log^3 d \cdot \log(1/\gamma)`,
    parameter: d,
    least: ({ d, gamma }) => -20 * pow(Math.log(d), 3) * Math.log(gamma),
  },
  {
    latex: String.raw`k \le d \log^3 d`,
    holds: ({ d, k }) => k <= d * pow(Math.log(d), 3),
    because: ({ d, k }) => `k is ${k}, d log³ d is ${d * pow(Math.log(d), 3)}`,
  },
];

/** √k/log⁶ d, the radius of Proposition 5's ball; another power for mutants. */
export function smallWidthRadius({ d, k }: Given<"d" | "k">, power = 6): number {
  return Math.sqrt(k) / pow(Math.log(d), power);
}
