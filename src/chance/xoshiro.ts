import type { Bits } from "./bits.js";

/**
 * xoshiro128++ 1.0 (Blackman and Vigna 2019): 32-bit words, period 2^128 − 1, four words of state.
 * Not all four words may be zero.
 */
export function xoshiro128pp(s0: number, s1: number, s2: number, s3: number): Bits {
  let a = s0 | 0;
  let b = s1 | 0;
  let c = s2 | 0;
  let d = s3 | 0;
  return () => {
    const sum = (a + d) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + a) | 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}
