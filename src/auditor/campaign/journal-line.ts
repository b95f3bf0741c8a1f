import { createHash } from "node:crypto";
import { isJsonObject, isShallow, type Json, type JsonObject, jsonOrNull } from "../json.js";
import { canonicalText, digestOf } from "./identity.js";

/** The version of the journal's format. */
export const JOURNAL_FORMAT = 1;

/** What stands at the head of a journal: whose it is. */
export interface Header {
  readonly format: number;
  /** Of lemmacheck. */
  readonly version: string;
  /** All that the results depend on. */
  readonly campaign: JsonObject;
}

/** One line of it. */
export type JournalLine =
  | { readonly header: Header }
  | { readonly key: string; readonly value: Json }
  | { readonly key: string; readonly part: Json }
  | { readonly end: true };

const HEX = 16;

/** What the lines under a header are signed with, so that none counts under another. */
export const headerDigest = ({ format, version, campaign }: Header): string =>
  digestOf(canonicalText({ format, version, campaign }));

function checksum(digest: string, json: string): string {
  return createHash("sha256").update(digest).update("\n").update(json).digest("hex").slice(0, HEX);
}

/** A line with its checksum, ended. Headers are signed with the empty text. */
export function writeLine(line: JournalLine, digest: string): string {
  const json = JSON.stringify(line);
  return `${checksum("header" in line ? "" : digest, json)} ${json}\n`;
}

function headerOf(x: Json): Header | null {
  if (!isJsonObject(x)) return null;
  const { format, version, campaign } = x;
  if (typeof format !== "number" || typeof version !== "string" || !isJsonObject(campaign)) return null;
  return { format, version, campaign };
}

/** A line as it was written under a header, or a header; null if it is damaged or of another. */
export function readLine(text: string, digest: string): JournalLine | null {
  const [sum, json] = [text.slice(0, HEX), text.slice(HEX + 1)];
  const isHeader = json.startsWith('{"header":');
  if (text[HEX] !== " " || sum !== checksum(isHeader ? "" : digest, json)) return null;
  const line = jsonOrNull(json);
  if (!isJsonObject(line) || !isShallow(line)) return null;
  if (line.header !== undefined) {
    const header = headerOf(line.header);
    return header && { header };
  }
  if (line.end === true) return { end: true };
  const { key, value, part } = line;
  if (typeof key !== "string") return null;
  if (value !== undefined) return { key, value };
  return part === undefined ? null : { key, part };
}
