import path from "node:path";
import { verdictLine } from "../../reports/summary.js";
import { paperText } from "../../reports/texts.js";
import type { Overrides } from "../auditor/grid-cells.js";
import type { OpenPaper } from "../auditor/open-paper.js";
import type { Variant } from "../auditor/parameter.js";
import { DEFAULT_SEED } from "../auditor/question.js";
import { FORMS, METHODS, type Row } from "../auditor/row-fields.js";
import { runCampaign } from "../auditor/run-campaign.js";
import { decisionAlpha, RUN_BUDGET, spentAlpha } from "../chance/error-budget.js";
import { formatNumber } from "../numbers/format-number.js";
import { auditPrinter } from "./audit-printer.js";
import type { Context } from "./context.js";
import { isUnexpected } from "./is-unexpected.js";
import { ownVersion } from "./own-version.js";
import { parseChoice, parseCount } from "./parse-options.js";
import { planAudit } from "./plan-audit.js";
import { startProgress } from "./progress.js";
import { DEFAULT_OUT } from "./report-place.js";
import { selectClaims } from "./select-claims.js";
import { typedCommand } from "./typed-command.js";
import { UsageError } from "./usage-error.js";
import { openWorkshop, parseWorkers } from "./workshop.js";
import { ensureDirectory, writeFiles } from "./write-files.js";

/** The options of `audit`, as typed; those of cells and variants are read apart. */
export interface AuditFlags {
  readonly form?: string;
  readonly draws?: string;
  readonly method?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly out?: string;
  readonly rows?: boolean;
  readonly json?: boolean;
}

/** What was asked of the cells. */
export interface AskedCells {
  readonly overrides: Overrides;
  readonly variants: Readonly<Record<string, Variant<unknown>>>;
  flagOf(name: string): string;
}

/** Up to so many rows of named claims are printed one by one. */
const FEW = 40;

/** How draws are made and decided, from the options. */
function readMethod(flags: AuditFlags) {
  const method = flags.method === undefined ? undefined : parseChoice("--method", flags.method, METHODS);
  const draws = flags.draws === undefined ? undefined : parseCount("--draws", flags.draws, 2 ** 40);
  if (draws !== undefined && (method === "exact" || method === "certified"))
    throw new UsageError(`--draws is ${flags.draws}; it must be left out with --method ${method}, which draws nothing`);
  return { method, draws };
}

/** What the run came to, for a person. */
function closing(rows: readonly Row[], out: string | undefined): string {
  const spent = spentAlpha(rows.map(({ alpha }) => alpha));
  return [
    "",
    verdictLine(rows),
    `A false verdict anywhere in this run has probability at most ${formatNumber(spent)} (budget ${formatNumber(RUN_BUDGET)}).`,
    ...(out === undefined ? [] : [`Report: ${path.join(out, "index.html")}`]),
  ].join("\n");
}

/** `audit [CLAIM…]`: judges claims and prints or reports the rows. Returns the exit code. */
export async function auditCommand(
  names: readonly string[],
  flags: AuditFlags,
  { overrides, variants, flagOf }: AskedCells,
  { open, output, typed }: Context,
): Promise<number> {
  const { additions } = open;
  const claims = await selectClaims(open, names);
  const form = flags.form === undefined ? undefined : parseChoice("--form", flags.form, FORMS);
  const { method, draws } = readMethod(flags);
  const workers = parseWorkers(flags.workers);
  const json = flags.json ?? false;
  const seed = flags.seed ?? DEFAULT_SEED;
  const questions = planAudit(claims, { paper: open.paper.id, overrides, form, seed, variants, additions, flagOf });
  const out = flags.out ?? (json || names.length > 0 ? undefined : DEFAULT_OUT);
  if (out !== undefined) {
    await ensureDirectory("--out", out);
    output.outlive();
  }

  const texts = new Map([[open.paper.id, paperText(open.paper, open.parameters, claims)]]);
  const progress = startProgress(questions.length, json, output);
  const printRow = auditPrinter(questions, {
    texts,
    print: progress.print,
    style: json ? "json" : flags.rows || (names.length > 0 && questions.length <= FEW) ? "rows" : "claims",
  });
  const [started, clock] = [new Date(), performance.now()];
  const workshop = openWorkshop(workers, questions.length, progress);
  try {
    const rows = await runCampaign(questions, {
      executor: workshop.executorFor(open),
      additions,
      alpha: decisionAlpha(questions.length),
      concurrency: workshop.concurrency,
      method,
      draws,
      signal: workshop.signal,
      onRow(row, index) {
        progress.step(`${row.claim} ${row.form}`);
        printRow(row, index);
      },
    });
    progress.stop();
    if (out !== undefined) {
      const [{ reportFiles }, { reportTexts }] = await Promise.all([
        import("./report-files.js"),
        import("./report-texts.js"),
      ]);
      const told = await reportTexts(open, await open.claims(), new Set(rows.map(({ claim }) => claim)));
      const run = {
        lemmacheck: await ownVersion(),
        node: process.version,
        platform: `${process.platform} ${process.arch}`,
        started: started.toISOString(),
        seconds: Math.round((performance.now() - clock) / 100) / 10,
        command: typedCommand(typed),
        seed,
        budget: RUN_BUDGET,
        spent: spentAlpha(rows.map(({ alpha }) => alpha)),
        rows: rows.length,
      };
      await writeFiles(out, reportFiles(rows, new Map([[told.id, told]]), { runs: [run] }));
    }
    if (!json) output.print(closing(rows, out));
    return rows.some((row) => isUnexpected(row, claims)) ? 1 : 0;
  } finally {
    progress.stop();
    await workshop.close();
  }
}

/** The changes that were asked for by their flags. */
export function askedVariants(
  { parameters }: Pick<OpenPaper, "parameters">,
  flags: Readonly<Partial<Record<string, unknown>>>,
): Record<string, Variant<unknown>> {
  return Object.fromEntries(
    parameters.flatMap(({ name, resolution }) => {
      const asked = resolution?.variants?.find(({ flag }) => flags[flag] === true);
      return asked ? [[name, asked]] : [];
    }),
  );
}
