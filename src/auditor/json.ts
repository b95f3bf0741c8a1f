/** JSON. What arrives from a file or another machine is this at first, and is looked at by whoever takes it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** An object of it. */
export type JsonObject = { readonly [name: string]: Json };

/** Whether it is an object: no list, no null. */
export const isJsonObject = (x: Json | undefined): x is JsonObject =>
  typeof x === "object" && x !== null && !Array.isArray(x);

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
