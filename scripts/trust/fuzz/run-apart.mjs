import { spawnSync } from "node:child_process";
import path from "node:path";

/** Where the built program is. */
export const MAIN = path.join(import.meta.dirname, "../../../dist/bounds/main.js");

/** What a process may have of memory for its objects, in MiB. */
const HEAP = 512;
/** What a process may take by the clock, beside whatever else the machine does, in milliseconds. */
const PATIENCE = 120_000;

/** Has a process say at its end what it took of the processor's time, in milliseconds, and at most of memory, in MiB. */
const TELL = `data:text/javascript,${encodeURIComponent(`import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }));
});`)}`;
const OPTIONS = [`--max-old-space-size=${HEAP}`, "--import", TELL];

/** Failures are kept, and errors told, as where somebody works. */
const env = { ...process.env, CI: "", LEMMACHECK_DATABASE: "", LEMMACHECK_DEBUG: "" };

/** Runs the program by itself, with little memory and not for ever: how it ended, what it printed, what it took. */
export function runApart(words, cwd) {
  // No process can be given them.
  const given = words.map((word) => word.replaceAll("\u0000", ""));
  const { status, signal, stdout, stderr, output } = spawnSync(process.execPath, [...OPTIONS, MAIN, ...given], {
    cwd,
    encoding: "utf8",
    env,
    timeout: PATIENCE,
    killSignal: "SIGKILL",
    maxBuffer: 2 ** 27,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const told = signal === null ? /^\{[^}]*\}/.exec(output?.[3] ?? "") : null;
  const { cpu, memory } = told === null ? { cpu: Number.NaN, memory: Number.NaN } : JSON.parse(told[0]);
  return { code: status ?? signal, stdout: stdout ?? "", stderr: stderr ?? "", cpu, memory };
}
