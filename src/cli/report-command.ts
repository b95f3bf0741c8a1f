import path from "node:path";
import { verdictLine } from "../../reports/summary.js";
import { DEFAULT_OUT } from "./audit-command.js";
import { readRows } from "./read-rows.js";
import { reportFiles } from "./report-files.js";
import { ensureDirectory, writeFiles } from "./write-files.js";

/** `report [--from rows.jsonl …] [--out DIR]`: the report from rows alone. */
export async function reportCommand({
  from,
  out = DEFAULT_OUT,
}: {
  from?: readonly string[];
  out?: string;
}): Promise<void> {
  const rows = await readRows("--from", from ?? [path.join(DEFAULT_OUT, "rows.jsonl")]);
  await ensureDirectory("--out", out);
  await writeFiles(out, reportFiles(rows));
  process.stdout.write(`${verdictLine(rows)}\nReport: ${path.join(out, "index.html")}\n`);
}
