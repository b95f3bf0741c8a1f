/** Of a class of characters: what moves a cursor, or turns round what stands beside it; JSON escapes what is below the space. */
export const TURNING = String.raw`\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069`;

/** What hides between letters: also what some scripts need to be written. */
export const HIDING = String.raw`\u200B-\u200D\u2060-\u2065\uFEFF`;

/** Such a character as JSON escapes it. */
export const escapedCharacter = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
