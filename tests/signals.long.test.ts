import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { freshDirectory, MAIN, runCli } from "./run-cli.js";

/** A claim that is computed at many cells for a minute in all, and one whose evaluation never ends: nothing in them waits. */
const SLOW = `import { writeSync } from "node:fs";
  import { defineClaim, definePaper, integers, nothing, parameter } from "lemmacheck";
  const n = parameter({ name: "n", domain: integers(1, 1000) });
  const work = () => { const end = performance.now() + 200; while (performance.now() < end); return 0; };
  const shared = { parameters: [n], quote: "q", latex: "x", hypotheses: [], nonClaims: ["nothing else"], relation: "<=" };
  const once = defineClaim({ ...shared, id: "once", label: "Once", kind: "deterministic", draw: nothing,
    observed: work, forms: { printed: { bound: () => 1 } }, cells: [{ n: Array.from({ length: 300 }, (_, i) => i + 1) }], witness: { n: 1 }, mutants: {
      negative: { bound: () => -1, at: { n: 1 } } } });
  const endless = defineClaim({ ...shared, id: "endless", label: "Endless", kind: "deterministic", draw: nothing,
    observed: () => { writeSync(1, "begun"); for (;;); }, forms: { printed: { bound: () => 1 } }, cells: [{ n: [1] }], witness: { n: 1 }, mutants: {
      negative: { bound: () => -1, at: { n: 1 } } } });
  export default { papers: [definePaper({ id: "slow", title: "T", authors: [], year: 2020, source: "s", parameters: [n], claims: [once, endless] })] };`;

/** Sends a signal once the run has printed something, and tells how it ended: by exit code, or by the signal itself. */
function interrupted(args: readonly string[], cwd: string, signal: NodeJS.Signals) {
  return new Promise<{ code: number | null; killed: NodeJS.Signals | null; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let [stderr, sent] = ["", false];
    const send = () => {
      if (!sent) child.kill(signal);
      sent = true;
    };
    child.stdout.on("data", send);
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
      send();
    });
    child.on("error", reject);
    child.on("close", (code, killed) => resolve({ code, killed, stderr }));
  });
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

// Each would otherwise run for a minute or more, and exit with 0.
describe.each(SIGNALS)("%s ends, with exit 130 and one word", (signal) => {
  test("an audit that only computes", async () => {
    const cwd = await freshDirectory();
    await writeFile(path.join(cwd, "lemmacheck.config.ts"), SLOW);
    const { code, stderr } = await interrupted(["audit", "once", "--json"], cwd, signal);
    expect({ code, stderr }).toEqual({ code: 130, stderr: "lemmacheck: interrupted\n" });
  });

  test("a sampled audit", async () => {
    const cell = "--form printed --psi tanh --d 1 --k 1,2,1e10 --gamma 1e-3 --draws 100 --json".split(" ");
    const args = ["audit", "lemma-1", "--method", "sampled", ...cell];
    const { code, stderr } = await interrupted(args, await freshDirectory(), signal);
    expect({ code, stderr }).toEqual({ code: 130, stderr: "lemmacheck: interrupted\n" });
  });

  test("a replay", async () => {
    const cwd = await freshDirectory();
    await writeFile(path.join(cwd, "lemmacheck.config.ts"), SLOW);
    const [row] = (await runCli(["audit", "once", "--n", "1", "--json"], { cwd })).stdout.split("\n");
    const rows = Array.from({ length: 300 }, (_, i) => row.replace('"n":1', `"n":${i + 1}`));
    await writeFile(path.join(cwd, "rows.jsonl"), rows.join("\n"));
    const { code, stderr } = await interrupted(["replay", "rows.jsonl"], cwd, signal);
    expect(code).toBe(130);
    expect(stderr).toMatch(/\nlemmacheck: interrupted\n$/);
  });
});

describe.each(SIGNALS)("within an evaluation that never ends, %s", (signal) => {
  async function endless(n: string, ...more: readonly string[]) {
    const cwd = await freshDirectory();
    await writeFile(path.join(cwd, "lemmacheck.config.ts"), SLOW);
    return interrupted(["audit", "endless", "--n", n, "--json", ...more], cwd, signal);
  }

  test("ends an audit, with exit 130 and one word", async () => {
    expect(await endless("1,2,3")).toEqual({ code: 130, killed: null, stderr: "lemmacheck: interrupted\n" });
  });

  test("ends an audit of a single question so too", async () => {
    expect(await endless("1")).toEqual({ code: 130, killed: null, stderr: "lemmacheck: interrupted\n" });
  });

  test("ends the process where no thread was to work beside the main one", async () => {
    expect(await endless("1", "--workers", "0")).toEqual({ code: null, killed: signal, stderr: "" });
  });

  test("ends a search, with exit 130 and one word", async () => {
    const cwd = await freshDirectory();
    await writeFile(path.join(cwd, "lemmacheck.config.ts"), SLOW);
    const ended = await interrupted(["search", "endless", "--time", "600", "--json"], cwd, signal);
    expect(ended).toMatchObject({ code: 130, killed: null });
    expect(ended.stderr).toMatch(/(^|\n)lemmacheck: interrupted\n$/);
  });
});
