import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openFailures } from "../src/auditor/failures/failure-database.js";
import { rowWith } from "../src/auditor/testing/row-with.js";
import { runVitest } from "./run-vitest.js";

const project = path.join(import.meta.dirname, "reporter-project");
const folder = path.join(project, ".lemmacheck");
const refuted = { claim: "kept", form: "printed", verdict: "refuted", stream: "cell" } as const;

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  // In continuous integration nothing is kept.
  vi.stubEnv("CI", undefined);
  const failures = openFailures(project, {});
  failures.keep(rowWith({ ...refuted, cell: { k: 100, gamma: 0.1 }, draws: 640 }));
  failures.keep(rowWith({ ...refuted, cell: { k: 100, gone: 1 }, draws: 640 }));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const run = (bound: string) => {
  vi.stubEnv("KEPT_BOUND", bound);
  return runVitest("reporter-project", "kept", "--reporter=verbose", "--reporter=../../src/vitest/reporter.ts");
};
const KEPT = 'kept failure: printed at {"k":100,"gamma":0.1}';

test("properties try kept failures first, each as a test of its own that fails while it is refuted", async () => {
  const { code, stdout, stderr } = await run("0.5");
  expect(code).toBe(1);
  expect(stdout).toContain(`× kept.fixture.ts > kept (kept) > ${KEPT}`);
  expect(stdout.indexOf(KEPT)).toBeLessThan(stdout.indexOf("no admissible cell refutes it"));
  expect(stderr).toMatch(/kept \(printed\) at \{"k":100,"gamma":0\.1\} is refuted/);
});

test("what passes again says so, as does what is no cell any more, and the entries stay", async () => {
  const { code, stdout } = await run("1");
  expect(code).toBe(0);
  expect(stdout).toContain(`✓ kept.fixture.ts > kept (kept) > ${KEPT}`);
  expect(stdout).toContain("passes again: supported");
  expect(stdout).toContain("no longer a cell of this claim");
  const entries = await readdir(path.join(folder, "failures"));
  expect(entries.filter((name) => name.startsWith("kept-"))).toHaveLength(2);
});

test("nothing is tried where it is switched off", async () => {
  vi.stubEnv("CI", "true");
  const { code, stdout } = await run("0.5");
  expect(stdout).not.toContain("kept failure");
  expect(code === 0 || code === 1).toBe(true);
  expect(existsSync(folder)).toBe(true);
});
