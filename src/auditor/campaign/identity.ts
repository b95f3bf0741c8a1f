import { createHash } from "node:crypto";
import { isJsonObject, type Json } from "../json.js";

/** The same JSON with the members of its objects in one order. */
function sorted(x: Json): Json {
  if (Array.isArray(x)) return x.map(sorted);
  if (!isJsonObject(x)) return x;
  return Object.fromEntries(
    Object.keys(x)
      .toSorted()
      .map((name) => [name, sorted(x[name])]),
  );
}

/** JSON as text, the same for objects whose members are the same. */
export const canonicalText = (x: Json): string => JSON.stringify(sorted(x));

/** A short digest of a text. */
export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** A digest of keys, in whatever order. */
export const keysDigest = (keys: readonly string[]): string => digestOf(JSON.stringify(keys.toSorted()));
