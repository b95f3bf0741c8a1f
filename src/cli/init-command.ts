import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { ownVersion } from "../auditor/own-version.js";
import { shellWord } from "../auditor/shell-word.js";
import { messageOf } from "../numbers/message-of.js";
import type { Output } from "./output.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";
import { ensureDirectory } from "./write-files.js";

/** The files of a small paper, as they stand in the package. */
const PAPER = ["paper.ts", "paper.test.ts", "lemmacheck.config.ts", "vitest.config.ts"] as const;
const PACKAGE = "package.json";
const COMPILER = "tsconfig.json";

/** The vitest that runs on every Node.js that lemmacheck runs on. */
const VITEST = "^4.1.12";

const exampleFile = (name: string) =>
  path.join(
    path.dirname(createRequire(import.meta.url).resolve("lemmacheck/package.json")),
    "examples/first-claim",
    name,
  );

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** What npm takes for a name, from that of a folder. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .slice(0, 214)
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replaceAll(/^[._-]+|[._-]+$/g, "");
  return name === "" ? "my-paper" : name;
}

function packageText(folder: string): string {
  const content = {
    name: packageName(path.basename(folder)),
    private: true,
    type: "module",
    scripts: { test: "vitest run", audit: "lemmacheck audit" },
    devDependencies: { lemmacheck: `^${ownVersion()}`, vitest: VITEST },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** What is still to be done to a package that was there: nothing of what cannot be read, which npm will complain of. */
async function stepsFor(file: string): Promise<string[]> {
  try {
    const { type, dependencies, devDependencies }: Record<string, unknown> = JSON.parse(await readFile(file, "utf8"));
    const there = Object.keys({ ...Object(dependencies), ...Object(devDependencies) });
    const lacking = ["lemmacheck", "vitest"].filter((name) => !there.includes(name));
    return [
      lacking.length > 0 ? `npm install --save-dev ${lacking.join(" ")}` : "npm install",
      ...(type === "module" ? [] : ["npm pkg set type=module"]),
    ];
  } catch {
    return ["npm install"];
  }
}

/** Writes files that are not there yet: all of them, or none. */
async function writeNew(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const written: string[] = [];
  try {
    for (const [name, content] of files) {
      await writeFile(path.join(folder, name), content, { flag: "wx" });
      written.push(name);
    }
  } catch (error) {
    await Promise.all(written.map((name) => rm(path.join(folder, name), { force: true })));
    throw new UsageError(`DIR is ${shown(folder)}; it must take new files (${messageOf(error)})`);
  }
}

/**
 * Writes a small paper that runs into a folder: a claim, its property, a config each for lemmacheck and vitest, and
 * package.json and tsconfig.json where there is none. Nothing that is there is changed.
 *
 * @throws UsageError if one of the paper's files is there already, or the folder takes no files.
 */
export async function initCommand(folder: string, { print }: Pick<Output, "print">): Promise<void> {
  await ensureDirectory("DIR", folder);
  const taken: string[] = [];
  for (const name of PAPER) if (await isThere(path.join(folder, name))) taken.push(name);
  if (taken.length > 0)
    throw new UsageError(
      `DIR is ${shown(folder)}; it must be a folder without ${taken.join(", ")}, since init overwrites nothing`,
    );
  const files = new Map<string, string>();
  for (const name of PAPER) files.set(name, await readFile(exampleFile(name), "utf8"));
  const ownPackage = path.join(folder, PACKAGE);
  const hasPackage = await isThere(ownPackage);
  if (!hasPackage) files.set(PACKAGE, packageText(path.resolve(folder)));
  if (!(await isThere(path.join(folder, COMPILER)))) files.set(COMPILER, await readFile(exampleFile(COMPILER), "utf8"));
  await writeNew(folder, files);

  // A name that begins with "-" would be an option of cd.
  const there = folder.startsWith("-") ? `./${folder}` : folder;
  const goThere = path.resolve(folder) === process.cwd() ? [] : [`cd ${shellWord(there)}`];
  const install = hasPackage ? await stepsFor(ownPackage) : ["npm install"];
  const next = [...goThere, ...install, "npx vitest run", "npx lemmacheck audit"];
  print(`Written: ${[...files.keys()].join(", ")}.`);
  print(`Next:\n${next.map((line) => `  ${line}`).join("\n")}`);
  print("Then change paper.ts, as node_modules/lemmacheck/docs/first-claim.md has it.");
}
