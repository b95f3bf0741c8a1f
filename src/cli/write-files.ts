import { access, constants, mkdir, readdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { isFull } from "../auditor/campaign/is-full.js";
import { isRunning } from "../auditor/campaign/process-state.js";
import { messageOf } from "../numbers/message-of.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** A file that is being written: its name, and the process that writes it. */
const temporaryName = (name: string) => `.${name}.${process.pid}.tmp`;
const TEMPORARY = /^\..+\.(\d+)\.tmp$/;

/** Removes what runs that were killed left behind. */
async function clearLeftovers(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const [, pid] = TEMPORARY.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(path.join(directory, name), { force: true });
  }
}

/** Makes a directory with those above it, one by one: Node's own recursion never ends under /proc. */
async function makeDirectory(directory: string): Promise<void> {
  const parent = path.dirname(directory);
  const there = await stat(directory).catch(() => null);
  if (there) return;
  if (parent !== directory) await makeDirectory(parent);
  await mkdir(directory).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  });
}

/** Refuses names that cannot be taken, before the first file is replaced. */
async function checkNames(directory: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const there = await stat(path.join(directory, name)).catch(() => null);
    if (there?.isDirectory()) throw new Error(`${name} there is a directory`);
  }
}

/**
 * Makes sure that a directory exists and takes files, before any work is spent on them.
 *
 * @param names of files that are to be written there.
 * @throws UsageError naming the option and the directory.
 */
export async function ensureDirectory(option: string, directory: string, names: readonly string[] = []): Promise<void> {
  try {
    if (directory === "") throw new Error("it is no name");
    await makeDirectory(path.resolve(directory));
    if (!(await stat(directory)).isDirectory()) throw new Error("it is a file");
    await access(directory, constants.W_OK | constants.X_OK);
    await checkNames(directory, names);
    await clearLeftovers(directory);
  } catch (error) {
    throw new UsageError(
      `${option} is ${shown(directory)}; it must be a directory that can be written to (${messageOf(error)})`,
    );
  }
}

/** What a file is to have: a text, bytes, or texts one after another, as long as together no text can be. */
export type FileContent = string | Uint8Array | Iterable<string>;

/** Files by name; names may have folders in them. */
export type Files = Readonly<Record<string, FileContent>>;

/**
 * Writes files together or not at all: all under temporary names first, then renamed.
 *
 * @param parts one after another: what takes long to be made may come while others are written.
 * @throws UsageError if they cannot be written; whatever a part throws.
 */
export async function writeFiles(directory: string, ...parts: readonly (Files | Promise<Files>)[]): Promise<void> {
  const temporary = (name: string) => path.join(directory, path.dirname(name), temporaryName(path.basename(name)));
  const names: string[] = [];
  const made: string[] = [];
  const writing = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      throw new UsageError(
        `--out is ${shown(directory)}; it must be a directory that can be written to (${messageOf(error)})${isFull(error) ? ": the disk is full, and none of these files was written" : ""}`,
      );
    }
  };
  // A part that fails before its turn is not unheard: it is awaited below.
  for (const part of parts) void Promise.resolve(part).catch(() => undefined);
  try {
    for (const part of parts) {
      const files = await part;
      await writing(async () => {
        const own = Object.keys(files);
        await checkNames(directory, own);
        for (const folder of new Set(own.map((name) => path.dirname(name)))) {
          made.push(path.resolve(directory, folder));
          await makeDirectory(path.resolve(directory, folder));
        }
        for (const name of own) {
          names.push(name);
          await writeFile(temporary(name), files[name]);
        }
      });
    }
    await writing(async () => {
      for (const name of names) await rename(temporary(name), path.join(directory, name));
    });
  } catch (error) {
    await Promise.all(names.map((name) => rm(temporary(name), { force: true })));
    // Those that are empty now; others hold what was there before.
    for (const folder of made) if (folder !== path.resolve(directory)) await rmdir(folder).catch(() => undefined);
    throw error;
  }
}
