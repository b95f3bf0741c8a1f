import { access, constants, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { UsageError } from "./usage-error.js";

/**
 * Makes sure that a directory exists and takes files, before any work is spent on them.
 *
 * @throws UsageError naming the option and the directory.
 */
export async function ensureDirectory(option: string, directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    if (!(await stat(directory)).isDirectory()) throw new Error("it is a file");
    await access(directory, constants.W_OK | constants.X_OK);
  } catch {
    throw new UsageError(`${option} is ${directory}; it must be a directory that can be written to`);
  }
}

/** Writes files whole or not at all: each to a temporary name first, then renamed. */
export async function writeFiles(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const target = path.join(directory, name);
    const temporary = `${target}.${process.pid}.tmp`;
    try {
      await writeFile(temporary, text);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw new UsageError(
        `--out is ${directory}; it must be a directory that can be written to (${error instanceof Error ? error.message : String(error)})`,
      );
    }
  }
}
