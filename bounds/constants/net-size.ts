/** log(1 + exp(x)) without overflow. */
function logOnePlusExp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/**
 * log of the size of an ε-net of Ω = S^(d−1) × {‖δ‖ ≤ R} in the metric ‖v − v'‖ + ‖δ − δ'‖, over d: an ε/2-net of each
 * factor, of at most (1 + 4/ε)^d and (1 + 4R/ε)^d points (Vershynin 2018, Corollary 4.2.13, whose proof by a maximal
 * separated subset puts the net inside the set).
 *
 * @param logInverseEpsilon log(1/ε).
 */
export function logNetSizePerDimension(logInverseEpsilon: number, radius: number): number {
  const four = Math.log(4) + logInverseEpsilon;
  return logOnePlusExp(four) + logOnePlusExp(four + Math.log(radius));
}
