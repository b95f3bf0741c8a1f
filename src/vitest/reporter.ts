/**
 * The reporter for vitest, its default export: what a run has shown, claim by claim.
 *
 * @module lemmacheck/reporter
 */
import { styleText } from "node:util";
import type { Reporter, TestModule, Vitest } from "vitest/node";
import type { AuditRecord } from "./audit-record.js";
import { type Emphasis, ledgerTable } from "./ledger-table.js";

const COLOURS = {
  supported: "green",
  "refuted as expected": "green",
  REFUTED: "red",
  "nothing shown": "yellow",
} as const;

/** Whether the stream takes colours is decided below, not by styleText, which knows of stdout only. */
const inColour: Emphasis = (text, verdict) => styleText(COLOURS[verdict], text, { validateStream: false });

/**
 * A vitest reporter that prints the ledger under the summary of another one: `reporters: ["default",
 * "lemmacheck/reporter"]`. It reads what `auditProperties` and the matchers left in `task.meta`.
 */
export default class LemmacheckReporter implements Reporter {
  #vitest: Pick<Vitest, "logger"> | undefined;

  onInit(vitest: Pick<Vitest, "logger">): void {
    this.#vitest = vitest;
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const records: AuditRecord[] = [];
    for (const { children } of modules)
      for (const test of children.allTests()) records.push(...(test.meta().lemmacheck ?? []));
    // The other reporters print first.
    await new Promise((resolve) => setImmediate(resolve));
    const stream = this.#vitest?.logger.outputStream;
    const colour = stream !== undefined && "isTTY" in stream && stream.isTTY && !process.env.NO_COLOR;
    for (const line of ["", ...ledgerTable(records, colour ? inColour : undefined), ""]) this.#vitest?.logger.log(line);
  }
}
