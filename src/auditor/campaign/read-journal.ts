import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Json } from "../json.js";
import { type Header, headerDigest, readLine } from "./journal-line.js";

/** What a journal holds. */
export interface JournalContents {
  /** The first header that is another than the reader's, if there is one. */
  readonly foreign: Header | null;
  /** By key. */
  readonly results: Map<string, Json>;
  /** Of jobs without a result. */
  readonly parts: Map<string, Json[]>;
  /** The numbers, from 1, of lines that say nothing any more. */
  readonly damaged: readonly number[];
  /** Whether anything in it can be told to be of a campaign. */
  readonly signed: boolean;
  /** Whether what was asked for last was finished. */
  readonly ended: boolean;
}

/**
 * Reads a journal, or several that were put together: under each header the lines that it signed. A line that is cut or
 * damaged costs what it held.
 *
 * @param own the header that is expected: lines count as under it until another comes, so that a damaged one costs nothing.
 */
export async function readJournal(file: string, own: Header): Promise<JournalContents> {
  const ownDigest = headerDigest(own);
  const results = new Map<string, Json>();
  const parts = new Map<string, Json[]>();
  const damaged: number[] = [];
  let foreign: Header | null = null;
  let digest = ownDigest;
  let [number, signed, ended] = [0, false, false];
  const stream = createReadStream(file, "utf8");
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text === "") continue;
    const line = readLine(text, digest) ?? readLine(text, ownDigest);
    if (line === null) {
      damaged.push(number);
      continue;
    }
    signed = true;
    ended = "end" in line;
    if ("header" in line) {
      digest = headerDigest(line.header);
      if (digest !== ownDigest) foreign ??= line.header;
    } else if ("value" in line) {
      results.set(line.key, line.value);
      parts.delete(line.key);
    } else if ("part" in line && !results.has(line.key)) {
      const known = parts.get(line.key);
      if (known) known.push(line.part);
      else parts.set(line.key, [line.part]);
    }
  }
  return { foreign, results, parts, damaged, signed, ended };
}
