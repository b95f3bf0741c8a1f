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
    let agreement = 0;
    for (const { children } of modules)
      for (const test of children.allTests()) {
        const meta = test.meta();
        records.push(...(meta.lemmacheck ?? []));
        agreement += meta.lemmacheckAgreement ?? 0;
      }
    // The other reporters print first.
    await new Promise((resolve) => setImmediate(resolve));
    const stream = this.#vitest?.logger.outputStream;
    const colour = stream !== undefined && "isTTY" in stream && stream.isTTY && !process.env.NO_COLOR;
    const table = ledgerTable(records, { agreement, ...(colour && { emphasis: inColour }) });
    for (const line of ["", ...table, ""]) this.#vitest?.logger.log(line);
  }
}
