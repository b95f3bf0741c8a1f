import { expect, test } from "vitest";
import { runCli } from "./run-cli.js";
import { foldersOf, holdReports, PAPERS } from "./testing/renamed-papers.js";

test("rows and every file of our report are the same with all parameters under other names", async () => {
  const paper = PAPERS.find(({ name }) => name === "our");
  expect(paper).toBeDefined();
  if (paper) await holdReports(await foldersOf(paper), runCli);
});
