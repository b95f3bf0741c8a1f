import { escapedCharacter, TURNING } from "./unsafe-characters.js";

const LONGEST = 60;
const UNSAFE = new RegExp(`[${TURNING}]`, "g");

const escaped = (text: string) => text.replaceAll(UNSAFE, escapedCharacter);

const cut = (text: string) => {
  // So many are enough to tell, however long it is: a character is one or two of its units.
  const characters = Array.from(text.slice(0, 2 * LONGEST + 2));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : text;
};

function json(x: object): string {
  try {
    // One whose toJSON gives nothing has no text, whatever the type says.
    const text: unknown = JSON.stringify(x);
    return typeof text === "string" ? text : "an object";
  } catch {
    return "an object";
  }
}

/**
 * A value of any type, as a message shows it: on one line, cut where it is long, control characters escaped.
 *
 * @example shownValue("a\nb") // '"a\\nb"'
 */
export function shownValue(x: unknown): string {
  switch (typeof x) {
    case "undefined":
      return "missing";
    case "function":
      return "a function";
    case "string":
      return escaped(JSON.stringify(cut(x)));
    case "object":
      return x === null ? "null" : escaped(cut(json(x)));
    default:
      return cut(String(x));
  }
}

/** A name that somebody gave, as a message shows it: as it is where it looks like one. */
export const shownName = (name: unknown): string =>
  typeof name === "string" && /^[\p{L}\p{N}_.\-[\]' ]{1,100}$/u.test(name) ? name : shownValue(name);
