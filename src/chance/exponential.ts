import { type Bits, uniform } from "./bits.js";

/** One exponential variable of mean 1, −log U: exact to the resolution of U, so at most 53·log 2 ≈ 36.7. */
export function exponential(bits: Bits): number {
  return -Math.log(uniform(bits));
}
