/** A source of independent uniform 32-bit words, as signed integers. Each call advances it. */
export type Bits = () => number;

/** A uniform double in (0, 1): the midpoints of 2^52 equal cells, so never 0 or 1. */
export function uniform(bits: Bits): number {
  const high = bits() >>> 6;
  const low = bits() >>> 6;
  return (high * 2 ** 26 + low + 0.5) * 2 ** -52;
}
