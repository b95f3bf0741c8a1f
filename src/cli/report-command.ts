import { readFile } from "node:fs/promises";
import path from "node:path";
import { compare, comparisonLine } from "../../reports/against.js";
import { changesHtml } from "../../reports/html-changes.js";
import { type RunRecord, readRunRecord } from "../../reports/run-record.js";
import { verdictLine } from "../../reports/summary.js";
import type { PaperText } from "../../reports/texts.js";
import { localRunner } from "../auditor/campaign/local-runner.js";
import type { Runner } from "../auditor/campaign/runner.js";
import { threadRunner } from "../auditor/campaign/thread-runner.js";
import { ConfigError } from "../auditor/config-error.js";
import type { Json } from "../auditor/json.js";
import { openPaper } from "../auditor/open-paper.js";
import { pause } from "../auditor/pause.js";
import type { Row } from "../auditor/row-fields.js";
import type { Context } from "./context.js";
import { oneLine } from "./printable.js";
import { startProgress } from "./progress.js";
import { readRecords } from "./read-records.js";
import { readableRows } from "./read-rows.js";
import { reportFiles, rowFiles } from "./report-files.js";
import { DEFAULT_OUT, REPORT_FILES } from "./report-place.js";
import { reportTexts } from "./report-texts.js";
import { parseWorkers } from "./workshop.js";
import { ensureDirectory, type Files, writeFiles } from "./write-files.js";

/** The options of `report`, as typed. */
export interface ReportFlags {
  readonly from?: readonly string[];
  readonly against?: readonly string[];
  readonly figures?: readonly string[];
  readonly out?: string;
  readonly png?: boolean;
  readonly workers?: string;
}

/** The texts of the papers that rows name; rows of a paper that is not at hand go without. */
async function textsOf(
  rows: readonly Row[],
  { open }: Context,
  records: readonly Json[],
  workers: number,
): Promise<Map<string, PaperText>> {
  const texts = new Map<string, PaperText>();
  for (const id of new Set(rows.flatMap(({ paper }) => paper ?? []))) {
    let runner: Runner | undefined;
    try {
      const there = id === open.paper.id ? open : await openPaper({ ...open.place, paper: id });
      // Rows can be written meanwhile.
      runner = workers === 0 ? localRunner(there) : threadRunner(1, there.place);
      const own = rows.filter(({ paper }) => paper === id);
      texts.set(id, await reportTexts(there, own, runner, records));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
    } finally {
      await runner?.close();
    }
  }
  return texts;
}

/** The records that lie beside files of rows, once each. */
async function runsBeside(files: readonly string[]): Promise<RunRecord[]> {
  const runs = new Map<string, RunRecord>();
  for (const folder of new Set(files.map((file) => path.dirname(file)))) {
    const text = await readFile(path.join(folder, "run.json"), "utf8").catch(() => null);
    if (text === null) continue;
    try {
      const run = readRunRecord(JSON.parse(text));
      if (run) runs.set(JSON.stringify(run), run);
    } catch (error) {
      // A file that is no record of ours says nothing of the rows.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return [...runs.values()];
}

/** What was no row is said; more than that is counted. */
const MOST_COMPLAINTS = 5;

function complain(complaints: readonly string[]): void {
  for (const one of complaints.slice(0, MOST_COMPLAINTS)) process.stderr.write(`lemmacheck: ${oneLine(one)}\n`);
  const more = complaints.length - MOST_COMPLAINTS;
  if (more > 0) process.stderr.write(`lemmacheck: and ${more} more\n`);
}

/** The figures among files as PNG, beside them: a tenth of a second each. */
async function writePictures(
  out: string,
  files: Files,
  rasterise: (svg: string) => Uint8Array,
  { output }: Context,
): Promise<void> {
  const figures = Object.entries(files).flatMap(([name, svg]) =>
    name.endsWith(".svg") && typeof svg === "string" ? [[name, svg] as const] : [],
  );
  const progress = startProgress({ steps: figures.length }, false, output);
  try {
    for (const [name, svg] of figures) {
      const picture = name.replace(/\.svg$/, ".png");
      await writeFiles(out, { [picture]: rasterise(svg) });
      progress.step(picture);
      await pause();
    }
  } finally {
    progress.stop();
  }
}

/**
 * `report [--from rows.jsonl …] [--against rows.jsonl …] [--figures FILE …] [--out DIR] [--workers N]`: the report from rows and the texts of their papers. What is no row
 * is named on standard error, the rest reported; the exit code is then 2.
 */
export async function reportCommand(
  {
    from = [path.join(DEFAULT_OUT, "rows.jsonl")],
    against,
    figures,
    out = DEFAULT_OUT,
    png = false,
    workers,
  }: ReportFlags,
  context: Context,
): Promise<number> {
  const threads = parseWorkers(workers);
  const { rows, complaints } = await readableRows("--from", from);
  const rasterise = png ? await (await import("./open-rasteriser.js")).openRasteriser() : null;
  const before = against ? await readableRows("--against", against) : null;
  await ensureDirectory("--out", out, REPORT_FILES);
  context.output.outlive();
  const drawn = figures ? await readRecords(figures, context.open.paper) : { records: [], complaints: [] };
  const pending = textsOf(rows, context, drawn.records, threads);
  const runs = await runsBeside(from);
  const rest = pending.then((texts) => {
    const comparison = before ? compare(rows, before.rows, texts) : null;
    const changes = comparison ? { changes: changesHtml(comparison, texts) } : {};
    return { comparison, files: reportFiles(rows, texts, { runs, ...changes }) };
  });
  await writeFiles(
    out,
    rowFiles(rows),
    rest.then(({ files }) => files),
  );
  const { comparison, files } = await rest;
  if (rasterise) await writePictures(out, files, rasterise, context);
  const all = [...complaints, ...(before?.complaints ?? []), ...drawn.complaints];
  complain(all);
  context.output.print(
    [
      verdictLine(rows),
      ...(comparison ? [comparisonLine(comparison)] : []),
      `Report: ${path.join(out, "index.html")}`,
    ].join("\n"),
  );
  return all.length > 0 ? 2 : 0;
}
