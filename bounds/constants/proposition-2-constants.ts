/** The constants that a "particularly" of the paper asks of width and dimension. */
export interface SizeConstants {
  readonly C1: number;
  readonly C2: number;
}

/**
 * C₁ and C₂ of (14), read off Proposition 2 as printed: of 20RL(√(log(Rk/γ)/d) + log(1/γ)/√k) ≤ c the term with k may
 * take the share s and the term with d the rest, so that
 *
 *   k ≥ C₁R²log²(1/γ) with C₁ = (20L/(sc))²  and  d ≥ C₂R²log(Rk/γ) with C₂ = (20L/((1 − s)c))².
 *
 * In halves C₁ = C₂ = (40L/c)².
 *
 * @param c what (14) is to stay below; > 0.
 * @param L the Lipschitz constant of ψ'.
 * @param share s, in (0, 1).
 */
export function boundedVariationConstants(c: number, L: number, share = 1 / 2): SizeConstants {
  return { C1: ((20 * L) / (share * c)) ** 2, C2: ((20 * L) / ((1 - share) * c)) ** 2 };
}
