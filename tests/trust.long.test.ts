import { execFile, spawnSync } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";

// What docs/trust.md states, at reduced size: each script ends with another exit code where its figure does not hold.

/** Where redis-server is missing, one way fewer is compared. */
const redis = spawnSync("redis-server", ["--version"]).status === 0;

test.each([
  [
    "peeking.mjs",
    ["64", "0"],
    /^56 boundaries that can be crossed, 16 that cannot: from 0\.0.* to 0\.\d+ of α \(.*\)$/,
  ],
  [
    "peeking-simulated.mjs",
    ["100", "512"],
    /^60 boundaries at α = 0\.1: at most \d+ of 100 runs decided one way, 0 more than α allows, 0 not as the law of the counts says$/,
  ],
  ["random-claims.mjs", ["40", "0.1"], /^budget 0\.1: \d of 40 runs had a false verdict.*; 0 defects$/],
  ["random-claims.mjs", ["40"], /^budget 0\.000001: 0 of 40 runs had a false verdict.*; 0 defects$/],
  ["false-alarms.mjs", ["2", "0.01"], /^budget 0\.01: 0 of 2 seeds had a false verdict/],
  [
    "seeds.mjs",
    "2 seeds.jsonl properties/chi-square properties/input-law".split(" "),
    /^2 seeds: \d+ tests passed, 0 failed, in \d+ to \d+ s a run; /,
  ],
  ["fuzz-arguments.mjs", ["300"], /^30\d cases, 0 not as they should be$/],
  ["fuzz-arguments.mjs", ["20", "7", "binary"], /^2\d cases, 0 not as they should be$/],
  ["normals.mjs", ["1e7"], /^fast: 6\.71e\+7 draws, the p-value nearest 0 or 1 is \d/],
  ["fuzz.mjs", ["20000"], /^200\d\d cases, 0 not as they should be$/],
  [
    "determinism.mjs",
    (
      "chi-square input-law proposition-2-fixed gradient-duality figure-1 gaussian-last-layer lemma-2-independence " +
      "--draws 512"
    ).split(" "),
    redis
      ? /^\d+ rows, [1-9]\d* of them by draws, 8 other ways, 0 of them with others$/
      : /^\d+ rows, [1-9]\d* of them by draws, 7 other ways, 0 of them with others$/,
  ],
  ["kills.mjs", ["4"], /^\d+ kills, \d+ audits that ended, 0 of them wrong; /],
  // How fast is for a quiet machine to say.
  ["kills.mjs", ["4", "1", "SIGINT,SIGTERM", "Infinity"], /^\d+ kills, \d+ audits that ended, 0 of them wrong; /],
])("%s %j", async (script, args, last) => {
  const file = path.resolve(import.meta.dirname, "../scripts/trust", script);
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], { cwd: await freshDirectory() });
  expect(stdout.trim().split("\n").at(-1)).toMatch(last);
});
