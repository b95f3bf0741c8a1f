import { defaultMachine } from "./default-machine.js";
import { BLOCKS, STREAM_U, SUMS } from "./layout.js";
import type { Machine } from "./machine.js";

/** Variables of a call of the kernel, a multiple of BLOCK. */
const CALL = 16_384;

/** What is kept of n independent N(0, 1) variables X_1, …, X_n. */
export interface CollectedNormals {
  /** ΣX_i */
  readonly sum: number;
  /** ΣX_i² */
  readonly squares: number;
  /** The X_i with |X_i| < most, in order. */
  readonly small: Float64Array;
}

/**
 * Draws n variables and keeps their sum, the sum of their squares, and the small ones: memory for those alone. The
 * same state gives the same variables whatever `most`, and more of them start as fewer do. The sums are short within
 * a block and compensated across blocks: their error is below 2⁻⁴⁸ of the sum of absolute values, whatever n.
 *
 * @param n an integer in [0, 2^53].
 * @param state of a stream of normal variables: `normalState`.
 */
export function collectNormals(
  n: number,
  most: number,
  state: Int32Array,
  machine: Machine = defaultMachine(),
): CollectedNormals {
  machine.reserve(BLOCKS + 8 * CALL);
  machine.keeper = null;
  const { f64, i32 } = machine;
  i32.set(state, STREAM_U / 4);
  f64.fill(0, SUMS / 8, SUMS / 8 + 4);
  const parts: Float64Array[] = [];
  for (let done = 0; done < n; done += CALL) {
    const found = machine.collect(Math.min(CALL, n - done), most, BLOCKS);
    parts.push(f64.slice(BLOCKS / 8, BLOCKS / 8 + found));
  }
  const small = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    small.set(part, end);
    end += part.length;
  }
  const at = SUMS / 8;
  return { sum: f64[at] + f64[at + 1], squares: f64[at + 2] + f64[at + 3], small };
}
