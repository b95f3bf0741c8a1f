import type { Bits } from "./bits.js";

/**
 * Fills `out` with independent signs, ±1 with probability ½ each: one bit of the stream
 * a sign, low bits first; a set bit is −1.
 */
export function fillRademacher(out: Float64Array, bits: Bits): void {
  let word = 0;
  for (let i = 0; i < out.length; i++) {
    if ((i & 31) === 0) word = bits();
    out[i] = word & 1 ? -1 : 1;
    word >>>= 1;
  }
}
