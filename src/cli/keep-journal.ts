import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Journal, JournalPlace } from "../auditor/campaign/journal.js";
import type { JsonObject } from "../auditor/json.js";
import type { PaperPlace } from "../auditor/open-paper.js";
import { ownVersion } from "../auditor/own-version.js";
import { shown } from "./shown.js";

/** A shorter campaign is done again as soon as it is read: its journal goes when it is finished. */
const LONG_MS = 60_000;

/** A digest of a config, on which everything may depend; null without one. */
export async function configDigest({ config }: PaperPlace): Promise<string | null> {
  if (config === null) return null;
  return createHash("sha256")
    .update(await readFile(config))
    .digest("hex")
    .slice(0, 32);
}

/** What is to be kept, and where. */
interface Kept {
  /** The directory, which is there. */
  readonly out: string;
  readonly resume: boolean;
  /** Whether the journal is to stay however short the campaign was: others need it. */
  readonly stays: boolean;
  readonly place: PaperPlace;
  readonly identity: JsonObject;
  warn(line: string): void;
}

/** A journal that a command keeps while it runs. */
export interface Keeping {
  readonly journal: Journal;
  /** Everything is done. */
  end(): Promise<void>;
  /** What is there stays, for --resume; whoever interrupts is told in a line how much of so many jobs that is. */
  leave(jobs: number, interrupted: boolean): Promise<void>;
}

/** Where a journal is, and whose. */
const placeOf = async ({ out, resume, place, identity, warn }: Omit<Kept, "stays">): Promise<JournalPlace> => ({
  directory: out,
  name: `--out is ${shown(out)}`,
  version: ownVersion(),
  identity: { ...identity, paper: place.paper, config: await configDigest(place) },
  resume,
  warn,
});

/**
 * What --resume would not do again, by its keys.
 *
 * @throws CampaignError in one line.
 */
export async function keptAlready(kept: Omit<Kept, "stays" | "resume">): Promise<ReadonlySet<string>> {
  const { keysDone } = await import("../auditor/campaign/journal.js");
  return keysDone(await placeOf({ ...kept, resume: true }));
}

/**
 * Opens the journal of a command.
 *
 * @throws CampaignError in one line.
 */
export async function keepJournal({ stays, ...kept }: Kept): Promise<Keeping> {
  const { out, warn } = kept;
  const { openJournal } = await import("../auditor/campaign/journal.js");
  const started = performance.now();
  const journal = await openJournal(await placeOf(kept));
  let closed = false;
  return {
    journal,
    async end() {
      closed = true;
      journal.end();
      await journal.close(!stays && performance.now() - started < LONG_MS);
    },
    async leave(jobs, interrupted) {
      if (closed) return;
      closed = true;
      if (interrupted && journal.size > 0)
        warn(`${journal.size} of ${jobs} jobs are kept in ${shown(out)}; --resume goes on with them`);
      await journal.close();
    },
  };
}
