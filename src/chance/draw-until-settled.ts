import type { Outcome } from "./outcome.js";
import { LOOK_EVERY } from "./sequential-test.js";

/** Milliseconds of work after which timers and other tasks get their turn. */
const SLICE = 10;

/** A sequential test of draws that are made one by one. */
export interface SequentialDraws {
  /** The most draws, an integer ≥ 1. */
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
  /** Makes draw number 0, 1, … and takes it into account. */
  take(draw: number): Promise<void>;
  /** What so many draws settle. */
  look(draws: number): Outcome["verdict"];
}

/**
 * Draws until a look settles the matter, or the draws allowed are used up. Looks fall on multiples of 64 draws and on the
 * last. Gives way to other tasks every few milliseconds, between draws.
 *
 * @throws RangeError if the limit is no integer ≥ 1; the signal's reason when aborted; what a draw throws.
 */
export async function drawUntilSettled({ limit, signal, take, look }: SequentialDraws) {
  if (!(Number.isSafeInteger(limit) && limit >= 1))
    throw new RangeError(`draws is ${limit}; it must be an integer from 1 to 2^53 - 1`);
  let draws = 0;
  let verdict: Outcome["verdict"] = "inconclusive";
  let turn = performance.now();
  while (draws < limit && verdict === "inconclusive") {
    signal?.throwIfAborted();
    await take(draws++);
    if (draws % LOOK_EVERY === 0 || draws === limit) verdict = look(draws);
    if (performance.now() - turn > SLICE) {
      await new Promise((resolve) => setImmediate(resolve));
      turn = performance.now();
    }
  }
  return { draws, verdict };
}
