import fs from "node:fs";
import path from "node:path";
import { counted } from "../../numbers/counted.js";
import { messageOf } from "../../numbers/message-of.js";
import { shownValue } from "../../numbers/shown-value.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import { appender, type FileSystem } from "./appender.js";
import { CampaignError } from "./campaign-error.js";
import { canonicalText } from "./identity.js";
import { isFull } from "./is-full.js";
import { type Header, headerDigest, JOURNAL_FORMAT, type JournalLine, writeLine } from "./journal-line.js";
import { ownDirectory } from "./owner.js";
import { type JournalContents, readJournal } from "./read-journal.js";
import type { Records } from "./records.js";

export const JOURNAL = "journal.jsonl";

/** Where a campaign is kept, and whose it is. */
export interface JournalPlace {
  /** There already. */
  readonly directory: string;
  /** How messages name the directory: "--out is results". */
  readonly name: string;
  /** Of lemmacheck. */
  readonly version: string;
  /** All that results depend on. */
  readonly identity: JsonObject;
  /** Whether to go on with what is there. */
  readonly resume: boolean;
  /** Told in a line what was lost. */
  warn(line: string): void;
  /** Node's own unless given: tests have full disks. */
  readonly files?: FileSystem;
}

/** What a campaign has found, on disk. */
export interface Journal extends Records {
  /** How many results it has. */
  readonly size: number;
  /** Everything that was asked for is there. */
  end(): void;
  /** Writes what is left to the disk and gives the directory up; with `remove`, takes the journal away. */
  close(remove?: boolean): Promise<void>;
}

const nothingKept = (): JournalContents => ({
  foreign: null,
  results: new Map(),
  parts: new Map(),
  damaged: [],
  signed: false,
  ended: false,
});

/** The first member in which two identities differ, as far inside as they differ, as a message shows it. */
function difference(theirs: Json, own: Json, place = ""): string {
  const lists = Array.isArray(theirs) && Array.isArray(own);
  if (lists && theirs.length !== own.length)
    return `its ${place} has ${theirs.length} entries, here it has ${own.length}`;
  if (lists || (isJsonObject(theirs) && isJsonObject(own))) {
    const [there, here] = [theirs, own].map((of) => new Map<string, Json>(Object.entries(of)));
    const names = [...new Set([...here.keys(), ...there.keys()])];
    const inside = (name: string) => (lists ? `${place}[${name}]` : place === "" ? name : `${place}.${name}`);
    const name = names.find((one) => canonicalText(there.get(one) ?? null) !== canonicalText(here.get(one) ?? null));
    if (name !== undefined) return difference(there.get(name) ?? null, here.get(name) ?? null, inside(name));
  }
  return place === "" ? "it differs" : `its ${place} is ${shownValue(theirs)}, here it is ${shownValue(own)}`;
}

/** Refuses a journal of another version or campaign. */
function checkForeign({ name }: JournalPlace, header: Header, own: Header): void {
  if (header.format !== own.format || header.version !== own.version)
    throw new CampaignError(
      `${name}, whose journal is of lemmacheck ${header.version} (format ${header.format}), which reads it; it must be of this one, ${own.version} (format ${own.format}), or another directory`,
    );
  throw new CampaignError(
    `${name}, whose journal is of another campaign (${difference(header.campaign, own.campaign)}); it must be given with the same command, or be another directory`,
  );
}

/** Whether a file without any line that can be read is one whose first line was cut while it was written. */
function isCutHeader(file: string, lines: number): boolean {
  const descriptor = fs.openSync(file, "r");
  try {
    const start = Buffer.alloc(17);
    const read = fs.readSync(descriptor, start, 0, start.length, 0);
    return lines === 1 && /^[0-9a-f]{0,16}( |$)/.test(start.toString("latin1", 0, read));
  } finally {
    fs.closeSync(descriptor);
  }
}

/** What is there to go on with; throws where that would lose or mix something. */
async function contentsOf(place: JournalPlace, file: string, own: Header): Promise<JournalContents> {
  const { name, resume, warn } = place;
  const there = fs.statSync(file, { throwIfNoEntry: false });
  if (!there?.isFile() || there.size === 0) return nothingKept();
  const contents = await readJournal(file, own);
  const { foreign, results, parts, damaged, signed, ended } = contents;
  if (!signed && damaged.length > 0 && !isCutHeader(file, damaged.length))
    throw new CampaignError(
      `${name}, whose ${JOURNAL} is no journal; it must be a directory without one, or with one of this campaign`,
    );
  if (!resume) {
    if (signed && !ended && results.size + parts.size > 0)
      throw new CampaignError(
        `${name}, where a campaign is unfinished (${counted(results.size, "result")}); --resume must be given to go on with it, or another directory (to give it up, remove ${file})`,
      );
    // A new run of a command takes the place of its last one; another command would hardly mean to.
    const theirs = foreign?.campaign.command;
    if (foreign && results.size > 0 && theirs !== own.campaign.command)
      throw new CampaignError(
        `${name}, whose journal is of another command, ${shownValue(theirs ?? null)}; it must be another directory (to give that journal up, remove ${file})`,
      );
    return nothingKept();
  }
  if (foreign) checkForeign(place, foreign, own);
  if (damaged.length > 0 && signed)
    warn(
      `${file}: ${damaged.length === 1 ? "line" : "lines"} ${damaged.slice(0, 10).join(", ")}${damaged.length > 10 ? " and more" : ""} cannot be read; what was there is done again`,
    );
  return contents;
}

/**
 * The keys of what is done already in a directory, which is left as it is: none where there is no journal.
 *
 * @throws CampaignError in one line if the journal there is of another campaign or version.
 */
export async function keysDone(place: JournalPlace): Promise<ReadonlySet<string>> {
  const own: Header = { format: JOURNAL_FORMAT, version: place.version, campaign: place.identity };
  const { results } = await contentsOf(place, path.join(place.directory, JOURNAL), own);
  return new Set(results.keys());
}

/**
 * Opens the journal of a campaign and makes this process the owner of its directory. What is kept is in the file at once,
 * and on the disk within a second: a killed process loses nothing that it kept, a power cut that second.
 *
 * @throws CampaignError in one line if another process has a campaign there, the journal there is of another campaign or
 * version, an unfinished one, or one of another command, is there that was not to be resumed, or nothing can be written.
 */
export async function openJournal(place: JournalPlace): Promise<Journal> {
  const { directory, name, version, identity } = place;
  const own: Header = { format: JOURNAL_FORMAT, version, campaign: identity };
  const digest = headerDigest(own);
  const file = path.join(directory, JOURNAL);
  const fail = (error: unknown) => {
    if (error instanceof CampaignError) return error;
    const full = isFull(error) ? ": the disk is full, what was done so far is kept; make room and --resume" : "";
    return new CampaignError(`${name}; it must be a directory that can be written to (${messageOf(error)})${full}`);
  };
  let owner: { release(): void } | undefined;
  try {
    owner = ownDirectory(name, directory);
    const { results, parts, signed, ended: wasEnded } = await contentsOf(place, file, own);
    const lines = appender(file, signed, fail, place.files);
    let ended = wasEnded;
    const write = (line: JournalLine) => {
      lines.append(writeLine(line, digest));
      ended = "end" in line;
    };
    // A damaged header, or none: the lines that follow are signed with it all the same.
    if (!signed) write({ header: own });
    await lines.flush();
    return {
      get size() {
        return results.size;
      },
      get: (key) => results.get(key),
      parts: (key) => parts.get(key) ?? [],
      add(key, value) {
        write({ key, value });
        results.set(key, value);
        parts.delete(key);
      },
      addPart: (key, part) => write({ key, part }),
      end() {
        if (!ended) write({ end: true });
      },
      async close(remove = false) {
        try {
          await lines.close();
          if (remove) fs.rmSync(file, { force: true });
        } finally {
          owner?.release();
        }
      },
    };
  } catch (error) {
    owner?.release();
    throw fail(error);
  }
}
