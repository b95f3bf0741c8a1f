import type { Bits } from "../../chance/bits.js";
import { uniform } from "../../chance/bits.js";
import { normal } from "../../chance/normal.js";

/** Choices of a search: everything that it takes at random comes from one stream of bits. */
export interface Dice {
  /** In (0, 1). */
  share(): number;
  /** N(0, 1). */
  normal(): number;
  /** An integer from 0 up to, not including, n. */
  below(n: number): number;
  /** Whether something of probability p happens. */
  chance(p: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
}

/** Dice over a stream. */
export function diceOf(bits: Bits): Dice {
  const below = (n: number) => Math.min(n - 1, Math.floor(n * uniform(bits)));
  return {
    share: () => uniform(bits),
    normal: () => normal(bits),
    below,
    chance: (p) => uniform(bits) < p,
    pick: (list) => list[below(list.length)],
  };
}
