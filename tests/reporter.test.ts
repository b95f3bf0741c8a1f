import { beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "./run-cli.js";
import { runVitest } from "./run-vitest.js";

describe("a run of claims and experiments, some of them planted to fail", () => {
  let run: Outcome;
  beforeAll(async () => {
    run = await runVitest("reporter-project", "claims");
  }, 60_000);

  /** The line of the ledger for a claim, its columns apart. */
  const ledger = (subject: string) =>
    run.stdout
      .slice(run.stdout.indexOf("worst failure rate"))
      .split("\n")
      .find((line) => line.startsWith(`${subject} `))
      ?.split(/ {2,}/);

  test("prints the ledger under vitest's own summary, in plain text", () => {
    expect(run.code).toBe(1);
    expect(run.stdout.indexOf("worst failure rate")).toBeGreaterThan(run.stdout.indexOf("Duration"));
    expect(run.stdout.indexOf("Duration")).toBeGreaterThan(0);
    expect(run.stdout).not.toContain("\u001B");
  });

  test("says which claims are refuted, supported, or have shown nothing", () => {
    expect(ledger("planted printed")?.at(-1)).toMatch(/^REFUTED \(\d+ of \d+\)$/);
    expect(ledger("matched printed")).toEqual([
      "matched printed",
      "2",
      "0",
      "1",
      "0",
      expect.stringMatching(/^0\.0\d+ \(≤ 0\.0\d+\)$/),
      "0.1",
      expect.stringMatching(/^1\.0\d+ \(1\.0\d+\)$/),
      "supported (1 of 2)",
    ]);
    expect(ledger("experiments > a true one")?.at(-1)).toBe("supported (1 of 1)");
    expect(ledger("experiments > a false one")?.at(-1)).toBe("REFUTED (1 of 1)");
  });

  test("does not let a green property over vacuous cells look like support", () => {
    expect(run.stdout).toMatch(/✓ printed: no admissible cell refutes it/);
    const [, cells, vacuous, inconclusive, notApplicable, worst, , slack, verdict] = ledger("idle printed") ?? [];
    expect(Number(vacuous)).toBeGreaterThan(0);
    expect(Number(vacuous) + Number(inconclusive) + Number(notApplicable)).toBe(Number(cells));
    expect([worst, slack, verdict]).toEqual(["—", "—", "nothing shown"]);
  });

  test("makes no draw at random cells where a single one takes more than all of a cell's may", () => {
    const [, cells, , inconclusive, , ...rest] = ledger("dear printed") ?? [];
    expect(inconclusive).toBe(cells);
    expect(rest).toEqual(["—", "—", "—", "nothing shown"]);
    expect(run.stdout).toMatch(/✓ mutant half: refuted at \{"k":1,"gamma":0.1\}/);
  });

  test("says what the run has spent of its error budget, and its seeds", () => {
    expect(run.stdout).toMatch(
      /\nError budget: \d\.?\d*e-9 of 1e-6 spent by \d+ sampled decisions\. Seeds "1", "7"\.\n/,
    );
    expect(run.stdout).toContain("\nMutants: 3 of 3 refuted.\n");
  });

  test("shows seed, path and counterexample as fast-check's users know them, and the row that refutes", () => {
    expect(run.stderr).toMatch(
      /Property failed after \d+ tests\n\{ seed: -?\d+, path: "\d+(:\d+)*", endOnFailure: true \}\n/,
    );
    // Shrunk to the least k at which the planted claim is false.
    expect(run.stderr).toMatch(/\nCounterexample: \[\{"k":21,"gamma":0\.\d+\}\]\nShrunk \d+ time\(s\)\n/);
    expect(run.stderr).toMatch(/planted \(printed\) at \{"k":21,"gamma":0\.\d+\} is refuted; .* Seed 1, stream cell\./);
  });

  test("fails assertions without a verdict, and says so", () => {
    expect(run.stderr).toContain("Without a verdict neither toBeRefuted nor not.toBeRefuted passes.");
  });
});

describe("a run of endless claims and experiments", () => {
  let run: Outcome;
  beforeAll(async () => {
    run = await runVitest("reporter-project", "endless");
  }, 60_000);

  test("times their tests out, and nothing outlives its test", () => {
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("✓ no audit outlives its test");
    expect(run.stdout).toContain("✓ no experiment outlives its test");
    expect(run.stdout).toContain("✓ no forgotten experiment outlives its test");
    expect(run.stderr.match(/Test timed out in 200ms/g)).toHaveLength(3);
  });

  test("fails for an assertion that was not awaited", () => {
    expect(run.stderr).toContain("Error: the test ended before the verdict; await the assertion");
    expect(run.stdout).toMatch(/Errors {2}1 error/);
  });

  test("has nothing to show for it", () => {
    expect(run.stdout).toContain("\nlemmacheck: no claim was audited in this run.\n");
  });
});
