import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { freshDirectory, runCli } from "./run-cli.js";

/** A claim on coins; `toss` is the body of its sampler. Each thread that loads it but the first adds a line to a file. */
const config = (toss: string) => `import { appendFileSync } from "node:fs";
  import { isMainThread } from "node:worker_threads";
  import { defineClaim, definePaper, defineSampler, gamma, integers, parameter } from "lemmacheck";
  if (!isMainThread) appendFileSync("threads", "one\\n");
  const n = parameter({ name: "n", domain: integers(1, 1000) });
  const coin = defineSampler({ id: "coin", parameters: [n], cost: () => 1e5, draw: (given, random) => { ${toss} } });
  const claim = defineClaim({ id: "coin", label: "Coin", kind: "whp", quote: "q", latex: "x", nonClaims: ["nothing else"],
    parameters: [n, gamma], hypotheses: [], draw: coin, observed: (x) => x, relation: "<=", trivial: () => 2,
    exact: () => ({ logLower: Math.log(0.009), logUpper: Math.log(0.009) + 1e-12 }), forms: { printed: { bound: () => 1 } },
    cells: [{ n: [1], gamma: [0.05] }], witness: { n: 1, gamma: 0.05 }, mutants: {
      zero: { bound: () => -1, at: { n: 1, gamma: 0.05 } } } });
  export default { papers: [definePaper({ id: "coins", title: "Coins", authors: [], year: 2020, source: "s", parameters: [n, gamma],
    claims: [claim] })] };`;

async function withConfig(toss: string): Promise<string> {
  const directory = await freshDirectory();
  await writeFile(path.join(directory, "lemmacheck.config.ts"), config(toss));
  return directory;
}

describe("worker threads", () => {
  test("start when there is work for them: one for a single question that is computed, however many may", async () => {
    const cwd = await withConfig("return 0;");
    for (const [i, workers] of ["1", "128"].entries()) {
      const { code, stdout } = await runCli(["audit", "--method", "exact", "--json", "--workers", workers], { cwd });
      expect({ code, rows: stdout.trim().split("\n").length }).toEqual({ code: 0, rows: 1 });
      expect(await readFile(path.join(cwd, "threads"), "utf8")).toBe("one\n".repeat(i + 1));
    }
    await runCli(["audit", "--method", "sampled", "--json", "--workers", "2"], { cwd });
    expect(await readFile(path.join(cwd, "threads"), "utf8")).toBe("one\n".repeat(4));
  });

  test.each(["isMainThread ? 0 : process.exit(0)", "isMainThread ? 0 : process.exit(7)"])(
    "that end by themselves are a message and exit 2: %s",
    async (toss) => {
      const cwd = await withConfig(`return ${toss};`);
      const { code, stderr } = await runCli(["audit", "--method", "sampled", "--json"], { cwd });
      expect(stderr).toMatch(
        /^lemmacheck: a worker thread stopped by itself with exit code \d; [^\n]*process\.exit[^\n]*\n$/,
      );
      expect(code).toBe(2);
    },
  );
});

test.each(["process.exit(0)", "process.exit(1)"])(
  "a claim that ends the program itself is no success: %s",
  async (exit) => {
    const cwd = await freshDirectory();
    await writeFile(path.join(cwd, "lemmacheck.config.ts"), `${exit}; export default {};`);
    const { code, stderr } = await runCli(["claims"], { cwd });
    expect(stderr).toMatch(/^lemmacheck: the run was ended from inside; [^\n]*process\.exit[^\n]*\n$/);
    expect(code).toBe(2);
  },
);
