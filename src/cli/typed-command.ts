import { printable } from "./printable.js";

/** A word as a shell reads it back. */
const quoted = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);

/** What was typed, as it can be typed again. */
export const typedCommand = (typed: readonly string[]): string =>
  printable(["lemmacheck", ...typed.map(quoted)].join(" "));
