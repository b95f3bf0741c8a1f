/** A word as a shell reads it back: `shellWord("t*exp(-t)")` is `'t*exp(-t)'`. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
