const LONGEST = 60;

/** What was typed, as a message shows it: "" for nothing, cut where it is long, without control characters. */
export function shown(text: string): string {
  if (text === "") return '""';
  const printable = Array.from(text, (character) => (/\p{Cc}/u.test(character) ? "�" : character));
  return printable.length > LONGEST ? `${printable.slice(0, LONGEST).join("")}…` : printable.join("");
}
