import erfcx from "@stdlib/math-base-special-erfcx";

/** e^(unit²/2)·P(Z > z) for Z ~ N(0, 1) and z ≥ 0; 0 at infinity. */
function scaledNormalTail(z: number, unit = 0): number {
  return z === Infinity ? 0 : 0.5 * erfcx(z * Math.SQRT1_2) * Math.exp(-0.5 * (z - unit) * (z + unit));
}

/** e^(unit²/2)·P(low < Z < high), from the tail on whose side the interval lies. */
export function scaledNormalMass(low: number, high: number, unit = 0): number {
  if (low >= 0) return scaledNormalTail(low, unit) - scaledNormalTail(high, unit);
  if (high <= 0) return scaledNormalTail(-high, unit) - scaledNormalTail(-low, unit);
  return Math.exp(0.5 * unit * unit) - scaledNormalTail(-low, unit) - scaledNormalTail(high, unit);
}
