const LONGEST = 60;

function json(x: object): string {
  try {
    return JSON.stringify(x);
  } catch {
    return "an object";
  }
}

/** A value of any type, as a message shows it: on one line, cut where it is long. */
export function shownValue(x: unknown): string {
  switch (typeof x) {
    case "undefined":
      return "missing";
    case "function":
      return "a function";
    case "string":
      return JSON.stringify(x).slice(0, LONGEST);
    case "object":
      return x === null ? "null" : json(x).slice(0, LONGEST);
    default:
      return String(x).slice(0, LONGEST);
  }
}
