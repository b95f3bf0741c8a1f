import { pow } from "lemmacheck";
import type { SizeConstants } from "./proposition-2-constants.js";

/**
 * C₁ and C₂ of (18), read off Proposition 4 as printed: of
 * 20(R log²(Rk)√(log(d)/d))^(1/4) + 40√(d/k)·log(Rk) ≤ c the second term may take the share s and the first the rest, so
 * that
 *
 *   C₁d log²(Rk) ≤ k with C₁ = (40/(sc))²  and  C₂log⁴(Rk)R² ≤ d/log(d) with C₂ = (20/((1 − s)c))⁸.
 *
 * In halves C₁ = (80/c)² and C₂ = (40/c)⁸. What Proposition 4 assumes, 1 ≤ R ≤ √d/2, √k ≥ 52 and d ≥ log(1/γ), comes on
 * top.
 *
 * @param c what (18) is to stay below; > 0.
 * @param share s, in (0, 1).
 */
export function reluVariationConstants(c: number, share = 1 / 2): SizeConstants {
  return { C1: (40 / (share * c)) ** 2, C2: pow(20 / ((1 - share) * c), 8) };
}
