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

/** The owner of a lock, which may be about to say who it is; null if it does not. How long that takes no clock that may jump says. */
function awaitOwner(file: string): Owner | null {
  const end = performance.now() + WRITING_MS;
  let owner = readOwner(file);
  while (!owner && performance.now() < end) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
    owner = readOwner(file);
  }
  return owner;
}

/** Whether a lock's owner, as awaited, is dead, for sure: of this machine's processes no clock is asked. */
function isStale(file: string, owner: Owner | null): boolean {
  if (!owner) return true;
  if (owner.host !== hostname()) return Date.now() - statSync(file).mtimeMs > SILENT_MS;
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

/**
 * Removes a stale lock, one process at a time: between a look and the removal another may have taken its place. One that
 * said nothing is not waited for again if it is still the one that was `written` then.
 */
function removeStale(file: string, { owner, written }: { owner: Owner | null; written: number }): void {
  const guard = `${file}.taking`;
  if (!create(guard)) {
    if (isStale(guard, awaitOwner(guard))) rmSync(guard, { force: true });
    return;
  }
  try {
    const isSilent = !owner && statSync(file).mtimeMs === written && !readOwner(file);
    if (isSilent || isStale(file, awaitOwner(file))) rmSync(file, { force: true });
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
      const written = statSync(file).mtimeMs;
      owner = awaitOwner(file);
      if (tries < 3 && isStale(file, owner)) {
        removeStale(file, { owner, written });
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
