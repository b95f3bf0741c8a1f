/** What an error says; whatever else was thrown, as a text. Anything can be thrown, also what has none. */
export function messageOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return "what was thrown has no text";
  }
}
