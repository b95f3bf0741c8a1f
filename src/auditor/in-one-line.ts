import { messageOf } from "../numbers/message-of.js";
import { escapedCharacter, TURNING } from "../numbers/unsafe-characters.js";

/** Characters of what is looked at. */
const READ = 4000;
const UNSAFE = new RegExp(String.raw`[\p{Cc}${TURNING}]`, "gu");

/** The start of a message, `longest` characters, as one line, without the stack of modules that asked for one that is not there. */
export const inOneLine = (error: unknown, longest = 240): string =>
  messageOf(error)
    .slice(0, READ)
    .replace(/\s*Require stack:.*/s, "")
    .trim()
    .split(/\s*\n\s*/)
    .slice(0, 2)
    .join(" ")
    .slice(0, longest)
    .replaceAll(UNSAFE, escapedCharacter);
