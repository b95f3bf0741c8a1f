import { stirlingError } from "./stirling-error.js";

/**
 * log Γ(z) for z > 0. Error: below 2e-14 + 2^−50·z·|log z|, which is more than it has near its zeros 1 and 2 (z ≥ 1);
 * below 1 that of log Γ(z + 1) and of log z.
 */
export function logGamma(z: number): number {
  if (z < 1) return logGamma(z + 1) - Math.log(z);
  // Γ(z) = Γ(z+1)/z
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + stirlingError(z);
}
