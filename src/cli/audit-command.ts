import path from "node:path";
import { verdictLine } from "../../reports/summary.js";
import { paperText } from "../../reports/texts.js";
import { keysDigest } from "../auditor/campaign/identity.js";
import { inShard, type Shard } from "../auditor/campaign/shard.js";
import { type Estimate, estimate } from "../auditor/estimate.js";
import { openFailures } from "../auditor/failures/failure-database.js";
import type { Overrides } from "../auditor/grid-cells.js";
import type { JsonObject } from "../auditor/json.js";
import { jsonText } from "../auditor/json-text.js";
import type { OpenPaper } from "../auditor/open-paper.js";
import { ownVersion } from "../auditor/own-version.js";
import type { Variant } from "../auditor/parameter.js";
import { questionKey } from "../auditor/portable-question.js";
import { type AuditOptions, DEFAULT_SEED, type Question } from "../auditor/question.js";
import { FORMS, METHODS, type Row } from "../auditor/row-fields.js";
import { runCampaign } from "../auditor/run-campaign.js";
import { decisionAlpha, RUN_BUDGET, spentAlpha } from "../chance/error-budget.js";
import { auditPrinter } from "./audit-printer.js";
import { budgetLine } from "./budget-line.js";
import { type CampaignFlags, checkParts, parseShard } from "./campaign-options.js";
import type { Context } from "./context.js";
import { openElsewhere } from "./elsewhere.js";
import { isUnexpected } from "./is-unexpected.js";
import { keepJournal } from "./keep-journal.js";
import { keptLines, stillFails, tryAllKept } from "./kept-failures.js";
import { leftOf } from "./left-of.js";
import { parseChoice, parseCount } from "./parse-options.js";
import { planAudit } from "./plan-audit.js";
import { type Plan, planJson, planText } from "./plan-text.js";
import { startProgress } from "./progress.js";
import { DEFAULT_OUT, REPORT_FILES } from "./report-place.js";
import { selectClaims } from "./select-claims.js";
import { typedCommand } from "./typed-command.js";
import { UsageError } from "./usage-error.js";
import { openWorkshop, parseWorkers } from "./workshop.js";
import { ensureDirectory, writeFiles } from "./write-files.js";

/** The options of `audit`, as typed; those of cells and variants are read apart. */
export interface AuditFlags extends CampaignFlags {
  readonly form?: string;
  readonly draws?: string;
  readonly method?: string;
  readonly seed?: string;
  readonly rows?: boolean;
}

/** What was asked of the cells. */
export interface AskedCells {
  readonly overrides: Overrides;
  readonly variants: Readonly<Record<string, Variant<unknown>>>;
  flagOf(name: string): string;
}

/** Up to so many rows of named claims are printed one by one. */
const FEW = 40;
/** A row in journal and report. */
const ROW_BYTES = 8000;

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
    budgetLine(spent),
    ...(out === undefined ? [] : [`Report: ${path.join(out, "index.html")}`]),
  ].join("\n");
}

/** What all of it takes. */
function planOf(
  questions: readonly Question[],
  threads: number,
  shard: Shard | undefined,
  options: AuditOptions,
): Plan {
  const estimates = questions.map((question) => estimate(question, options));
  const sum = (of: (one: Estimate) => number) => estimates.reduce((total, one) => total + of(one), 0) / threads;
  return {
    jobs: questions.length,
    shard,
    seconds: sum(({ seconds }) => seconds),
    most: sum(({ most }) => most),
    bytes: questions.length * ROW_BYTES,
  };
}

/** What the rows of an audit depend on. */
function identityOf(questions: readonly Question[], { method, draws, alpha }: AuditOptions): JsonObject {
  return {
    command: "audit",
    method: method ?? null,
    draws: draws ?? null,
    alpha: alpha ?? null,
    seed: questions[0]?.seed ?? null,
    questions: questions.length,
    digest: keysDigest(questions.map(questionKey)),
  };
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
  const shard = parseShard(flags.shard);
  const { json = false, resume = false } = flags;
  const seed = flags.seed ?? DEFAULT_SEED;
  const all = planAudit(claims, { paper: open.paper.id, overrides, form, seed, variants, additions, flagOf });
  // The budget is that of the whole, of whatever part this is.
  const options: AuditOptions = { additions, alpha: decisionAlpha(all.length), method, draws };
  const questions = shard ? all.filter((question) => inShard(questionKey(question), shard)) : all;
  const out = flags.out ?? (resume || (!json && names.length === 0) ? DEFAULT_OUT : undefined);
  checkParts(flags, out);
  if (flags.plan) {
    const asked = { out, resume, place: open.place, identity: identityOf(all, options) };
    const plan = planOf(await leftOf(questions, questionKey, asked), Math.max(1, workers), shard, options);
    output.print(json ? jsonText(planJson(plan)) : planText(plan));
    return 0;
  }
  if (out !== undefined) {
    await ensureDirectory("--out", out, REPORT_FILES);
    output.outlive();
  }

  const texts = new Map([[open.paper.id, paperText(open.paper, open.parameters, claims)]]);
  const progress = startProgress({ steps: questions.length }, json, output);
  const printRow = auditPrinter(questions, {
    texts,
    print: progress.print,
    style: json ? "json" : flags.rows || (names.length > 0 && questions.length <= FEW) ? "rows" : "claims",
  });
  const [started, clock] = [new Date(), performance.now()];
  const elsewhere = await openElsewhere(flags.redis, open, progress);
  // Before there is anything to keep: from then on an interrupt is heard.
  const workshop = openWorkshop({
    workers,
    elsewhere,
    note: progress.note,
  });
  const keeping =
    out === undefined
      ? undefined
      : await keepJournal({
          out,
          resume,
          stays: resume || shard !== undefined,
          place: open.place,
          identity: identityOf(all, options),
          warn: progress.warn,
        });
  const failures = openFailures(process.cwd());
  const executor = workshop.executorFor(open);
  try {
    const tried = await tryAllKept(failures, claims, open.paper.id, () => workshop.asideFor(open));
    for (const line of keptLines(tried, claims, texts)) progress.tell(line);
    const rows = await runCampaign(questions, {
      ...options,
      executor,
      concurrency: workshop.concurrency,
      signal: workshop.signal,
      records: keeping?.journal,
      onRow(row, index, fresh) {
        progress.step(`${row.claim} ${row.form}`, { fresh });
        printRow(row, index);
      },
    });
    progress.stop();
    const unexpected = rows.filter((row) => isUnexpected(row, claims));
    for (const row of unexpected) failures.keep(row);
    for (const line of failures.problems()) process.stderr.write(`${line}\n`);
    if (out !== undefined) {
      const [{ reportFiles, rowFiles }, { reportTexts }] = await Promise.all([
        import("./report-files.js"),
        import("./report-texts.js"),
      ]);
      const told = reportTexts(open, rows, workshop.asideFor(open));
      const run = {
        lemmacheck: ownVersion(),
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
      await writeFiles(
        out,
        rowFiles(rows),
        told.then((text) => reportFiles(rows, new Map([[text.id, text]]), { runs: [run] })),
      );
    }
    await keeping?.end();
    if (!json) output.print(closing(rows, out));
    return unexpected.length > 0 || stillFails(tried, claims) ? 1 : 0;
  } finally {
    progress.stop();
    await workshop.close();
    await keeping?.leave(questions.length, workshop.signal?.aborted ?? false);
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
