import { type Bits, uniform } from "./bits.js";
import { exponential } from "./exponential.js";
import { normal } from "./normal.js";

/** Up to here at least three of ten normal variables are beyond. */
const USUAL = 0.5;

/**
 * One N(0, 1) variable given that it exceeds `low`, any finite number: a normal one if that is likely, else by rejection from
 * low + exponential of the rate λ = (low + √(low² + 4))/2, which keeps more than three of four (Robert 1995: the ratio of
 * densities is e^(−(x − λ)²/2) up to a constant, at most 1).
 */
export function normalBeyond(low: number, bits: Bits): number {
  if (low <= USUAL)
    for (;;) {
      const x = normal(bits);
      if (x > low) return x;
    }
  const rate = (low + Math.sqrt(low * low + 4)) / 2;
  for (;;) {
    const x = low + exponential(bits) / rate;
    if (uniform(bits) < Math.exp(-0.5 * (x - rate) ** 2)) return x;
  }
}
