import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";

// What docs/trust.md states of oracles by other people's programs, at reduced size. Each is skipped where one is not installed.

const PYTHON = process.env.PYTHON ?? "/usr/bin/python3";
const hasMpmath = spawnSync(PYTHON, ["-c", "import mpmath"]).status === 0;
const hasSollya = spawnSync("sollya", ["--version"]).error === undefined;

async function run(script: string, args: readonly string[]) {
  const file = path.resolve(import.meta.dirname, "../scripts/trust", script);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: await freshDirectory(),
    encoding: "utf8",
  });
  return { status, stderr, last: stdout.trim().split("\n").at(-1) };
}

describe.skipIf(!hasMpmath)("tails against mpmath", () => {
  test("of each law some", { timeout: 600_000 }, async () => {
    const { status, last, stderr } = await run("tails.mjs", ["4", "1"]);
    expect(stderr).toBe("");
    expect(last).toMatch(
      /^21 laws: \d+ compared, \d+ below 1e-100, \d+ below 1e-300, 0 without a reference, 0 missed$/,
    );
    expect(status).toBe(0);
  });

  test("a reference that is off by 1e-6 is outside", { timeout: 600_000 }, async () => {
    const { status, last } = await run("tails.mjs", ["4", "1", "Smirnov,occupancy,sum of uniform", "1e-6"]);
    expect(last).toMatch(/^3 laws: 14 compared, .*, 14 missed$/);
    expect(status).toBe(1);
  });
});

describe.skipIf(!(hasMpmath && hasSollya))("constants of random expressions against mpmath and sollya", () => {
  test("are nowhere exceeded, and reached", { timeout: 600_000 }, async () => {
    const { status, last } = await run("constants.mjs", ["30"]);
    expect(last).toMatch(/ accepted of \d+, .*; 0 contradicted$/);
    expect(status).toBe(0);
  });

  test.each(["0.999", "1.001"])("%s times as much is contradicted", { timeout: 600_000 }, async (factor) => {
    const { status, last } = await run("constants.mjs", ["10", "constants.jsonl", "0", factor]);
    expect(last).toMatch(/; [1-9]\d* contradicted$/);
    expect(status).toBe(1);
  });
});

test.each([
  ["tails.mjs", ["0"], 'CASES is "0"; it must be an integer of at least 1'],
  ["tails.mjs", ["1", "1", "normal", "x"], 'OFF is "x"; it must be a number'],
  ["constants.mjs", ["x"], 'COUNT is "x"; it must be an integer of at least 1'],
  ["constants.mjs", ["1", "a", "-1"], 'FIRST is "-1"; it must be an integer of at least 0'],
  ["constants.mjs", ["1", "a", "0", "0"], 'FACTOR is "0"; it must be a positive number'],
])("%s %j is refused", async (script, args, line) => {
  const { status, stderr } = await run(script, args);
  expect(stderr).toBe(`${line}\n`);
  expect(status).toBe(2);
});
