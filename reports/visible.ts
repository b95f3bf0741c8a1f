/** What moves cursors, turns text round, or hides in it: control characters, bidirectional and zero-width marks, lone halves. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;
/** Line ends and tabs are layout. */
const LAYOUT = /[\n\t\r]/;

/** A text in which what no eye sees is shown: U+202E as "⟨U+202E⟩". Line ends and tabs stay. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, (character) =>
    LAYOUT.test(character)
      ? character
      : `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  );
}
