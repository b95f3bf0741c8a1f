import { escapedCharacter, HIDING, TURNING } from "../numbers/unsafe-characters.js";

const UNSEEN = new RegExp(`[${TURNING}${HIDING}]`, "g");

/** JSON in which what steers a terminal or cannot be seen is an escape: the same value to who reads it, and seen by who looks at it. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(UNSEEN, escapedCharacter);
}
