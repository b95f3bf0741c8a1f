import { availableParallelism } from "node:os";
import path from "node:path";
import {
  type Activation,
  DEFAULT_SEED,
  decisionAlpha,
  type FormName,
  type Method,
  type Row,
  RUN_BUDGET,
  spentAlpha,
} from "lemmacheck";
import { formatNumber } from "../../reports/format.js";
import { verdictLine } from "../../reports/summary.js";
import { openPool } from "../auditor/pool.js";
import { runCampaign } from "../auditor/run-campaign.js";
import { describeRow } from "./describe-row.js";
import { interruptSignal } from "./interrupt.js";
import { isUnexpected } from "./is-unexpected.js";
import { openLedger } from "./open-ledger.js";
import { parseActivation, parseChoice, parseCount, parseList } from "./parse-options.js";
import { type Overrides, planAudit, selectClaims } from "./plan-audit.js";
import { startProgress } from "./progress.js";
import { reportFiles } from "./report-files.js";
import { UsageError } from "./usage-error.js";
import { ensureDirectory, writeFiles } from "./write-files.js";

/** The options of `audit`, as typed. */
export interface AuditFlags {
  readonly psi?: readonly string[];
  readonly d?: string;
  readonly k?: string;
  readonly gamma?: string;
  readonly radius?: string;
  readonly depth?: string;
  readonly form?: string;
  readonly draws?: string;
  readonly method?: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly out?: string;
  readonly normalize?: boolean;
  readonly config?: string;
  readonly json?: boolean;
}

export const DEFAULT_OUT = "lemmacheck-report";

const FORMS: readonly FormName[] = ["printed", "repaired"];
const METHODS: readonly Method[] = ["exact", "sampled", "certified"];

function overridesOf(flags: AuditFlags, activations: readonly Activation[]): Overrides {
  const overrides: Record<string, readonly (string | number)[]> = {};
  for (const psi of flags.psi ?? []) parseActivation("--psi", psi, activations);
  if (flags.psi) overrides.psi = flags.psi;
  for (const name of ["d", "k", "gamma", "radius", "depth"] as const) {
    const text = flags[name];
    if (text !== undefined) overrides[name] = parseList(`--${name}`, name, text);
  }
  return overrides;
}

/** What the run came to, for a person. */
function closing(rows: readonly Row[], out: string | undefined): string {
  const spent = spentAlpha(rows.map(({ alpha }) => alpha));
  return [
    "",
    verdictLine(rows),
    `A false verdict anywhere in this run has probability at most ${formatNumber(spent)} (budget ${formatNumber(RUN_BUDGET)}).`,
    ...(out === undefined ? [] : [`Report: ${path.join(out, "index.html")}`]),
    "",
  ].join("\n");
}

/** `audit [CLAIM…]`: judges claims and prints or reports the rows. Returns the exit code. */
export async function auditCommand(ids: readonly string[], flags: AuditFlags): Promise<number> {
  const ledger = await openLedger(flags.config);
  const { activations } = ledger;
  const claims = selectClaims(ledger.claims, ids);
  const overrides = overridesOf(flags, activations);
  const form = flags.form === undefined ? undefined : parseChoice("--form", flags.form, FORMS);
  const method = flags.method === undefined ? undefined : parseChoice("--method", flags.method, METHODS);
  const draws = flags.draws === undefined ? undefined : parseCount("--draws", flags.draws, 2 ** 40);
  const workers =
    flags.workers === undefined ? Math.min(availableParallelism(), 64) : parseCount("--workers", flags.workers, 256);
  if (draws !== undefined && (method === "exact" || method === "certified"))
    throw new UsageError(`--draws is ${flags.draws}; it must be left out with --method ${method}, which draws nothing`);
  const json = flags.json ?? false;
  const questions = planAudit(claims, {
    overrides,
    form,
    seed: flags.seed ?? DEFAULT_SEED,
    normalize: flags.normalize ?? false,
    activations,
  });
  const out = flags.out ?? (json || ids.length > 0 ? undefined : DEFAULT_OUT);
  if (out !== undefined) await ensureDirectory("--out", out);

  const progress = startProgress(questions.length, json);
  const pool = openPool(workers, ledger.url, ({ claim, done, total }) => {
    progress.note(`${claim}: ${formatNumber(done)} of ${formatNumber(total)} neurons of a draw`);
  });
  const interrupt = interruptSignal();
  // A draw may take minutes: an interrupt does not wait for it.
  interrupt.signal.addEventListener("abort", () => void pool.close(interrupt.signal.reason));
  // Rows come out in the order of the questions, each as soon as those before it are there.
  const ready = new Map<number, Row>();
  let printed = 0;
  try {
    const rows = await runCampaign(questions, {
      source: pool.source,
      activations,
      alpha: decisionAlpha(questions.length),
      concurrency: workers + 1,
      method,
      draws,
      signal: interrupt.signal,
      onRow(row, index) {
        progress.step(`${row.claim} ${row.form}`);
        ready.set(index, row);
        for (let next = ready.get(printed); next; next = ready.get(printed)) {
          progress.print(json ? JSON.stringify(next) : describeRow(next));
          ready.delete(printed++);
        }
      },
    });
    progress.stop();
    if (out !== undefined) await writeFiles(out, reportFiles(rows));
    if (!json) process.stdout.write(closing(rows, out));
    return rows.some((row) => isUnexpected(row, ledger.claims)) ? 1 : 0;
  } finally {
    progress.stop();
    interrupt.dispose();
    await pool.close();
  }
}
