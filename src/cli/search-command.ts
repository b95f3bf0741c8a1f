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
import { type Repaired, readRepaired, writeRepaired } from "../auditor/search/repairs/repaired.js";
import { readSearched, type Searched, writeSearched } from "../auditor/search/searched.js";
import { RUN_BUDGET } from "../chance/error-budget.js";
import { counted } from "../numbers/counted.js";
import { budgetLine } from "./budget-line.js";
import { checkParts, parseShard } from "./campaign-options.js";
import type { Context } from "./context.js";
import { openElsewhere } from "./elsewhere.js";
import { isUnexpected } from "./is-unexpected.js";
import { keepJournal } from "./keep-journal.js";
import { keptLines, stillFails, tryAllKept } from "./kept-failures.js";
import { leftOf } from "./left-of.js";
import { planJson, planText } from "./plan-text.js";
import { startProgress } from "./progress.js";
import { type Done, searchFiles, spentBy } from "./search-files.js";
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
import { searchText } from "./search-text.js";
import { searchWork } from "./search-work.js";
import { selectClaims } from "./select-claims.js";
import { shareOf } from "./share-of.js";
import type { TimeLimit } from "./timed.js";
import { typedCommand } from "./typed-command.js";
import { parseWorkers } from "./workshop.js";
import { ensureDirectory, writeFiles } from "./write-files.js";

const DEFAULT_OUT = "lemmacheck-search";
/** A search in the journal, and what is written of it. */
const SEARCH_BYTES = 20_000;

/** The key of the search for repairs of what a search refutes. */
const repairKeyOf = ({ key }: SearchJob) => `${key}/repair`;

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
  const { paper } = open;
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
  checkParts(flags, out);
  if (flags.plan) {
    const asked = { out, resume, place: open.place, identity };
    const left = await leftOf(jobs, ({ key }) => key, asked);
    const seconds = left.reduce((sum, { forms, limit }) => sum + expectedSeconds(limit, workers) / forms.length, 0);
    // Which of them will be refuted is not known: all of them at most.
    const mending = searching.repair ? await leftOf(jobs, repairKeyOf, asked) : null;
    const most = mending?.reduce((sum, { limit }) => sum + expectedSeconds(limit, workers), seconds) ?? null;
    const plan = { jobs: left.length, shard, seconds, most, bytes: left.length * SEARCH_BYTES };
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
  // Before there is anything to keep: from then on an interrupt is heard.
  const shop = openSearchShop(workers, open, elsewhere);
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
  const work = searchWork({
    open,
    shop,
    searching,
    overrides,
    budget: RUN_BUDGET / all.length,
    isElsewhere: elsewhere !== undefined,
    note: progress.note,
  });
  const done = new Map<string, Done>();
  const used = new Map<string, TimeLimit>();
  const records = keeping?.journal;
  const { signal } = shop;
  let repairs = 0;
  const say = (lines: readonly string[]) => {
    if (!json) for (const line of lines) progress.print(line);
  };

  /** Searches a form, or has what is known of it. */
  async function search(job: SearchJob, tried: readonly Tried[]): Promise<void> {
    const limit = shareOf(job, used);
    await runJobs<SearchJob, Searched>([job], {
      signal,
      records,
      run: () => work.search(job, limit, tried),
      write: writeSearched,
      read: readSearched,
      onResult(searched, { key }, fresh) {
        done.set(key, { job, searched, repaired: null });
        const { result, seconds, coreSeconds } = searched;
        used.set(key, { seconds, coreSeconds: coreSeconds ?? Infinity });
        if (result.row) failures.keep(result.row);
        say(searchText(job.question, result, texts, lookSecondsOf(limit)));
        if (json && result.row) progress.print(jsonText(result.row));
        progress.step(key, { fresh });
      },
    });
  }

  /** Looks for repairs of what was refuted: a job of its own, since what was refuted is printed and kept before. */
  async function repair({ job, searched }: Done): Promise<void> {
    repairs++;
    await runJobs<Pick<SearchJob, "key">, Repaired>([{ key: repairKeyOf(job) }], {
      signal,
      records,
      run: () => work.repair(job, searched.result),
      write: writeRepaired,
      read: readRepaired,
      onResult(repaired) {
        done.set(job.key, { job, searched, repaired });
        say(repaired.lines);
      },
    });
  }

  try {
    const tried = await tryAllKept(failures, claims, paper.id, shop.aside);
    for (const line of keptLines(tried, claims, texts)) progress.tell(line);
    // One after another: whoever works, works for one search, whose time is the clock's.
    for (const job of jobs) {
      await search(job, tried);
      const found = done.get(job.key);
      if (searching.repair && found?.searched.result.row) await repair(found);
    }
    progress.stop();
    for (const line of failures.problems()) process.stderr.write(`${line}\n`);
    const found = jobs.flatMap(({ key }) => done.get(key) ?? []);
    if (out !== undefined) await writeFiles(out, searchFiles(found, typedCommand(typed)));
    await keeping?.end();
    const rows = found.flatMap(({ searched }) => searched.result.row ?? []);
    if (!json) output.print(closing(rows.length, jobs.length, spentBy(found)));
    return rows.some((row) => isUnexpected(row, claims)) || stillFails(tried, claims) ? 1 : 0;
  } finally {
    progress.stop();
    await shop.close();
    await keeping?.leave(jobs.length + repairs, shop.signal?.aborted ?? false);
  }
}

const closing = (refuted: number, searched: number, spent: number) =>
  `\n${counted(searched, "form")} searched, ${refuted} refuted\n${budgetLine(spent)}`;
