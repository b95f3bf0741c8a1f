import { pow } from "lemmacheck";
import type { Given } from "../parameters.js";

type Setting = Given<"d" | "k" | "radius" | "gamma">;

/** 10d log(Rk) + log(c/γ) of (21), where c = 2. */
export const netLog = ({ d, k, radius, gamma }: Setting, c: number) =>
  10 * d * Math.log(radius * k) + Math.log(c) - Math.log(gamma);

/** 2√(ℓ/d)((2R√(log(d)/d))^(1/4) + √(ℓ/k)), the display for fixed v and δ where its log(1/γ) is ℓ. */
export function netDisplay({ d, k, radius }: Setting, log: number): number {
  const fourthRoot = pow(2 * radius * Math.sqrt(Math.log(d) / d), 1 / 4);
  return 2 * Math.sqrt(log / d) * (fourthRoot + Math.sqrt(log / k));
}

/** (22) for v and v' at most ε = R^{−4/3}k^{−4} apart: ε√(k + 4k√(log(ck/γ)/d)), where c = 1. */
function directionDisplay({ d, k, radius, gamma }: Setting, c: number): number {
  const spread = 1 + 4 * Math.sqrt((Math.log(c * k) - Math.log(gamma)) / d);
  return Math.exp(-(4 / 3) * Math.log(radius) - 3.5 * Math.log(k)) * Math.sqrt(spread);
}

/** (23): 18√(d/k)·√(log(4k) + log(c/γ)/d), where c = 8. */
export function microscopicDisplay({ d, k, gamma }: Setting, c: number): number {
  return 18 * Math.sqrt(d / k) * Math.sqrt(Math.log(4 * k) + (Math.log(c) - Math.log(gamma)) / d);
}

/** 20(R log²(Rk)√(log(d)/d))^(1/4) + 40√(d/k)·log(Rk), the bound of Proposition 4. */
export function largeWidthBound({ d, k, radius }: Omit<Setting, "gamma">): number {
  const log = Math.log(radius * k);
  return 20 * pow(radius * log ** 2 * Math.sqrt(Math.log(d) / d), 1 / 4) + 40 * Math.sqrt(d / k) * log;
}

/** (21) + (22) + (23) as printed where `union` is 1; with each γ in them divided by `union`. */
export function combinedDisplays(given: Setting, union = 1): number {
  return (
    netDisplay(given, netLog(given, 2 * union)) + directionDisplay(given, union) + microscopicDisplay(given, 8 * union)
  );
}
