import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { CampaignError } from "./campaign-error.js";
import { beganAt, isRunning } from "./process-state.js";

/** Who owns a directory. */
interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When its process began, in whatever the system counts: another process may get its number later. */
  readonly began: string;
}

export const LOCK = "journal.lock";

/** The owner says so often that it is alive; one on another machine that has not for long is dead. */
const BEAT_MS = 20_000;
const SILENT_MS = 10 * 60_000;
/** A lock is written as soon as it is made: one that says nothing for so long was left by a process that was killed between. */
const [WRITING_MS, LOOK_MS] = [2000, 50];

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);

function readOwner(file: string): Owner | null {
  try {
    const { pid, host, began }: Partial<Owner> = JSON.parse(readFileSync(file, "utf8"));
    return typeof pid === "number" && typeof host === "string" && typeof began === "string"
      ? { pid, host, began }
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether a lock's owner is dead, for sure. */
function isStale(file: string, owner: Owner | null): boolean {
  const age = () => Date.now() - statSync(file).mtimeMs;
  // One from the future was not made just now either: the clock has been put back.
  if (!owner) return Math.abs(age()) > WRITING_MS;
  if (owner.host !== hostname()) return age() > SILENT_MS;
  if (!isRunning(owner.pid)) return true;
  return owner.began !== "" && owner.began !== beganAt(owner.pid);
}

function create(file: string): boolean {
  const owner: Owner = { pid: process.pid, host: hostname(), began: beganAt(process.pid) };
  const text = `${JSON.stringify(owner)}\n`;
  try {
    const descriptor = openSync(file, "wx");
    try {
      writeSync(descriptor, text);
    } catch (error) {
      rmSync(file, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Removes a stale lock, one process at a time: between a look and the removal another may have taken its place. */
function removeStale(file: string): void {
  const guard = `${file}.taking`;
  if (!create(guard)) {
    if (isStale(guard, readOwner(guard))) rmSync(guard, { force: true });
    return;
  }
  try {
    if (isStale(file, readOwner(file))) rmSync(file, { force: true });
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  } finally {
    rmSync(guard, { force: true });
  }
}

/**
 * Makes this process the owner of a directory until it gives that up, or ends, however it ends.
 *
 * @param name how messages name the directory: "--out is results".
 * @throws CampaignError if another owns it.
 */
export function ownDirectory(name: string, directory: string): { release(): void } {
  const file = path.join(directory, LOCK);
  for (let tries = 0; !create(file); tries++) {
    let owner: Owner | null = null;
    try {
      owner = readOwner(file);
      while (!owner && !isStale(file, owner)) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
        owner = readOwner(file);
      }
      if (tries < 3 && isStale(file, owner)) {
        removeStale(file);
        continue;
      }
    } catch (error) {
      // Its owner has just given it up.
      if (codeOf(error) === "ENOENT" && tries < 3) continue;
      throw error;
    }
    const who = owner ? `process ${owner.pid} on ${owner.host}` : "another process";
    throw new CampaignError(
      `${name}, where ${who} has a campaign under way; it must be another directory, or wait for that (if there is none any more, remove ${file})`,
    );
  }
  const beat = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(file, now, now);
    } catch {
      // Somebody removed it; the campaign goes on.
    }
  }, BEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      rmSync(file, { force: true });
    },
  };
}
