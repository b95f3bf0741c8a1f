import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";
import { runHere } from "./run-here.js";

describe("what the paper shows in a report beside its claims", { timeout: 120_000 }, () => {
  let cwd: string;
  const report = (...args: string[]) =>
    runHere(["report", "--from", "rows.jsonl", "--out", "out", "--workers", "0", ...args], { cwd });
  const page = () => readFile(path.join(cwd, "out/index.html"), "utf8");

  beforeAll(async () => {
    cwd = await freshDirectory();
    const { stdout } = await runHere("audit lemma-1 --psi relu --psi tanh --d 10 --k 4 --gamma 0.05 --json".split(" "));
    await writeFile(path.join(cwd, "rows.jsonl"), stdout);
    const figure = "figure 1 --psi tanh --d 4,8 --k 4,8 --depth 1 --networks 40 --inputs 10 --out points --json";
    expect((await runHere(figure.split(" "), { cwd })).code).toBe(0);
  }, 120_000);

  test("activations: constants, provenance, pictures, and what says nothing for one reason in one line", async () => {
    expect((await report()).code).toBe(0);
    const html = await page();
    const room = html.slice(html.indexOf('id="activations"'));
    expect(room).toContain("constants certified");
    expect(room).toContain("L = sup|ψ″|");
    expect(room).toMatch(/<li>[^<]*Proposition 1[^<]*Theorem 1[^<]*: [^<]*relu has a kink at 0/);
    const figures = (await readdir(path.join(cwd, "out/figures"))).filter((name) => name.startsWith("activations-"));
    // ψ and ψ' of the ReLU, and ψ'' of tanh beside them.
    expect(figures).toHaveLength(5);
    expect(html).not.toContain('id="section-4"');
  });

  test("points of figures: in the page, as files, and in the map of Theorem 1 where a statement has one", async () => {
    expect(await report("--figures", "points")).toMatchObject({ code: 0, stderr: "" });
    const html = await page();
    expect(html).toContain('id="section-4"');
    for (const title of ["Figure 1: fraction of inputs", "Figure 2a: smallest |η|", "Figure 2b: ‖∇f(x)‖"])
      expect(html).toContain(title);
    expect(await readdir(path.join(cwd, "out/figures"))).toContain("section-4-1-1-1.svg");
  });

  test("a line that is none is named, and the rest shown", async () => {
    const points = await readFile(path.join(cwd, "points/points.jsonl"), "utf8");
    await writeFile(path.join(cwd, "some.jsonl"), `${points}{"schema":7}\nnot json\n`);
    const { code, stderr } = await report("--figures", "some.jsonl");
    expect(code).toBe(2);
    expect(stderr).toMatch(/--figures is some\.jsonl; at line 5 it is .*schema.*; it must be a line that a command of/);
    expect(stderr).toMatch(/at line 6 it is .*not json/);
    expect(await page()).toContain('id="section-4"');
  });

  test.each([
    ["nowhere", /--figures is nowhere; it must be a file of points, or a directory with one/],
    ["empty", /--figures is empty; it must have a line that a command of/],
    ["rows.jsonl", /--figures is rows\.jsonl; at line 1 it is .*; it must be a line/],
  ])("%s is one clear line", async (place, words) => {
    await mkdir(path.join(cwd, "empty"), { recursive: true });
    const { code, stderr } = await report("--figures", place);
    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(words);
  });
});
