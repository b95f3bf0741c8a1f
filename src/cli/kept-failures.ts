import { cellText } from "../../reports/format.js";
import type { Texts } from "../../reports/texts.js";
import type { Claim } from "../auditor/claim.js";
import type { FailureDatabase } from "../auditor/failures/failure-database.js";
import { type Tried, tryKept } from "../auditor/failures/try-kept.js";
import type { AuditOptions } from "../auditor/question.js";
import { isUnexpected } from "./is-unexpected.js";
import { oneLine } from "./printable.js";

/** The failures that are kept of some claims, each tried again. No row of a run depends on them. */
export async function tryAllKept(
  failures: FailureDatabase,
  claims: readonly Claim[],
  paper: string,
  options: AuditOptions,
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const claim of claims)
    for (const failure of failures.of(paper, claim.id)) tried.push(await tryKept(failure, claim, options));
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
    if (row === null) lines.push(`${name} at ${JSON.stringify(failure.cell)}: no longer a cell of this claim`);
    else if (outcome === "passes") lines.push(`${name} ${cellText(row, texts)}: passes again (${row.verdict})`);
    else if (isUnexpected(row, claims)) lines.push(`${name} ${cellText(row, texts)}: refuted again, ${row.reason}`);
    else known++;
  }
  if (known > 0) lines.push(`${known} kept failure${known === 1 ? "" : "s"} refuted again, as the ledger has it`);
  return lines.map(oneLine);
}
