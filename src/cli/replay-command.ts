import { audit, type Claim, type Question, type Row } from "lemmacheck";
import { cellOf, cellText } from "../../reports/format.js";
import { interruptSignal } from "./interrupt.js";
import { openLedger } from "./open-ledger.js";
import { startProgress } from "./progress.js";
import { readRows } from "./read-rows.js";
import { UsageError } from "./usage-error.js";

/** The question that a row answers. */
function questionOf(row: Row, file: string, claims: readonly Claim[]): Question {
  const claim = claims.find(({ id }) => id === row.claim);
  if (!claim)
    throw new UsageError(
      `rows.jsonl is ${file}, which has a row of ${row.claim}; it must have rows of this ledger's claims only, or --config the config with that claim`,
    );
  const cell = Object.fromEntries(cellOf(row));
  return { claim, cell, form: row.form, mutant: row.mutant, seed: row.seed, stream: row.stream };
}

/** The fields in which two rows differ, the time they took apart. */
function differences(before: Row, after: Row): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name !== "milliseconds");
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${name} was ${JSON.stringify(before[name])}, is ${JSON.stringify(after[name])}`);
}

/** `replay rows.jsonl`: every row again. Returns exit code 1 if one did not come out the same. */
export async function replayCommand(file: string, { config }: { config?: string }): Promise<number> {
  const { claims, activations } = await openLedger(config);
  const rows = await readRows("rows.jsonl", [file]);
  const questions = rows.map((row) => questionOf(row, file, claims));
  const progress = startProgress(rows.length, false);
  const interrupt = interruptSignal();
  let changed = 0;
  try {
    for (const [index, row] of rows.entries()) {
      const again = await audit(questions[index], {
        method: row.method ?? undefined,
        draws: row.draws ?? undefined,
        ...(row.alpha === null ? {} : { alpha: row.alpha }),
        signal: interrupt.signal,
        activations,
      });
      const differing = differences(row, again);
      if (differing.length > 0) {
        changed++;
        progress.print(`${row.claim} ${row.form} ${cellText(row)}: ${differing.join("; ")}`);
      }
      progress.step(`${row.claim} ${row.form}`);
    }
  } finally {
    progress.stop();
    interrupt.dispose();
  }
  process.stdout.write(`${rows.length - changed} of ${rows.length} rows came out the same\n`);
  return changed > 0 ? 1 : 0;
}
