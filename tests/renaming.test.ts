import { beforeAll, describe, expect, test } from "vitest";
import { runHere } from "./run-here.js";
import { both, even, type Folders, foldersOf, holdReports, PAPERS } from "./testing/renamed-papers.js";

// Nothing in the auditor, the command line and the reports knows a parameter by its name: with all of them under other
// names, everything that anybody sees is the same up to those names. Our report is in renaming.long.test.ts.

describe.each(PAPERS)("$name paper under other names", (paper) => {
  let folders: Folders;
  beforeAll(async () => {
    folders = await foldersOf(paper);
  });

  test.each([["--help"], ["audit --help"], ["claims"], ["claims --json"], ["claims --frontier"]])(
    "%s",
    async (line) => {
      const [own, renamed] = await both(folders, line.split(" "), runHere);
      expect(own.code).toBe(0);
      expect(even(renamed.stdout)).toBe(even(own.stdout));
      expect(own.stdout.length).toBeGreaterThan(100);
    },
  );

  test.runIf(paper.name !== "our")("rows and every file of the report", async () => {
    await holdReports(folders, runHere);
  });

  test.each(paper.wrong.map((args) => [args.join(" "), args] as const))("error: %s", async (_, args) => {
    const [own, renamed] = await both(folders, args, runHere);
    expect(own).toMatchObject({ code: 2, stdout: "" });
    expect(even(renamed.stderr)).toBe(even(own.stderr));
  });
});
