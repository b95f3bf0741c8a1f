import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { messageOf } from "../../numbers/message-of.js";
import { FORMS, type Row } from "../row-fields.js";
import { failureOf, type KeptFailure, readFailure } from "./kept-failure.js";

/** Refuted cells that are kept from run to run. */
export interface FailureDatabase {
  /** Those of a paper's claim, in a fixed order; null stands for any paper, as where a claim is tested by itself. */
  of(paper: string | null, claim: string): readonly KeptFailure[];
  /** Keeps a refuted row; one that is there already, once. */
  keep(row: Row): void;
  /** What could not be read or written, a line each. */
  problems(): readonly string[];
}

/** Where, below the working directory. */
const FOLDER = path.join(".lemmacheck", "failures");
/** Files that are looked at of one claim: nobody waits for a heap of them. */
const MOST = 100;

const NONE: FailureDatabase = { of: () => [], keep: () => undefined, problems: () => [] };

/** Whether a run keeps nothing: in continuous integration, where a fresh clone has nothing to keep, and where it is switched off. */
function isOff({ CI, LEMMACHECK_DATABASE }: NodeJS.ProcessEnv): boolean {
  return LEMMACHECK_DATABASE === "off" || (CI !== undefined && !["", "0", "false"].includes(CI));
}

/** The file of a failure: equal ones are one file, whoever writes it. */
function nameOf(failure: KeptFailure): string {
  const { paper, claim, form, cell } = failure;
  const digest = createHash("sha256")
    .update(JSON.stringify([paper, claim, form, cell]))
    .digest("hex");
  return `${claim}-${form}-${digest.slice(0, 16)}.json`;
}

/** A file that is there whole or not at all: runs may write at the same time. */
function writeWhole(file: string, text: string): void {
  const fresh = `${file}.${randomUUID()}.new`;
  try {
    writeFileSync(fresh, text);
    renameSync(fresh, file);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/**
 * The database of failures of a directory: one file an entry in `.lemmacheck/failures`, which git ignores. Nothing is kept,
 * and nothing found, where the environment has CI, or LEMMACHECK_DATABASE=off.
 *
 * What cannot be read or written is left out and told by `problems`; nothing is thrown.
 */
export function openFailures(directory: string, environment: NodeJS.ProcessEnv = process.env): FailureDatabase {
  if (isOff(environment)) return NONE;
  const folder = path.join(directory, FOLDER);
  const problems: string[] = [];
  const said = new Set<string>();
  const say = (file: string, what: string) => {
    if (said.has(file)) return;
    said.add(file);
    problems.push(`${path.join(FOLDER, file)} is left out: ${what}`);
  };
  return {
    of(paper, claim) {
      if (!existsSync(folder)) return [];
      const found: KeptFailure[] = [];
      for (const file of listed(folder, say)
        .filter((name) => FORMS.some((form) => name.startsWith(`${claim}-${form}-`)))
        .slice(0, MOST)) {
        try {
          const failure = readFailure(readFileSync(path.join(folder, file), "utf8"));
          if (failure.claim === claim && (failure.paper === paper || failure.paper === null || paper === null))
            found.push(failure);
        } catch (error) {
          say(file, messageOf(error));
        }
      }
      return found;
    },
    keep(row) {
      const failure = failureOf(row);
      const file = nameOf(failure);
      try {
        mkdirSync(folder, { recursive: true });
        const ignore = path.join(directory, ".lemmacheck", ".gitignore");
        if (!existsSync(ignore)) writeWhole(ignore, "*\n");
        if (!existsSync(path.join(folder, file))) writeWhole(path.join(folder, file), `${JSON.stringify(failure)}\n`);
      } catch (error) {
        say(file, `it could not be written (${messageOf(error)})`);
      }
    },
    problems: () => problems,
  };
}

/** The entries of a folder, in a fixed order. */
function listed(folder: string, say: (file: string, what: string) => void): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .toSorted();
  } catch (error) {
    say("", messageOf(error));
    return [];
  }
}
