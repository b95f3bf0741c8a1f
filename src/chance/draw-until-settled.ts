import type { Outcome } from "./outcome.js";
import { LOOK_EVERY } from "./sequential-test.js";

/** Milliseconds of work after which timers and other tasks get their turn. */
const SLICE = 10;

/** A sequential test of independent draws. */
export interface SequentialDraws<T> {
  /** The most draws, an integer ≥ 1. */
  readonly limit: number;
  /** How many may be under way at once, from 1 to 64. What comes out does not depend on it. */
  readonly atOnce: number;
  readonly signal: AbortSignal | undefined;
  /** Makes draw number 0, 1, …; begun in that order. */
  draw(draw: number): T | Promise<T>;
  /** Takes into account what it gave, in that order too, whichever came first. */
  count(observed: T, draw: number): void;
  /** What so many draws settle. */
  look(draws: number): Outcome["verdict"];
}

function check({ limit, atOnce }: Pick<SequentialDraws<unknown>, "limit" | "atOnce">): void {
  if (!(Number.isSafeInteger(limit) && limit >= 1))
    throw new RangeError(`draws is ${limit}; it must be an integer from 1 to 2^53 - 1`);
  // More would wait for the next look.
  if (!(Number.isInteger(atOnce) && atOnce >= 1 && atOnce <= LOOK_EVERY))
    throw new RangeError(`atOnce is ${atOnce}; it must be an integer from 1 to ${LOOK_EVERY}`);
}

/** Makes and counts the draws of [from, to). Once one has failed, no other is begun. */
async function drawBlock<T>(
  [from, to]: readonly [number, number],
  { atOnce, signal, draw, count }: SequentialDraws<T>,
  giveWay: () => Promise<void>,
): Promise<void> {
  const done = new Map<number, { readonly observed: T }>();
  let [next, due] = [from, from];
  const lane = async () => {
    while (next < to) {
      signal?.throwIfAborted();
      const own = next++;
      done.set(own, { observed: await draw(own) });
      for (let first = done.get(due); first; first = done.get(due)) {
        done.delete(due);
        count(first.observed, due++);
      }
      await giveWay();
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, lane));
  } finally {
    next = to;
  }
}

/**
 * Draws until a look settles the matter, or the draws allowed are used up. Looks fall on multiples of 64 draws and on the
 * last. Gives way to other tasks every few milliseconds, between draws.
 *
 * @throws RangeError if the limit is no integer ≥ 1, or atOnce none from 1 to 64; the signal's reason when aborted; what a
 * draw throws.
 */
export async function drawUntilSettled<T>(test: SequentialDraws<T>) {
  check(test);
  let turn = performance.now();
  const giveWay = async () => {
    if (performance.now() - turn <= SLICE) return;
    await new Promise((resolve) => setImmediate(resolve));
    turn = performance.now();
  };
  let draws = 0;
  let verdict: Outcome["verdict"] = "inconclusive";
  while (draws < test.limit && verdict === "inconclusive") {
    const to = Math.min(test.limit, draws + LOOK_EVERY);
    await drawBlock([draws, to], test, giveWay);
    draws = to;
    verdict = test.look(draws);
  }
  return { draws, verdict };
}
