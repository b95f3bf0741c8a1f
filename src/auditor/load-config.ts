import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { type Config, checkConfig } from "./config.js";
import { ConfigError } from "./config-error.js";
import { inOneLine } from "./in-one-line.js";

const NAMES = ["lemmacheck.config.ts", "lemmacheck.config.mts", "lemmacheck.config.js", "lemmacheck.config.mjs"];

/** What a config may import by name, wherever it is. */
const MODULES = [
  "lemmacheck",
  ...["activations", "ledger", "networks", "parameters", "probability", "statistics"].map(
    (name) => `lemmacheck/${name}`,
  ),
];

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

/** This very package under its own names, so that what a config makes is what is audited. */
async function ownModules(text: string): Promise<Record<string, unknown>> {
  // A config that imports files of its own may need any; most need a few.
  const wanted = /from\s+["']\./.test(text)
    ? MODULES
    : MODULES.filter((name) => text.includes(`"${name}"`) || text.includes(`'${name}'`));
  const loaded = await Promise.all(wanted.map(async (name): Promise<unknown> => import(name)));
  return Object.fromEntries(wanted.map((name, i) => [name, loaded[i]]));
}

/**
 * Loads a config, TypeScript or JavaScript, on any Node that runs lemmacheck.
 *
 * @param name how messages name the file: `--config`, say.
 * @throws ConfigError in one line, if the file cannot be read or run, or does not export a config.
 */
export async function loadConfig(name: string, file: string): Promise<Config> {
  const fail = (what: string) => new ConfigError(`${name} is ${file === "" ? '""' : file}${what}`);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw fail(`; it must be a readable file (${inOneLine(error).split(",")[0]})`);
  });
  // Most runs have no config, and need no compiler.
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, {
    fsCache: false,
    interopDefault: false,
    virtualModules: await ownModules(text),
  });
  let exported: unknown;
  try {
    exported = await jiti.import(path.resolve(file));
  } catch (error) {
    throw fail(`; it must be a module that runs: ${inOneLine(error)}`);
  }
  try {
    if (typeof exported !== "object" || exported === null || !("default" in exported))
      throw new RangeError("it has no default export; it must have one, { papers } or { claims, additions }");
    const given: unknown = exported.default instanceof Promise ? await exported.default : exported.default;
    checkConfig(given);
    // Its members alone: what has a `then`, of its own or not, might never answer.
    const { papers, claims, additions } = given;
    return { ...(papers && { papers }), ...(claims && { claims }), ...(additions && { additions }) };
  } catch (error) {
    if (error instanceof RangeError) throw fail(`, and ${error.message}`);
    // A getter of its own, or a proxy.
    throw fail(`; it must export what can be read: ${inOneLine(error)}`);
  }
}
