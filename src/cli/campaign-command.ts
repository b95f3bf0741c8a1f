import { drawPicture } from "../../reports/draw-picture.js";
import { keysDigest } from "../auditor/campaign/identity.js";
import type { Campaign, Found, Job } from "../auditor/campaign/job.js";
import { runJobs } from "../auditor/campaign/run-jobs.js";
import { inShard } from "../auditor/campaign/shard.js";
import type { Json } from "../auditor/json.js";
import { jsonText } from "../auditor/json-text.js";
import type { CampaignCommand } from "../auditor/paper.js";
import { taskServer } from "../auditor/task-server.js";
import { type CampaignFlags, parseShard } from "./campaign-options.js";
import type { Context } from "./context.js";
import { openElsewhere } from "./elsewhere.js";
import { keepJournal } from "./keep-journal.js";
import { leftOf } from "./left-of.js";
import { planJson, planText } from "./plan-text.js";
import { startProgress } from "./progress.js";
import { UsageError } from "./usage-error.js";
import { openWorkshop, parseWorkers } from "./workshop.js";
import { ensureDirectory, writeFiles } from "./write-files.js";

/** A job with its result in the journal. */
const JOB_BYTES = 1000;
/** The files show what is there already, so often. */
const REFRESH_MS = 30_000;

/** What the paper makes of what was typed. */
async function describe(
  command: CampaignCommand,
  typed: readonly string[],
  options: Readonly<Record<string, string | true>>,
  { open: { additions, claims } }: Context,
): Promise<Campaign> {
  try {
    const campaign = await command.campaign({ arguments: typed, options, additions, claims });
    const keys = new Set(campaign.jobs.map(({ key }) => key));
    if (keys.size !== campaign.jobs.length) throw new Error(`${command.name} has two jobs of the same key`);
    return campaign;
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

const secondsOf = (jobs: readonly Job[]) => jobs.reduce((sum, { seconds }) => sum + seconds, 0);

const linesText = (lines: readonly Json[]) => lines.map((line) => `${jsonText(line)}\n`).join("");
const textOf = (file: Found["files"][string]) =>
  typeof file === "string" ? file : "title" in file ? drawPicture(file) : linesText(file);
const filesOf = ({ files }: Found): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, file]) => [name, textOf(file)]));

/** Runs a campaign that the paper describes, and prints what it came to. */
export async function campaignCommand(
  command: CampaignCommand,
  typed: readonly string[],
  flags: CampaignFlags,
  options: Readonly<Record<string, string | true>>,
  context: Context,
): Promise<void> {
  const { open, output } = context;
  const workers = parseWorkers(flags.workers);
  const shard = parseShard(flags.shard);
  const { json = false, resume = false } = flags;
  const { identity, task: taskName, jobs: all, finish } = await describe(command, typed, options, context);
  const jobs = shard ? all.filter(({ key }) => inShard(key, shard)) : all;
  const out = flags.out ?? (resume ? `lemmacheck-${command.name}` : undefined);
  const whole = {
    ...identity,
    command: command.name,
    jobs: all.length,
    digest: keysDigest(all.map(({ key }) => key)),
  };
  if (flags.plan) {
    const left = await leftOf(jobs, ({ key }) => key, { out, resume, place: open.place, identity: whole });
    const seconds = secondsOf(left) / Math.max(1, workers);
    const plan = { jobs: left.length, shard, seconds, most: null, bytes: left.length * JOB_BYTES };
    output.print(json ? jsonText(planJson(plan)) : planText(plan));
    return;
  }
  if (out !== undefined) {
    await ensureDirectory("--out", out);
    output.outlive();
  }
  const task = await taskServer(open).task(taskName);
  const progress = startProgress({ steps: jobs.length, weight: secondsOf(jobs) }, json, output);
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
          stays: true,
          place: open.place,
          identity: whole,
          warn: progress.warn,
        });
  const results = new Map<string, Json>();
  let refreshed = performance.now();
  let refreshing: Promise<void> = Promise.resolve();
  const refresh = async () => {
    if (out !== undefined) await writeFiles(out, filesOf(await finish(new Map(results))));
  };
  try {
    const runner = workshop.runnerFor(open);
    await runJobs(jobs, {
      concurrency: workshop.concurrency,
      signal: workshop.signal,
      records: keeping?.journal,
      async run({ payload }) {
        const result = await runner.run({ task: taskName, payload });
        if (!task.isResult(result, payload)) throw new Error(`task ${taskName} gave what is no result of it`);
        return result;
      },
      write: (result) => result,
      read: (x, { payload }) => (task.isResult(x, payload) ? x : undefined),
      onResult(result, { key, seconds }, fresh) {
        results.set(key, result);
        progress.step(key, { weight: seconds, fresh });
        if (out === undefined || performance.now() - refreshed < REFRESH_MS) return;
        refreshed = performance.now();
        // At most one at a time; the last one is after all of them.
        refreshing = refreshing.then(refresh).catch(() => undefined);
      },
    });
    progress.stop();
    await refreshing;
    const found = await finish(results);
    if (out !== undefined) await writeFiles(out, filesOf(found));
    await keeping?.end();
    if (json) for (const line of found.lines) output.print(jsonText(line));
    else output.print(found.text.trimEnd());
  } finally {
    progress.stop();
    await workshop.close();
    await keeping?.leave(jobs.length, workshop.signal?.aborted ?? false);
  }
}
