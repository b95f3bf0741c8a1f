import { cellText } from "../../reports/format.js";
import { paperText, type Texts } from "../../reports/texts.js";
import type { Claim } from "../auditor/claim.js";
import { type OpenPaper, openPaper } from "../auditor/open-paper.js";
import type { Question } from "../auditor/question.js";
import { ROW_FIELD_NAMES, type Row } from "../auditor/row-fields.js";
import { runCampaign } from "../auditor/run-campaign.js";
import type { Context } from "./context.js";
import { oneLine } from "./printable.js";
import { startProgress } from "./progress.js";
import { readRows } from "./read-rows.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";
import { openWorkshop, parseWorkers } from "./workshop.js";

/** A paper that rows name, with those of its claims that they are of. */
interface Named {
  readonly open: OpenPaper;
  readonly claims: ReadonlyMap<string, Claim>;
}

/** The papers that rows name: the one that is open, and others that its config has. */
async function papersOf(
  rows: readonly Row[],
  file: string,
  open: OpenPaper,
): Promise<ReadonlyMap<string | null, Named>> {
  const papers = new Map<string | null, Named>();
  for (const id of new Set(rows.map(({ paper }) => paper))) {
    const there = id === null || id === open.paper.id ? open : await openPaper({ ...open.place, paper: id });
    const claims = new Map<string, Claim>();
    for (const row of rows.filter(({ paper }) => paper === id)) {
      const claim = claims.get(row.claim) ?? (await there.claim(row.claim));
      if (!claim)
        throw new UsageError(
          `rows.jsonl is ${file}, which has a row of ${shown(row.claim)}; it must have rows of claims of ${there.paper.id} only, or --config the config with that claim`,
        );
      claims.set(row.claim, claim);
    }
    papers.set(id, { open: there, claims });
  }
  return papers;
}

/** The question that a row answers. */
function questionOf({ paper, cell, form, mutant, seed, stream }: Row, claim: Claim): Question {
  return { paper, claim, cell, form, mutant, seed, stream };
}

/** The fields in which two rows differ, the time they took apart. */
function differences(before: Row, after: Row): string[] {
  return ROW_FIELD_NAMES.filter((name) => name !== "milliseconds")
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${name} was ${JSON.stringify(before[name])}, is ${JSON.stringify(after[name])}`);
}

/** The options of `replay`, as typed. */
export interface ReplayFlags {
  readonly workers?: string;
}

/** `replay rows.jsonl`: every row again. Returns exit code 1 if one did not come out the same. */
export async function replayCommand(file: string, flags: ReplayFlags, { open, output }: Context): Promise<number> {
  const workers = parseWorkers(flags.workers);
  const rows = await readRows("rows.jsonl", [file]);
  const papers = await papersOf(rows, file, open);
  const texts: Texts = new Map(
    [...papers.values()].map(({ open: { paper, parameters }, claims }) => [
      paper.id,
      paperText(paper, parameters, [...claims.values()]),
    ]),
  );
  const progress = startProgress({ steps: rows.length }, false, output);
  const workshop = openWorkshop({ workers, note: progress.note });
  let changed = 0;
  try {
    const asked = rows.flatMap((row) => {
      const named = papers.get(row.paper);
      const claim = named?.claims.get(row.claim);
      return named && claim ? [{ row, named, claim }] : [];
    });
    const executors = new Map([...papers].map(([id, named]) => [id, workshop.executorFor(named.open)]));
    await runCampaign(
      asked.map(({ row, claim }) => questionOf(row, claim)),
      {
        signal: workshop.signal,
        concurrency: workshop.concurrency,
        each(index) {
          const { row, named } = asked[index];
          const executor = executors.get(row.paper);
          return {
            method: row.method ?? undefined,
            draws: row.draws ?? undefined,
            ...(row.alpha === null ? {} : { alpha: row.alpha }),
            additions: named.open.additions,
            ...(executor ? { executor } : {}),
          };
        },
        onRow(again, index) {
          const { row } = asked[index];
          const differing = differences(row, again);
          if (differing.length > 0) {
            changed++;
            progress.print(oneLine(`${row.claim} ${row.form} ${cellText(row, texts)}: ${differing.join("; ")}`));
          }
          progress.step(`${row.claim} ${row.form}`);
        },
      },
    );
  } finally {
    progress.stop();
    await workshop.close();
  }
  output.print(`${rows.length - changed} of ${rows.length} rows came out the same`);
  return changed > 0 ? 1 : 0;
}
