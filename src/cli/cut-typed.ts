import { shown } from "./shown.js";

/** Long enough for the paths and expressions of people. */
const LONGEST = 200;

/**
 * A message in which what was typed is cut where it is long: arguments may be megabytes, and a message is to be one clear line.
 *
 * @example cutTyped(`PSI is ${long}; it must be …`, ["activation", long]) // "PSI is t+t+t…; it must be …"
 */
export function cutTyped(message: string, typed: readonly string[]): string {
  const words = typed.flatMap((word) => [word, word.slice(word.indexOf("=") + 1)]);
  return words
    .filter(({ length }) => length > LONGEST)
    .reduce((text, word) => text.replaceAll(word, () => shown(word)), message);
}
