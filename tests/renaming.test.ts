import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { freshDirectory, type Outcome, runCli } from "./run-cli.js";
import { runHere } from "./run-here.js";

// Nothing in the auditor, the command line and the reports knows a parameter by its name: with all of them under other
// names, everything that anybody sees is the same up to those names.

const HELPERS = path.resolve(import.meta.dirname, "testing");

/** Texts with the new names turned back, times left out and white space evened out: columns are as wide as names, as are legends. */
const even = (text: string) =>
  text
    .replaceAll(/zq(\w)/g, "$1")
    .replaceAll(/"milliseconds":[\d.]+/g, "")
    .replaceAll(/,[\d.]+(\r\n|$)/g, "$1")
    .replaceAll(/[\d-]+ [\d:]+ UTC, in [\d.]+ s/g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/-{2,}/g, "-");

const PAPERS = [
  {
    name: "a stranger's",
    imports: `import { onShares as paper } from "${HELPERS}/on-shares.ts";`,
    ids: ["hoeffding", "johnson-lindenstrauss"],
    size: "n",
    wrong: [
      ["audit", "--NAMEn", "0"],
      ["audit", "--NAMEeps", "2"],
      ["audit", "hoeffding", "--NAMEeps", "0.5"],
      ["claims", "--NAMEn", "3"],
    ],
  },
  {
    name: "ours",
    imports: 'import { paper } from "lemmacheck/ledger";',
    // Decided without draws, whose keys have the names of parameters in them.
    ids: ["lemma-1", "chi-square", "bernstein", "theorem-1-chain", "proposition-2-net-size", "gaussian-process-limit"],
    size: "d",
    wrong: [
      ["audit", "--NAMEd", "1.5"],
      ["audit", "--NAMEpsi", "nonsense"],
      ["audit", "chi-square", "--NAMEpsi", "tanh"],
      ["claims", "lemma-1", "--NAMEk", "1,2"],
    ],
  },
];

describe.each(PAPERS)("$name paper under other names", ({ imports, ids, wrong }) => {
  const folders = { own: "", renamed: "" };

  beforeAll(async () => {
    for (const kind of ["own", "renamed"] as const) {
      const folder = await freshDirectory();
      const make = kind === "own" ? "partOfPaper" : "renamedPaper";
      await writeFile(
        path.join(folder, "lemmacheck.config.ts"),
        `${imports} import { ${make} } from "${HELPERS}/renamed-paper.ts";
        export default { papers: [await ${make}(paper, ${JSON.stringify(ids)})] };`,
      );
      folders[kind] = folder;
    }
  });

  /** What the same command comes to under either names. */
  async function both(args: readonly string[], run = runHere): Promise<readonly [own: Outcome, renamed: Outcome]> {
    const typed = (prefix: string) => args.map((arg) => arg.replace("NAME", prefix));
    const own = await run(typed(""), { cwd: folders.own });
    const renamed = await run(typed("zq"), { cwd: folders.renamed });
    return [own, renamed];
  }

  test.each([["--help"], ["audit --help"], ["claims"], ["claims --json"], ["claims --frontier"]])(
    "%s",
    async (line) => {
      const [own, renamed] = await both(line.split(" "));
      expect(own.code).toBe(0);
      expect(even(renamed.stdout)).toBe(even(own.stdout));
      expect(own.stdout.length).toBeGreaterThan(100);
    },
  );

  test("rows and every file of the report", { timeout: 240_000 }, async () => {
    const [own, renamed] = await both(["audit", "--json", "--out", "report"], runCli);
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
  });

  test.each(wrong.map((args) => [args.join(" "), args] as const))("error: %s", async (_, args) => {
    const [own, renamed] = await both(args);
    expect(own).toMatchObject({ code: 2, stdout: "" });
    expect(even(renamed.stderr)).toBe(even(own.stderr));
  });
});
