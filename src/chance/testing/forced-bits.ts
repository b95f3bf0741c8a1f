import type { Bits } from "../bits.js";

/** The two words from which `uniform` makes the double nearest below `u` that it can make, 0 < u < 1. */
export function wordsOfUniform(u: number): readonly [number, number] {
  const cell = BigInt(Math.floor(u * 2 ** 52));
  return [Number(cell >> 26n) << 6, Number(cell & 0x3ffffffn) << 6];
}

/** The words given, in order, then those of `rest`; without it, one word too many is an error. */
export function forcedBits(words: readonly number[], rest?: Bits): Bits {
  let next = 0;
  return () => {
    if (next < words.length) return words[next++];
    if (!rest) throw new Error(`asked for more than ${words.length} words`);
    return rest();
  };
}
