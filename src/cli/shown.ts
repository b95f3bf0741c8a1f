import { oneLine } from "./printable.js";

const LONGEST = 60;

/** What was typed, as a message shows it: "" for nothing, cut where it is long, without control characters. */
export function shown(text: string): string {
  if (text === "") return '""';
  const characters = Array.from(oneLine(text));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : characters.join("");
}
