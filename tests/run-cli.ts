import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command line. */
export const MAIN = path.resolve(import.meta.dirname, "../dist/bounds/main.js");

/** Runs the built command line, as `npm run lemmacheck` does, in `cwd`; with `interrupt`, sends SIGINT at its first output. */
export function runCli(
  args: readonly string[],
  { cwd, interrupt = false }: { cwd?: string; interrupt?: boolean } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (interrupt && stdout === "") child.kill("SIGINT");
      stdout += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** A fresh directory of its own. */
export function freshDirectory(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), "lemmacheck-"));
}
