import { access, readFile } from "node:fs/promises";
import path from "node:path";
import * as lemmacheck from "../index.js";
import { ConfigError } from "./config-error.js";
import { type Additions, readConfig } from "./read-config.js";

const NAMES = ["lemmacheck.config.ts", "lemmacheck.config.mts", "lemmacheck.config.js", "lemmacheck.config.mjs"];

/** The config file of a directory, or null if it has none. */
export async function findConfig(directory: string): Promise<string | null> {
  for (const name of NAMES) {
    const file = path.join(directory, name);
    const found = await access(file).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return null;
}

/** The start of a message, as one line. */
const inOneLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error))
    .trim()
    .split(/\s*\n\s*/)
    .slice(0, 2)
    .join(" ")
    .slice(0, 200);

/** What loading a config may be told. */
interface LoadOptions {
  /** The ids that its claims may not have: the ledger's. */
  readonly claimIds?: readonly string[];
  /** Modules that it may import by name beside `lemmacheck`, wherever it is. */
  readonly modules?: Readonly<Record<string, unknown>>;
}

/**
 * Loads a config, TypeScript or JavaScript, on any Node that runs lemmacheck. Wherever the file is, `lemmacheck` means
 * this very instance, so that its activations and claims are first-class here.
 *
 * @param name how messages name the file: `--config`, say.
 * @throws ConfigError in one line, if the file cannot be read or run, or does not export a config.
 */
export async function loadConfig(
  name: string,
  file: string,
  { claimIds = [], modules = {} }: LoadOptions = {},
): Promise<Additions> {
  const fail = (what: string) => new ConfigError(`${name} is ${file}${what}`);
  await readFile(file).catch((error: unknown) => {
    throw fail(`; it must be a readable file (${inOneLine(error).split(",")[0]})`);
  });
  // Most runs have no config, and need no compiler.
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, {
    fsCache: false,
    interopDefault: false,
    virtualModules: { lemmacheck, ...modules },
  });
  let exported: unknown;
  try {
    exported = await jiti.import(path.resolve(file));
  } catch (error) {
    throw fail(`; it must be a module that runs: ${inOneLine(error)}`);
  }
  try {
    if (typeof exported !== "object" || exported === null || !("default" in exported))
      throw new RangeError("it has no default export; it must have one, { activations, claims }");
    return readConfig(exported.default, claimIds);
  } catch (error) {
    if (error instanceof RangeError) throw fail(`, and ${error.message}`);
    throw error;
  }
}
