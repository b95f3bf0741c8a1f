import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Frontier, Row } from "lemmacheck";
import { describe, expect, test } from "vitest";
import { freshDirectory, runCli } from "./run-cli.js";
import { runHere } from "./run-here.js";

const parse = (text: string): Row[] =>
  text
    .trim()
    .split("\n")
    .map((line): Row => JSON.parse(line));
const timeless = (text: string) => parse(text).map((row) => ({ ...row, milliseconds: 0 }));

/** The fields of a row, in order: relied on from outside. */
const FIELDS =
  "schema, paper, claim, form, kind, cell, resolved, sampler, method, draws, violations, unresolved, allowed, failureRate, failureLower, failureUpper, alpha, verdict, reason, vacuous, bound, observedQuantile, observedLower, slack, refutedMultiple, calibration, grid, gridLower, gridUpper, exponent, exponentLower, exponentUpper, printedExponent, mean, meanLower, meanUpper, seed, stream, mutant, milliseconds".split(
    ", ",
  );

describe("audit --json", () => {
  const LEMMA_1 = "audit lemma-1 --psi tanh --d 400 --k 400 --gamma 0.05 --json".split(" ");

  test("prints rows with every field, and nothing on stderr", async () => {
    const { code, stdout, stderr } = await runHere(LEMMA_1);
    const rows = parse(stdout);
    expect(rows.map(({ form }) => form)).toEqual(["printed", "repaired"]);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(FIELDS);
      expect(Object.values(row)).not.toContain(undefined);
      expect(row).toMatchObject({
        schema: 2,
        paper: "single-gradient-step",
        claim: "lemma-1",
        verdict: "supported",
        vacuous: false,
        cell: { psi: "tanh", d: 400, k: 400, gamma: 0.05 },
        resolved: { psi: { expression: "tanh(t)", provenance: "certified" } },
      });
    }
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("rows do not depend on the number of workers, and change with the seed", async () => {
    const args = "audit lemma-1 --method sampled --psi tanh --psi relu --d 1,400 --k 7 --gamma 0.05 --json".split(" ");
    const [one, two, three, other] = await Promise.all(
      ["--workers 1", "--workers 2", "--workers 3", "--workers 2 --seed 0012"].map((more) =>
        runCli([...args, ...more.split(" ")]),
      ),
    );
    expect(timeless(two.stdout)).toEqual(timeless(one.stdout));
    expect(timeless(three.stdout)).toEqual(timeless(one.stdout));
    expect(parse(one.stdout)).toHaveLength(8);
    expect(parse(other.stdout).every(({ seed }) => seed === "0012")).toBe(true);
    expect(parse(other.stdout).map(({ draws }) => draws)).not.toEqual(parse(one.stdout).map(({ draws }) => draws));
  });

  test("an expression is an activation like another, whatever its variable is called", async () => {
    const args = "--d 9 --k 400 --gamma 0.05 --form printed --json".split(" ");
    const one = await runHere(["audit", "lemma-1", "--psi", "x / (1 + exp(-x))", ...args]);
    const other = await runHere(["audit", "lemma-1", "--psi", "t/(1+exp(-t))", ...args]);
    expect(timeless(other.stdout)).toEqual(timeless(one.stdout));
    expect(parse(one.stdout)).toMatchObject([
      {
        cell: { psi: "t/(1+exp(-t))" },
        resolved: { psi: { expression: "t/(1+exp(-t))", provenance: "certified" } },
        verdict: "supported",
        vacuous: false,
      },
    ]);
  });

  test("a refutation that the ledger expects is no failure", async () => {
    const { code, stdout } = await runHere("audit chi-square --form printed --k 1 --gamma 1e-4 --json".split(" "));
    expect(code).toBe(0);
    const [row] = parse(stdout);
    expect(row.verdict).toBe("refuted");
    // P(|χ²₁ − 1| > 4√log(2e4)), 40-digit reference: erfc(√((1 + 4√log(2e4))/2)).
    expect(row.failureRate).toBeCloseTo(2.276453894022024e-4, 14);
  });

  test("--method sampled agrees with --method exact where both exist", async () => {
    const { stdout } = await runHere(
      "audit chi-square --form printed --k 2 --gamma 0.3 --method sampled --json".split(" "),
    );
    const exact = await runHere("audit chi-square --form printed --k 2 --gamma 0.3 --method exact --json".split(" "));
    const [sampled] = parse(stdout);
    const [computed] = parse(exact.stdout);
    expect(sampled.verdict).toBe(computed.verdict);
    // The limits hold the true rate but with probability 2e-10.
    expect(computed.failureRate).toBeGreaterThanOrEqual(sampled.failureLower ?? Number.NaN);
    expect(computed.failureRate).toBeLessThanOrEqual(sampled.failureUpper ?? Number.NaN);
  });

  test("a draw beyond reach is inconclusive, at once", async () => {
    const { code, stdout } = await runHere(
      "audit lemma-1 --method sampled --psi tanh --d 1 --k 1e15 --gamma 0.05 --json".split(" "),
    );
    expect(code).toBe(0);
    expect(parse(stdout)[0]).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringContaining("beyond reach"),
    });
  });

  test("Ctrl-C ends it with exit 130 and one line, in the middle of a draw that takes minutes", async () => {
    const { code, stderr } = await runCli(
      "audit lemma-1 --method sampled --form printed --psi tanh --d 1 --k 1,2,1e10 --gamma 1e-3 --draws 100 --json".split(
        " ",
      ),
      {
        interrupt: true,
      },
    );
    expect({ code, stderr }).toEqual({ code: 130, stderr: "lemmacheck: interrupted\n" });
  });
});

describe("claims", () => {
  test("--json lists id, label, kind, forms, latex, quote, hypotheses and uses", async () => {
    const { stdout } = await runHere(["claims", "--json"]);
    const claims: Record<string, unknown>[] = JSON.parse(stdout);
    expect(claims.map(({ id }) => id)).toEqual(expect.arrayContaining(["lemma-1", "chi-square"]));
    for (const claim of claims)
      expect(Object.keys(claim)).toEqual(["id", "label", "kind", "forms", "latex", "quote", "hypotheses", "uses"]);
  });

  test("one statement in full says what it does not claim and where it is refuted", async () => {
    const { stdout } = await runHere(["claims", "chi-square"]);
    expect(stdout).toContain('refuted as printed at {"k":1,"gamma":0.0001}');
    expect(stdout).toContain("Laurent and Massart");
  });
});

describe("reports and replays", () => {
  test("audit --out writes the report, report rebuilds the same from its rows, replay reproduces them", async () => {
    const directory = await freshDirectory();
    const options = { cwd: directory };
    const audited = await runCli(
      "audit chi-square lemma-1 --k 1,20 --d 9 --psi tanh --gamma 0.3,1e-4 --draws 512 --out first --json".split(" "),
      options,
    );
    expect({ code: audited.code, stderr: audited.stderr }).toEqual({ code: 0, stderr: "" });
    const files = ["index.html", "report.md", "rows.csv", "rows.jsonl", "rows.parquet", "run.json", "tables.tex"];
    expect((await readdir(path.join(directory, "first"))).toSorted()).toEqual(["figures", ...files]);
    expect(await readFile(path.join(directory, "first/rows.jsonl"), "utf8")).toBe(audited.stdout);

    // The same file twice counts once.
    const report = await runCli(
      "report --from first/rows.jsonl --from first/rows.jsonl --out second".split(" "),
      options,
    );
    expect(report.code).toBe(0);
    for (const file of files) {
      expect(await readFile(path.join(directory, "second", file), "utf8")).toBe(
        await readFile(path.join(directory, "first", file), "utf8"),
      );
    }

    const replayed = await runCli(["replay", "first/rows.jsonl"], options);
    expect(replayed).toMatchObject({ code: 0, stdout: "16 of 16 rows came out the same\n" });
  });

  test("replay tells a row that was tampered with, and exits 1", async () => {
    const directory = await freshDirectory();
    const { stdout } = await runHere(
      "audit lemma-1 --method sampled --form printed --psi tanh --d 9 --k 9 --gamma 0.3 --json".split(" "),
    );
    await writeFile(path.join(directory, "rows.jsonl"), stdout.replace('"unresolved":0', '"unresolved":1'));
    const replayed = await runHere(["replay", "rows.jsonl"], { cwd: directory });
    expect(replayed.code).toBe(1);
    expect(replayed.stdout).toContain("unresolved was 1, is 0");
  });
});

describe("activation", () => {
  test("--json tells constants, Gaussian quantities and which statements apply", async () => {
    const { code, stdout } = await runHere(["activation", "x*exp(-x^2)", "--json"]);
    expect(code).toBe(0);
    const known = JSON.parse(stdout);
    expect(known).toMatchObject({
      id: "t*exp(-t^2)",
      provenance: "certified",
      kinks: [],
      formulas: { value: "t*exp(-t^2)" },
      // E ψ(X) = 0 since ψ is odd.
      gaussian: { mean: { value: expect.closeTo(0, 14) } },
    });
    // sup|ψ| = 1/√(2e) at 1/√2, |ψ'| = 1 at 0; certified constants are not below, and at most 1e-9 above.
    for (const [constant, truth] of [
      [known.supremum, 1 / Math.sqrt(2 * Math.E)],
      [known.lipschitz, 1],
    ]) {
      expect(constant / truth).toBeGreaterThanOrEqual(1 - 2 ** -50);
      expect(constant / truth).toBeLessThan(1 + 1e-9);
    }
    // E X² exp(−2X²) = 5^(−3/2).
    expect(Math.abs(known.gaussian.secondMoment.value - 5 ** -1.5)).toBeLessThan(1e-14);
    const applies = Object.fromEntries(known.claims.map(({ id, reason }: Record<string, unknown>) => [id, reason]));
    expect(applies["theorem-1"]).toBeNull();
    expect(applies["proposition-3"]).toContain("fails");
  });

  test("the page for a kinked one says why Theorem 1 does not apply", async () => {
    const { stdout } = await runHere(["activation", "relu"]);
    expect(stdout).toMatch(/Say nothing, since .*relu has a kink at 0.*\n(?: .*\n)* .*\btheorem-1\b/);
  });
});

describe("the frontier of a claim", () => {
  test("is found at the activation and γ asked for, beyond 2^53 where it must be", async () => {
    const { code, stdout } = await runHere("claims theorem-1 --psi tanh --gamma 1e-6 --json".split(" "));
    expect(code).toBe(0);
    const [{ frontier }] = JSON.parse(stdout);
    expect(frontier.cell).toMatchObject({ psi: "tanh", gamma: 1e-6 });
    // The least width is (160RL log(1/γ)/c)², and no d is less than what it takes there.
    expect(frontier.least.k.k).toBeGreaterThan(3.5e12);
    expect(frontier.least.k.k).toBeLessThan(3.54e12);
    expect(frontier.least.d.d).toBeGreaterThan(9e11);
  });

  test("of every claim at once, with ψ and γ for those that have them", async () => {
    const args = "claims --frontier --psi relu --gamma 0.01".split(" ");
    const { stdout } = await runHere([...args, "--json"]);
    const lines = await runHere(args);
    const found: { id: string; frontier: Frontier | null }[] = JSON.parse(stdout);
    const at = (id: string) => found.find((entry) => entry.id === id)?.frontier;
    expect(at("chi-square")).toMatchObject({ form: "repaired", cell: { gamma: 0.01 }, least: { k: { k: 6 } } });
    expect(at("theorem-1")).toMatchObject({ least: { d: null, k: null } });
    expect(at("theorem-2")?.least.k?.k).toBeGreaterThan(48_000);
    expect(at("theorem-1-step-size")).toBeNull();
    expect(lines.stdout).toMatch(/^theorem-2 +repaired from d = \S+ with k = \S+, from k = \S+ with d = /m);
  });

  test("stands on the page of the claim", async () => {
    const { stdout } = await runHere(["claims", "chi-square"]);
    expect(stdout).toContain("Says more than is known without it (repaired)");
  });
});

describe("constants", () => {
  test("of Theorem 1: those of the proof, with and without union bounds, and sharper ones", async () => {
    const { code, stdout } = await runHere("constants theorem-1 --psi 100*tanh(t/100) --gamma 0.1 --json".split(" "));
    expect(code).toBe(0);
    const facts = JSON.parse(stdout);
    expect(facts).toMatchObject({ theorem: "theorem-1", psi: "100*tanh(t/100)", gamma: 0.1 });
    // |η|‖∇f‖² = (32/c²)√log(1/γ) and R = (64/c³)√log(1/γ), with c = 0.9999.
    expect(facts.C3).toBeCloseTo(32 / facts.c ** 2, 10);
    expect(facts.C4).toBeCloseTo(64 / facts.c ** 3, 10);
    expect([facts.k, facts.d]).toEqual([75920, 259411]);
    const [printed, union, corrected] = facts.readings;
    expect(printed).toMatchObject({ reading: "printed", k: facts.k, d: facts.d, C1: facts.C1, C2: facts.C2 });
    expect(printed.k).toBeLessThan(union.k);
    expect(union.k).toBeLessThan(corrected.k);
    for (const { sizes } of facts.sharp) expect(sizes.balanced.d).toBeLessThan(printed.d / 1000);
  });

  test("of Theorem 2: beyond every double by the paper's proof, in reach by a finite one", async () => {
    const { code, stdout } = await runHere("constants theorem-2 --psi relu --gamma 0.1 --json".split(" "));
    expect(code).toBe(0);
    const facts = JSON.parse(stdout);
    expect(facts).toMatchObject({ C1: 512 ** 2, C2: null, C4: 128, C5: 512 });
    expect(facts.log10.C2).toBeGreaterThan(4e5);
    expect(facts.d).toBeGreaterThan(1e35);
    expect(facts.finite.sizes.balanced.d).toBeLessThan(1e7);
    expect(facts.readings[0].withoutGap.log10).toBeGreaterThan(1.7e5);
    expect(facts.finite.withoutGap).toBeLessThan(1e16);
  });

  test("are a page for people, at any γ that the proof allows", async () => {
    const pages: string[] = [];
    for (const line of [
      "theorem-1 --psi tanh --gamma 0.01",
      "theorem-1 --psi identity --gamma 0.9",
      "theorem-2 --psi relu --gamma 1e-300",
    ])
      pages.push((await runHere(["constants", ...line.split(" ")])).stdout);
    for (const page of pages) {
      expect(page).not.toMatch(/NaN|Infinity|undefined|null/);
      expect(page).toContain("C₄");
    }
    expect(pages[1]).toContain("no size will do at so large a γ");
  });
});

test("--help teaches the commands and the exit codes", async () => {
  const { code, stdout } = await runHere(["--help"]);
  expect(code).toBe(0);
  expect(stdout).toContain("Exit codes");
  expect((await runHere(["audit", "--help"])).stdout).toContain("not-applicable");
});
