/** How many members are made into one text. */
const BATCH = 1000;

/** Some text of each thousand members of a list, made when it is asked for. */
export function* inBatches<T>(all: readonly T[], textOf: (batch: readonly T[]) => string): Iterable<string> {
  for (let start = 0; start < all.length; start += BATCH) yield textOf(all.slice(start, start + BATCH));
}
