import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import type { Outcome } from "./run-cli.js";

const VITEST = path.join(path.dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

/** Runs the tests of a project of its own under this folder, without colours and without this run's settings. */
export function runVitest(project: string, ...args: readonly string[]): Promise<Outcome> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|LEMMACHECK|FORCE_COLOR|NODE_OPTIONS)/.test(name),
  );
  const env = { ...Object.fromEntries(own), NO_COLOR: "1" };
  return new Promise((resolve, reject) => {
    const root = path.join(import.meta.dirname, project);
    const child = spawn(process.execPath, [VITEST, "run", "--root", root, ...args], {
      env,
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
