import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Outcome } from "./run-cli.js";
import { runVitest } from "./run-vitest.js";

let whole: Outcome;
let merged: Outcome;
beforeAll(async () => {
  whole = await runVitest("sharded-project");
  const blobs = await mkdtemp(path.join(tmpdir(), "lemmacheck-blobs-"));
  for (const part of [1, 2])
    await runVitest("sharded-project", `--shard=${part}/2`, "--reporter=blob", `--outputFile=${blobs}/${part}.json`);
  merged = await runVitest("sharded-project", `--merge-reports=${blobs}`);
}, 120_000);

/** The ledger of a run: its table, and what it has spent; lines in one order, since files end in any. */
const ledger = ({ stdout }: Outcome) => stdout.slice(stdout.indexOf("worst failure rate")).split("\n").toSorted();

test("parts of vitest's --shard, put together by --merge-reports, give the ledger of one run", () => {
  expect([whole.code, merged.code]).toEqual([1, 1]);
  expect(ledger(merged)).toEqual(ledger(whole));
  for (const coin of [1, 2, 3]) expect(ledger(whole).join("\n")).toContain(`coin ${coin} shows heads`);
  expect(ledger(whole).join("\n")).toMatch(/ spent by 4 sampled decisions/);
});

test("a failure says how to see it again, and that command makes the same draws", async () => {
  const [, seed, file, pattern] =
    /Again: LEMMACHECK_SEED=(\S+) npx vitest run (\S+) -t '([^']+)'/.exec(whole.stderr) ?? [];
  expect([seed, file]).toEqual(["1", "part-3.fixture.ts"]);
  const again = await runVitest("sharded-project", file, "-t", pattern);
  const failure = /toHaveMean: .*/.exec(whole.stderr)?.[0];
  expect(failure).toMatch(/ is refuted; expected supported/);
  expect(again.stderr).toContain(failure);
  expect(again.stdout).toMatch(/1 failed \| 1 skipped/);
});
