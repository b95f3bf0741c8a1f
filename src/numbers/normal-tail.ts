import erfcx from "@stdlib/math-base-special-erfcx";

/**
 * log P(X > t) for X ~ N(0, 1) and any finite t: log(½·erfcx(t/√2)) − t²/2, which never underflows. Relative error of
 * the logarithm below 1e-14; for t < −1, where the logarithm is itself a small probability, below 1e-15·(1 + t²).
 */
export function logNormalUpperTail(t: number): number {
  if (t < -1) return Math.log1p(-0.5 * erfcx(-t * Math.SQRT1_2) * Math.exp(-0.5 * t * t));
  return Math.log(0.5 * erfcx(t * Math.SQRT1_2)) - 0.5 * t * t;
}
