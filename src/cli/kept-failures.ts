import { cellText } from "../../reports/format.js";
import type { Texts } from "../../reports/texts.js";
import { auditElsewhere } from "../auditor/audit-job.js";
import type { Runner } from "../auditor/campaign/runner.js";
import type { Claim } from "../auditor/claim.js";
import type { FailureDatabase } from "../auditor/failures/failure-database.js";
import { secondsOfKept, type Tried, tryKept } from "../auditor/failures/try-kept.js";
import { counted } from "../numbers/counted.js";
import { formatNumber } from "../numbers/format-number.js";
import { isUnexpected } from "./is-unexpected.js";
import { oneLine } from "./printable.js";

/**
 * The failures that are kept of some claims, each tried again, by one thread beside this one where there are others: claims
 * change, and what was refuted in a moment may not end any more. No row of a run depends on them.
 *
 * @param aside opens that thread.
 */
export async function tryAllKept(
  failures: FailureDatabase,
  claims: readonly Claim[],
  paper: string,
  aside: () => Runner,
): Promise<readonly Tried[]> {
  const kept = claims.flatMap((claim) => failures.of(paper, claim.id).map((failure) => ({ failure, claim })));
  if (kept.length === 0) return [];
  const runner = aside();
  const tried: Tried[] = [];
  try {
    for (const { failure, claim } of kept) {
      const seconds = secondsOfKept(failure);
      tried.push(await tryKept(failure, claim, (question, how) => auditElsewhere(runner, question, how, seconds)));
    }
  } finally {
    await runner.close();
  }
  return tried;
}

/** Whether a form that should hold is still refuted where it was. */
export const stillFails = (tried: readonly Tried[], claims: readonly Claim[]): boolean =>
  tried.some(({ outcome, row }) => outcome === "refuted" && row !== null && isUnexpected(row, claims));

/** What there is to say of them, a line each: those that pass again, those that should hold and do not, and how many did as known. */
export function keptLines(tried: readonly Tried[], claims: readonly Claim[], texts: Texts): string[] {
  const lines: string[] = [];
  let known = 0;
  for (const { failure, outcome, row } of tried) {
    const name = `kept failure: ${failure.claim} ${failure.form}`;
    const at = `${name} at ${JSON.stringify(failure.cell)}`;
    if (outcome === "overlong")
      lines.push(`${at}: given up, it took over ${formatNumber(secondsOfKept(failure))} s; it is left as it is`);
    else if (row === null) lines.push(`${at}: no longer a cell of this claim`);
    else if (outcome === "passes") lines.push(`${name} ${cellText(row, texts)}: passes again (${row.verdict})`);
    else if (isUnexpected(row, claims)) lines.push(`${name} ${cellText(row, texts)}: refuted again, ${row.reason}`);
    else known++;
  }
  if (known > 0) lines.push(`${counted(known, "kept failure")} refuted again, as the ledger has it`);
  return lines.map(oneLine);
}
