import erf from "@stdlib/math-base-special-erf";
import erfc from "@stdlib/math-base-special-erfc";
import { binomial } from "../../chance/binomial.js";
import { type Bits, uniform } from "../../chance/bits.js";
import { normal } from "../../chance/normal.js";
import { normalBeyond } from "../../chance/normal-beyond.js";

/** P(low ≤ |N(0, 1)| < high), to full relative accuracy for low = 0. */
function mass(low: number, high: number): number {
  const [p, q] = [low, high].map((t) => t * Math.SQRT1_2);
  return low < 0.5 ? erf(q) - erf(p) : erfc(p) - erfc(q);
}

/** True with probability exp(−x²/2)/top. */
function accepts(x: number, top: number, bits: Bits): boolean {
  const share = uniform(bits) * top;
  // 1 − x²/2 ≤ exp(−x²/2)
  return share < 1 - 0.5 * x * x || share < Math.exp(-0.5 * x * x);
}

/**
 * One |N(0, 1)| variable between low and high, by rejection from whichever of two proposals is kept more often: uniform
 * between them, or |N(0, 1)|, of low ≥ 1 beyond it.
 */
export function halfNormalBetween(low: number, high: number, bits: Bits): number {
  const top = Math.exp(-0.5 * low * low);
  const byUniform = (high - low) * top * 2 < Math.sqrt(2 * Math.PI);
  for (;;) {
    const x = byUniform
      ? low + (high - low) * uniform(bits)
      : low < 1
        ? Math.abs(normal(bits))
        : normalBeyond(low, bits);
    if (byUniform ? accepts(x, top, bits) : x >= low && x < high) return x;
  }
}

/**
 * Of `count` independent |N(0, 1)| variables of which none is below `low`, those below `high`, in no particular order:
 * their number is binomial.
 */
export function halfNormalsBetween(count: number, low: number, high: number, bits: Bits): Float64Array {
  const inside = mass(low, high);
  const above = erfc(low * Math.SQRT1_2);
  const found = high === Infinity ? count : binomial(count, Math.min(1, inside / above), bits);
  const out = new Float64Array(found);
  for (let i = 0; i < found; i++) out[i] = halfNormalBetween(low, high, bits);
  return out;
}
