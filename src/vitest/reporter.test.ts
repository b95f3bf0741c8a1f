import { afterEach, expect, test, vi } from "vitest";
import type { TestModule, Vitest } from "vitest/node";
import { rowWith } from "../auditor/testing/row-with.js";
import { recordOfRow } from "./audit-record.js";
import LemmacheckReporter from "./reporter.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** What the reporter prints of one refuted row to a stream that is, or is not, a terminal. */
async function printed(isTTY: boolean, noColor: string): Promise<string> {
  vi.stubEnv("NO_COLOR", noColor);
  const lines: string[] = [];
  const logger: unknown = { outputStream: { isTTY }, log: (line: string) => lines.push(line) };
  const record = recordOfRow(rowWith({ verdict: "refuted" }), false);
  const modules: unknown = [{ children: { allTests: () => [{ meta: () => ({ lemmacheck: [record] }) }] } }];
  const reporter = new LemmacheckReporter();
  // What a reporter gets of vitest is large, and this one reads these parts of it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  reporter.onInit({ logger } as Pick<Vitest, "logger">);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  await reporter.onTestRunEnd(modules as TestModule[]);
  return lines.join("\n");
}

test("colours verdicts on a terminal, unless NO_COLOR asks for none", async () => {
  expect(await printed(true, "")).toContain("\u001B[31mREFUTED (1 of 1)\u001B[39m");
  for (const plain of [await printed(true, "1"), await printed(false, "")]) {
    expect(plain).toContain("REFUTED (1 of 1)");
    expect(plain).not.toContain("\u001B");
  }
});
