import fs from "node:fs";
import type { CampaignError } from "./campaign-error.js";

/** What of Node's file system is written with. */
export interface FileSystem extends Pick<typeof fs, "openSync" | "fdatasync" | "closeSync" | "fstatSync" | "readSync"> {
  writeSync(descriptor: number, bytes: Buffer, at: number): number;
}

/** How long lines may wait for the disk itself. */
const SYNC_EVERY_MS = 1000;

/** A file that grows by lines. */
export interface Appender {
  /** Puts a line, ended, into the file. */
  append(line: string): void;
  /** Waits until all of it is on the disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file for lines. They are in the file when `append` returns and on the disk a second later.
 *
 * @param keep whether to keep what is in it; a last line that was cut is ended then.
 * @param fail makes an error of one line of what the system says.
 * @throws what `fail` makes, from then on at every call once something could not be written.
 */
export function appender(
  file: string,
  keep: boolean,
  fail: (error: unknown) => CampaignError,
  { openSync, writeSync, fdatasync, closeSync, fstatSync, readSync }: FileSystem = fs,
): Appender {
  const descriptor = openSync(file, keep ? "a+" : "w");
  let broken: CampaignError | undefined;
  let dirty = false;
  let closed = false;
  let syncing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  function breakOff(error: unknown): CampaignError {
    broken ??= fail(error);
    return broken;
  }

  function sync(): Promise<void> {
    if (syncing) return syncing;
    if (!dirty) return Promise.resolve();
    dirty = false;
    syncing = new Promise((resolve) => {
      fdatasync(descriptor, (error) => {
        syncing = undefined;
        // What has no disk, /dev/full say, cannot be told to write to it.
        if (error && error.code !== "EINVAL") breakOff(error);
        resolve();
      });
    });
    return syncing;
  }

  function write(text: string): void {
    if (broken) throw broken;
    const bytes = Buffer.from(text);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    } catch (error) {
      throw breakOff(error);
    }
    dirty = true;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!closed) void sync();
    }, SYNC_EVERY_MS).unref();
  }

  async function flush(): Promise<void> {
    await syncing;
    await sync();
    if (broken) throw broken;
  }

  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  if (keep && size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last.toString() !== "\n") write("\n");

  return {
    append: write,
    flush,
    async close() {
      if (closed) return;
      closed = true;
      clearTimeout(timer);
      try {
        await flush();
      } finally {
        closeSync(descriptor);
      }
    },
  };
}
