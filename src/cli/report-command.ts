import path from "node:path";
import { verdictLine } from "../../reports/summary.js";
import { type PaperText, paperText } from "../../reports/texts.js";
import { ConfigError } from "../auditor/config-error.js";
import { openPaper } from "../auditor/open-paper.js";
import type { Row } from "../auditor/row-fields.js";
import type { Context } from "./context.js";
import { readRows } from "./read-rows.js";
import { reportFiles } from "./report-files.js";
import { DEFAULT_OUT, REPORT_FILES } from "./report-place.js";
import { ensureDirectory, writeFiles } from "./write-files.js";

/** The texts of the papers that rows name; rows of a paper that is not at hand go without. */
async function textsOf(rows: readonly Row[], { open }: Context): Promise<Map<string, PaperText>> {
  const texts = new Map<string, PaperText>();
  for (const id of new Set(rows.flatMap(({ paper }) => paper ?? []))) {
    try {
      const there = id === open.paper.id ? open : await openPaper({ ...open.place, paper: id });
      texts.set(id, paperText(there.paper, there.parameters, await there.claims()));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
    }
  }
  return texts;
}

/** `report [--from rows.jsonl …] [--out DIR]`: the report from rows and the texts of their papers. */
export async function reportCommand(
  { from, out = DEFAULT_OUT }: { readonly from?: readonly string[]; readonly out?: string },
  context: Context,
): Promise<void> {
  const rows = await readRows("--from", from ?? [path.join(DEFAULT_OUT, "rows.jsonl")]);
  await ensureDirectory("--out", out, REPORT_FILES);
  context.output.outlive();
  await writeFiles(out, reportFiles(rows, await textsOf(rows, context)));
  context.output.print(`${verdictLine(rows)}\nReport: ${path.join(out, "index.html")}`);
}
