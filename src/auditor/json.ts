/** JSON. What arrives from a file or another machine is this at first, and is looked at by whoever takes it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** An object of it. */
export type JsonObject = { readonly [name: string]: Json };

/** Whether it is an object: no list, no null. */
export const isJsonObject = (x: Json | undefined): x is JsonObject =>
  typeof x === "object" && x !== null && !Array.isArray(x);

/** Nothing of ours is nested so deep; what is deeper would end whoever goes through it. */
const DEEPEST = 100;

/** Whether nothing in it is nested too deep to be gone through. */
export function isShallow(x: Json, depth = DEEPEST): boolean {
  if (typeof x !== "object" || x === null) return true;
  return depth > 0 && Object.values(x).every((member: Json) => isShallow(member, depth - 1));
}

/**
 * What JSON makes of a value: members that are undefined are left out, what JSON has no word for is null.
 *
 * @throws TypeError for what it cannot hold at all.
 */
export function toJson(value: unknown): Json {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? null : parseJson(text);
}

/** @throws SyntaxError for a text that is none. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

/** What a text says, null where it is no JSON: anybody may have written it. */
export function jsonOrNull(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
