import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import { freshDirectory, type Outcome } from "../run-cli.js";

const HELPERS = import.meta.dirname;

/** Texts with the new names turned back, times left out and white space evened out: columns are as wide as names, as are legends. */
export const even = (text: string) =>
  text
    .replaceAll(/zq(\w)/g, "$1")
    .replaceAll(/"milliseconds":[\d.]+/g, "")
    .replaceAll(/,[\d.]+(\r\n|$)/g, "$1")
    .replaceAll(/[\d-]+ [\d:]+ UTC, in [\d.]+ s/g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/-{2,}/g, "-");

export const PAPERS = [
  {
    name: "a stranger's",
    imports: `import { onShares as paper } from "${HELPERS}/on-shares.ts";`,
    ids: ["hoeffding", "johnson-lindenstrauss"],
    wrong: [
      ["audit", "--NAMEn", "0"],
      ["audit", "--NAMEeps", "2"],
      ["audit", "hoeffding", "--NAMEeps", "0.5"],
      ["claims", "--NAMEn", "3"],
    ],
  },
  {
    name: "our",
    imports: 'import { paper } from "lemmacheck/ledger";',
    // Decided without draws, whose keys have the names of parameters in them.
    ids: ["lemma-1", "chi-square", "bernstein", "theorem-1-chain", "proposition-2-net-size", "gaussian-process-limit"],
    wrong: [
      ["audit", "--NAMEd", "1.5"],
      ["audit", "--NAMEpsi", "nonsense"],
      ["audit", "chi-square", "--NAMEpsi", "tanh"],
      ["claims", "lemma-1", "--NAMEk", "1,2"],
    ],
  },
];

/** A folder with a part of a paper under its own names, and one with that under others. */
export interface Folders {
  readonly own: string;
  readonly renamed: string;
}

export async function foldersOf({ imports, ids }: (typeof PAPERS)[number]): Promise<Folders> {
  const folderBy = async (make: string) => {
    const folder = await freshDirectory();
    await writeFile(
      path.join(folder, "lemmacheck.config.ts"),
      `${imports} import { ${make} } from "${HELPERS}/renamed-paper.ts";
      export default { papers: [await ${make}(paper, ${JSON.stringify(ids)})] };`,
    );
    return folder;
  };
  return { own: await folderBy("partOfPaper"), renamed: await folderBy("renamedPaper") };
}

type Run = (args: readonly string[], options: { readonly cwd: string }) => Promise<Outcome>;

/** What the same command comes to under either names. */
export async function both(
  { own, renamed }: Folders,
  args: readonly string[],
  run: Run,
): Promise<readonly [own: Outcome, renamed: Outcome]> {
  const typed = (prefix: string) => args.map((arg) => arg.replace("NAME", prefix));
  const first = await run(typed(""), { cwd: own });
  return [first, await run(typed("zq"), { cwd: renamed })];
}

/** Audits both folders, with reports, and holds every line and file of the one to the other's. */
export async function holdReports(folders: Folders, run: Run): Promise<void> {
  const [own, renamed] = await both(folders, ["audit", "--json", "--out", "report"], run);
  expect(renamed.code).toBe(own.code);
  expect(own.stdout).toContain('"cell":{');
  expect(renamed.stdout).toContain('"zq');
  expect(even(renamed.stdout)).toBe(even(own.stdout));
  for (const file of ["index.html", "report.md", "rows.csv"]) {
    const [one, other] = await Promise.all(
      [folders.own, folders.renamed].map((folder) => readFile(path.join(folder, "report", file), "utf8")),
    );
    expect(even(other), file).toBe(even(one));
  }
}
