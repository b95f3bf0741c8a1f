import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { freshDirectory, MAIN, runCli } from "./run-cli.js";

/** A claim that is computed at many cells, a few hundred milliseconds each: nothing in it ever waits. */
const SLOW = `import { defineClaim, definePaper, integers, nothing, parameter } from "lemmacheck";
  const n = parameter({ name: "n", domain: integers(1, 1000) });
  const work = () => { const end = performance.now() + 200; while (performance.now() < end); return 0; };
  const shared = { parameters: [n], quote: "q", latex: "x", hypotheses: [], nonClaims: ["nothing else"], relation: "<=" };
  const once = defineClaim({ ...shared, id: "once", label: "Once", kind: "deterministic", draw: nothing,
    observed: work, forms: { printed: { bound: () => 1 } }, cells: [{ n: Array.from({ length: 300 }, (_, i) => i + 1) }], witness: { n: 1 }, mutants: {
      negative: { bound: () => -1, at: { n: 1 } } } });
  export default { papers: [definePaper({ id: "slow", title: "T", authors: [], year: 2020, source: "s", parameters: [n], claims: [once] })] };`;

/** Sends a signal once the run has printed something, and tells how it ended and how long that took. */
function interrupted(args: readonly string[], cwd: string, signal: NodeJS.Signals) {
  return new Promise<{ code: number | null; stderr: string; took: number }>((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let [stderr, sent] = ["", 0];
    const send = () => {
      if (sent > 0) return;
      sent = performance.now();
      child.kill(signal);
    };
    child.stdout.on("data", send);
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
      send();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stderr, took: performance.now() - sent }));
  });
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

describe.each(SIGNALS)("%s ends within moments, with exit 130 and one word", (signal) => {
  test("an audit that only computes", async () => {
    const cwd = await freshDirectory();
    await writeFile(path.join(cwd, "lemmacheck.config.ts"), SLOW);
    const { code, stderr, took } = await interrupted(["audit", "once", "--json"], cwd, signal);
    expect({ code, stderr }).toEqual({ code: 130, stderr: "lemmacheck: interrupted\n" });
    expect(took).toBeLessThan(3000);
  });

  test("a sampled audit", async () => {
    const cell = "--psi tanh --d 1 --k 1,1e10 --gamma 1e-3 --draws 100 --json".split(" ");
    const args = ["audit", "lemma-1", "--method", "sampled", ...cell];
    const { code, stderr, took } = await interrupted(args, await freshDirectory(), signal);
    expect({ code, stderr }).toEqual({ code: 130, stderr: "lemmacheck: interrupted\n" });
    expect(took).toBeLessThan(3000);
  });

  test("a replay", async () => {
    const cwd = await freshDirectory();
    await writeFile(path.join(cwd, "lemmacheck.config.ts"), SLOW);
    const [row] = (await runCli(["audit", "once", "--n", "1", "--json"], { cwd })).stdout.split("\n");
    const rows = Array.from({ length: 300 }, (_, i) => row.replace('"n":1', `"n":${i + 1}`));
    await writeFile(path.join(cwd, "rows.jsonl"), rows.join("\n"));
    const { code, stderr, took } = await interrupted(["replay", "rows.jsonl"], cwd, signal);
    expect(code).toBe(130);
    expect(stderr).toMatch(/\nlemmacheck: interrupted\n$/);
    expect(took).toBeLessThan(3000);
  });
});
