/** A value to the last bit: numbers as they are, what is made of several by its names, functions as such. */
export function shown(x: unknown): string {
  if (Array.isArray(x)) return `[${x.map(shown).join(", ")}]`;
  if (typeof x === "function") return "a function";
  if (typeof x !== "object" || x === null) return Object.is(x, -0) ? "-0" : String(x);
  const entries = Object.entries(x).map(([name, value]) => `${name} ${shown(value)}`);
  return `{${entries.join(", ")}}`;
}

/** Results of which each is a line, for a snapshot. */
export const pinned = (results: readonly unknown[]): string => results.map(shown).join("\n");
