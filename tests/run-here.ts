import { vi } from "vitest";
import { main } from "../src/cli/main.js";
import type { Outcome } from "./run-cli.js";

const HOME = new URL("../bounds/paper.ts", import.meta.url).href;

/** The exit code that was set, 0 if none was. */
const exitCodeNow = () => Number(process.exitCode ?? 0);

/** Commands that would have workers, which sources have none of. */
const WORKING = ["audit", "replay", "search", "figure", "landscape", "practice"];

/**
 * Runs the command line in this process, from its sources: without the half second that a process takes to start, and
 * with everything in this thread. One at a time.
 */
export async function runHere(args: readonly string[], { cwd }: { cwd?: string } = {}): Promise<Outcome> {
  const [folder, before] = [process.cwd(), process.exitCode];
  let [stdout, stderr] = ["", ""];
  // Each run listens to its errors until the process ends.
  process.stdout.setMaxListeners(0);
  const out = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    stdout += String(chunk);
    return true;
  });
  const err = vi.spyOn(process.stderr, "write").mockImplementation((chunk) => {
    stderr += String(chunk);
    return true;
  });
  try {
    if (cwd !== undefined) process.chdir(cwd);
    process.exitCode = undefined;
    const [command = "", ...rest] = args;
    const alone = WORKING.includes(command) && !args.includes("--workers") ? ["--workers", "0"] : [];
    await main({ home: HOME, arguments: args.length === 0 ? [] : [command, ...alone, ...rest] });
    return { code: exitCodeNow(), stdout, stderr };
  } finally {
    out.mockRestore();
    err.mockRestore();
    process.chdir(folder);
    process.exitCode = before;
  }
}
