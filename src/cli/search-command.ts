import { paperText } from "../../reports/texts.js";
import { keysDigest } from "../auditor/campaign/identity.js";
import { runJobs } from "../auditor/campaign/run-jobs.js";
import { inShard } from "../auditor/campaign/shard.js";
import { openFailures } from "../auditor/failures/failure-database.js";
import type { Tried } from "../auditor/failures/try-kept.js";
import type { Overrides } from "../auditor/grid-cells.js";
import { toJson } from "../auditor/json.js";
import { jsonText } from "../auditor/json-text.js";
import { DEFAULT_SEED } from "../auditor/question.js";
import { proposeRepairs } from "../auditor/search/repairs/propose-repairs.js";
import { searchClaim } from "../auditor/search/search-claim.js";
import { readSearched, type Searched, writeSearched } from "../auditor/search/searched.js";
import type { SearchQuestion } from "../auditor/search/searching.js";
import { RUN_BUDGET } from "../chance/error-budget.js";
import { formatNumber } from "../numbers/format-number.js";
import { budgetLine } from "./budget-line.js";
import { parseShard } from "./campaign-options.js";
import type { Context } from "./context.js";
import { openElsewhere } from "./elsewhere.js";
import { isUnexpected } from "./is-unexpected.js";
import { keepJournal } from "./keep-journal.js";
import { keptLines, stillFails, tryAllKept } from "./kept-failures.js";
import { leftOf } from "./left-of.js";
import { planJson, planText } from "./plan-text.js";
import { startProgress } from "./progress.js";
import { type Done, searchFiles } from "./search-files.js";
import {
  checkAsked,
  expectedSeconds,
  lookSecondsOf,
  readSearching,
  type SearchFlags,
  type SearchJob,
  searchJobs,
} from "./search-options.js";
import { openSearchShop } from "./search-shop.js";
import { repairLines, searchText } from "./search-text.js";
import { selectClaims } from "./select-claims.js";
import { shareOf } from "./share-of.js";
import { type TimeLimit, timed } from "./timed.js";
import { typedCommand } from "./typed-command.js";
import { parseWorkers } from "./workshop.js";
import { ensureDirectory, writeFiles } from "./write-files.js";

const DEFAULT_OUT = "lemmacheck-search";
/** A search in the journal, and what is written of it. */
const SEARCH_BYTES = 20_000;

/** What is asked of the cells. */
interface AskedOfSearch {
  readonly overrides: Overrides;
  flagOf(name: string): string;
}

/** `search [CLAIM…]`: looks for cells at which claims are refuted, and prints the rows of the simplest. Returns the exit code. */
export async function searchCommand(
  names: readonly string[],
  flags: SearchFlags,
  { overrides, flagOf }: AskedOfSearch,
  { open, output, typed }: Context,
): Promise<number> {
  const { additions, paper } = open;
  const claims = await selectClaims(open, names);
  const searching = readSearching(flags);
  const workers = parseWorkers(flags.workers);
  const shard = parseShard(flags.shard);
  const { json = false, resume = false, seed = DEFAULT_SEED } = flags;
  const all = searchJobs(claims, { ...flags, paper: paper.id, limit: searching.limit });
  checkAsked(claims, overrides, flagOf);
  const jobs = shard ? all.filter(({ key }) => inShard(key, shard)) : all;
  const out = flags.out ?? (resume ? DEFAULT_OUT : undefined);
  const identity = {
    command: "search",
    seed,
    seconds: searching.limit.seconds,
    coreSeconds: flags.coreSeconds ?? null,
    repair: searching.repair,
    candidates: searching.candidates ?? null,
    draws: searching.draws ?? null,
    method: searching.method ?? null,
    asked: toJson(overrides),
    digest: keysDigest(all.map(({ key }) => key)),
  };
  if (flags.plan) {
    const left = await leftOf(jobs, ({ key }) => key, { out, resume, place: open.place, identity });
    const seconds = left.reduce((sum, { forms, limit }) => sum + expectedSeconds(limit, workers) / forms.length, 0);
    const plan = { jobs: left.length, shard, seconds, most: null, bytes: left.length * SEARCH_BYTES };
    output.print(json ? jsonText(planJson(plan)) : planText(plan));
    return 0;
  }
  if (out !== undefined) {
    await ensureDirectory("--out", out, Object.keys(searchFiles([], "")));
    output.outlive();
  }

  const texts = new Map([[paper.id, paperText(paper, open.parameters, claims)]]);
  const failures = openFailures(process.cwd());
  const progress = startProgress({ steps: jobs.length }, json, output);
  const elsewhere = await openElsewhere(flags.redis, open, progress);
  const keeping =
    out === undefined
      ? undefined
      : await keepJournal({
          out,
          resume,
          stays: resume || shard !== undefined,
          place: open.place,
          identity,
          warn: progress.warn,
        });
  const shop = openSearchShop(workers, open, elsewhere);
  const done = new Map<string, Done>();
  const used = new Map<string, TimeLimit>();
  try {
    const tried = await tryAllKept(failures, claims, paper.id, {
      additions,
      signal: shop.signal,
      executor: shop.executor(new AbortController().signal),
    });
    if (!json) for (const line of keptLines(tried, claims, texts)) progress.print(line);
    // One after another: whoever works, works for one search, whose time is the clock's.
    await runJobs<SearchJob, Searched>(jobs, {
      signal: shop.signal,
      records: keeping?.journal,
      run: (job) => search(job, tried),
      write: writeSearched,
      read: readSearched,
      onResult(searched, job, fresh) {
        done.set(job.key, { job, searched });
        const { seconds, coreSeconds } = searched;
        used.set(job.key, { seconds, coreSeconds: coreSeconds ?? Infinity });
        const { row } = searched.result;
        if (row) failures.keep(row);
        if (!json) for (const line of linesOf(job, searched)) progress.print(line);
        else if (row) progress.print(jsonText(row));
        progress.step(job.key, { fresh });
      },
    });
    progress.stop();
    for (const line of failures.problems()) process.stderr.write(`${line}\n`);
    const found = jobs.flatMap(({ key }) => done.get(key) ?? []);
    if (out !== undefined) await writeFiles(out, searchFiles(found, typedCommand(typed)));
    await keeping?.end();
    const rows = found.flatMap(({ searched }) => searched.result.row ?? []);
    const spent = found.reduce((sum, { searched }) => sum + searched.result.effort.spent, 0);
    if (!json) output.print(closing(rows.length, jobs.length, spent));
    return rows.some((row) => isUnexpected(row, claims)) || stillFails(tried, claims) ? 1 : 0;
  } finally {
    progress.stop();
    await shop.close();
    await keeping?.leave(jobs.length, shop.signal?.aborted ?? false);
  }

  function linesOf(job: SearchJob, { result, repairs }: Searched): readonly string[] {
    return [...searchText(job.question, result, texts, lookSecondsOf(shareOf(job, used))), ...(repairs ?? [])];
  }

  /** Searches one form, and for a repair of what is refuted. */
  async function search(job: SearchJob, tried: readonly Tried[]): Promise<Searched> {
    const { question } = job;
    const limit = shareOf(job, used);
    await shop.ready(question.claim);
    const started = performance.now();
    let found: number | null = null;
    const {
      result,
      isOver,
      used: taken,
    } = await timed(limit, (until) =>
      searchClaim(question, {
        additions,
        asked: overrides,
        until,
        lookSeconds: lookSecondsOf(limit),
        signal: shop.signal,
        executor: shop.executor(until),
        first: tried.flatMap(({ failure: { claim, form, cell }, row }) =>
          row !== null && claim === question.claim.id && form === question.form ? [cell] : [],
        ),
        method: searching.method,
        budget: RUN_BUDGET / all.length,
        ...(searching.candidates === undefined ? {} : { candidates: searching.candidates }),
        ...(searching.draws === undefined ? {} : { draws: searching.draws }),
        onFound() {
          found = (performance.now() - started) / 1000;
        },
        onProgress: (count) => progress.note(`${question.claim.id} ${question.form}: ${formatNumber(count)} cells`),
      }),
    );
    if (isOver) await shop.renew();
    const searched = { result, found, ...taken, ...(elsewhere && { coreSeconds: null }) };
    if (!searching.repair || !result.row) return { ...searched, repairs: null };
    const refuted = [result.row.cell, ...(result.first ? [result.first] : [])];
    const { result: standing } = await timed(searching.limit, (until) =>
      proposeRepairs(question, { additions, asked: overrides, until, signal: shop.signal, refuted }),
    );
    return { ...searched, repairs: repairLines(standing, symbolOf(question.claim)) };
  }
}

const closing = (refuted: number, searched: number, spent: number) =>
  `\n${searched} form${searched === 1 ? "" : "s"} searched, ${refuted} refuted\n${budgetLine(spent)}`;

/** The symbol of a claim's parameter. */
const symbolOf =
  ({ parameters }: SearchQuestion["claim"]) =>
  (name: string) =>
    parameters.find((known) => known.name === name)?.symbol || name;
