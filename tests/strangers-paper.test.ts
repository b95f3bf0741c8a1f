import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Row } from "lemmacheck";
import { beforeAll, describe, expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";
import { runHere } from "./run-here.js";

// A paper that is not ours, in a folder of its own: one parameter with a name that an option has, one size.
const CONFIG = `import { defineClaim, defineConfig, definePaper, defineSampler, integers, openInterval, parameter } from "lemmacheck";
import { uniform } from "lemmacheck/probability";

const n = parameter({ name: "n", symbol: "N", about: "how many coupons there are", domain: integers(2, 2 ** 53), size: true });
const draws = parameter({ name: "draws", about: "how many are drawn for each", domain: openInterval(0, 100) });

/** How many different coupons of n are missing after n·draws draws. */
const missing = defineSampler({
  id: "missing-coupons",
  parameters: [n, draws],
  cost: ({ n, draws }) => n * draws,
  draw: ({ n, draws }, random) => {
    const bits = random("coupons");
    const seen = new Set<number>();
    for (let i = 0; i < n * draws; i++) seen.add(Math.floor(n * uniform(bits)));
    return n - seen.size;
  },
});

const collector = defineClaim({
  id: "coupon-collector",
  label: "Lemma 3.8",
  kind: "whp",
  quote: "after n·t draws no coupon is missing, but for a probability of n·exp(−t)",
  latex: String.raw\`\\Pr(M_{nt} > 0) \\le n e^{-t}\`,
  nonClaims: [],
  parameters: [n, draws],
  hypotheses: [{ latex: "n \\\\ge 5", parameter: n, least: () => 5 }],
  draw: missing,
  observed: (count) => count,
  relation: "<=",
  trivial: ({ n }) => n,
  allows: ({ n, draws }) => n * Math.exp(-2 * draws),
  forms: {
    printed: { bound: () => 0, refutedAt: { n: 10, draws: 3 } },
    repaired: {
      latex: String.raw\`\\Pr(M_{nt} > 0) \\le n e^{-t},\\ \\text{and no more}\`,
      reason: "the exponent of this test's misprint is doubled",
      bound: () => 3,
    },
  },
  cells: [{ n: ["least", 10], draws: [3] }],
  mutants: { none: { bound: () => -1, at: { n: 10, draws: 3 } } },
});

export default defineConfig({
  papers: [
    definePaper({
      id: "coupons",
      title: "On coupons",
      authors: ["A. Collector", "B. Collector"],
      year: 1999,
      source: "Journal of Coupons 3",
      parameters: [n, draws],
      claims: [collector],
      examples: [{ command: "audit coupon-collector --n 10", about: "ten coupons" }],
    }),
  ],
});
`;

const rowsOf = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line): Row => JSON.parse(line));

describe("a stranger's paper in a folder of its own", () => {
  let cwd = "";
  beforeAll(async () => {
    cwd = await freshDirectory();
    await writeFile(path.join(cwd, "lemmacheck.config.ts"), CONFIG);
  });

  test("5. its parameters have flags, under cell. where a command has one of that name, `least` and a frontier", async () => {
    const { code, stdout } = await runHere(["audit", "--n", "7", "--cell.draws", "2,4", "--draws", "640", "--json"], {
      cwd,
    });
    expect(code).toBe(0);
    expect(rowsOf(stdout).map(({ cell }) => cell)).toEqual([
      { n: 7, draws: 2 },
      { n: 7, draws: 2 },
      { n: 7, draws: 4 },
      { n: 7, draws: 4 },
    ]);
    const [first] = rowsOf((await runHere(["audit", "--draws", "64", "--json"], { cwd })).stdout);
    expect(first.cell.n).toBe(5);
    const least = await runHere(["audit", "--n", "least,9", "--cell.draws", "2", "--draws", "64", "--json"], { cwd });
    expect(rowsOf(least.stdout).map(({ cell }) => cell.n)).toEqual([5, 5, 9, 9]);
    expect((await runHere(["claims", "coupon-collector", "--n", "least"], { cwd })).stderr).toContain(
      "--n is least; it must",
    );
    const frontier = JSON.parse((await runHere(["claims", "--frontier", "--json"], { cwd })).stdout);
    expect(frontier).toMatchObject([{ id: "coupon-collector", frontier: { least: { n: { n: 5 } } } }]);
    expect(await runHere(["audit", "--n", "-3.5"], { cwd })).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "lemmacheck: --n is -3.5; it must be an integer from 2 to 2^53\n",
    });
    const help = (await runHere(["audit", "--help"], { cwd })).stdout.replaceAll(/\s+/g, " ");
    expect(help).toContain("--n <list> how many coupons there are: an integer from 2 to 2^53");
    expect(help).toContain("--cell.draws <list> how many are drawn for each: a number in (0, 100)");
    expect(help).not.toMatch(/--psi|--normalize/);
  });

  test("6. an audit asks its questions alone, help and report speak of it, with label, quote, formula and repair", async () => {
    const { code, stdout } = await runHere(["audit", "--out", "out"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n4 rows: /);
    const help = (await runHere(["--help"], { cwd })).stdout.replaceAll(/\s+/g, " ");
    expect(help).toContain("A. Collector, B. Collector. On coupons (1999). Journal of Coupons 3");
    expect(help).toContain("lemmacheck audit coupon-collector --n 10 ten coupons");
    expect(help).not.toMatch(/Bubeck|activation|constants|lemma-1/);
    const html = await readFile(path.join(cwd, "out/index.html"), "utf8");
    for (const text of ["On coupons (1999)", "Lemma 3.8", "no coupon is missing", "doubled", "N=10", "<math"])
      expect(html).toContain(text);
    expect(html.match(/<details class="statement" data-of="[^"]*"><summary><h3>[^<]*<\/h3> <code>/g)).toHaveLength(1);
  });

  test("rows name the paper, and replay finds the claim by it", async () => {
    const { stdout } = await runHere(["audit", "--json"], { cwd });
    expect(rowsOf(stdout).map(({ paper }) => paper)).toEqual(Array.from({ length: 4 }, () => "coupons"));
    await writeFile(path.join(cwd, "rows.jsonl"), stdout);
    expect(await runHere(["replay", "rows.jsonl"], { cwd })).toMatchObject({
      code: 0,
      stdout: "4 of 4 rows came out the same\n",
    });
  });

  test("our paper is there under its name", async () => {
    const { stdout } = await runHere(["claims", "lemma-1", "--paper", "single-gradient-step"], { cwd });
    expect(stdout).toContain("Lemma 1  (lemma-1, whp)");
  });
});

describe("a config of several papers", () => {
  const config = ["--config", path.resolve(import.meta.dirname, "../examples/two-papers/lemmacheck.config.ts")];

  test("needs no --paper where one of them has what is named, by id or label, and values may read like labels", async () => {
    const { code, stdout } = await runHere(["audit", "--json", "tail", "--n", "10", "--c", "2", ...config]);
    expect(code).toBe(0);
    expect(rowsOf(stdout).map(({ paper, claim }) => [paper, claim])).toEqual([["coupons", "tail"]]);
    expect((await runHere(["claims", "distortion", ...config])).stdout).toContain("Lemma 1  (distortion, whp)");
    expect((await runHere(["claims", "Theorem 1", ...config])).stdout).toContain("Theorem 1  (tail, whp)");
  });

  test("says which papers have what is named, where that is not one", async () => {
    const missing = /^lemmacheck: --paper is missing; it must be one of coupons, random-projections, the papers of .*/;
    for (const [args, where] of [
      [["claims", "Lemma 1"], "Lemma 1 is in coupons and random-projections"],
      [["audit", "tail", "distortion"], "tail is in coupons, distortion is in random-projections"],
      [["audit"], "lemmacheck.config.ts"],
    ] as const) {
      const { code, stderr } = await runHere([...args, ...config]);
      expect(code).toBe(2);
      expect(stderr).toMatch(missing);
      expect(stderr.endsWith(`${where}\n`)).toBe(true);
    }
  });

  test("replays rows of all of them by the paper that each names", async () => {
    const cell = { tail: ["--n", "10", "--c", "2"], distortion: ["--m", "100", "--eps", "0.4"] };
    const rows = [];
    for (const [claim, at] of Object.entries(cell))
      rows.push(await runHere(["audit", claim, ...at, "--json", ...config]));
    const file = path.join(await freshDirectory(), "rows.jsonl");
    await writeFile(file, rows.map(({ stdout }) => stdout).join(""));
    expect(await runHere(["replay", file, ...config])).toMatchObject({
      code: 0,
      stdout: "2 of 2 rows came out the same\n",
    });
  });
});
