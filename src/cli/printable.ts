import { TURNING } from "../numbers/unsafe-characters.js";

/** Characters that move a cursor, set colours, name windows, or turn round what stands beside them. */
const UNSAFE = new RegExp(String.raw`[\p{Cc}${TURNING}]`, "gu");

/** A text for a terminal, in which nothing but line ends and letters is left: it may be anybody's. */
export function printable(text: string): string {
  return text.replaceAll(UNSAFE, (character) => (character === "\n" ? character : "\uFFFD"));
}

/** The same on one line: a text that breaks off could look like a line of ours. */
export function oneLine(text: string): string {
  return text.replaceAll(UNSAFE, "\uFFFD");
}
