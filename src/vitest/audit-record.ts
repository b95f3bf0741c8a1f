import { createHash } from "node:crypto";
import type { Row } from "../auditor/row-fields.js";
import type { Outcome } from "../chance/outcome.js";

/** What a test leaves for the reporter of one row or outcome, in `task.meta`: small, plain JSON. */
export interface AuditRecord {
  /** Rows of equal id are one decision; null where each record is one of its own. */
  readonly id: string | null;
  /** The claim and form, "lemma-1 printed", or the name of an experiment. */
  readonly subject: string;
  readonly mutant: boolean;
  readonly verdict: Row["verdict"];
  readonly vacuous: boolean;
  /** The test wants the verdict "refuted". */
  readonly wantsRefuted: boolean;
  readonly exact: boolean;
  /** The failure probability that was allowed. */
  readonly allowed: number | null;
  readonly failureRate: number | null;
  readonly failureUpper: number | null;
  readonly slack: number | null;
  readonly alpha: number | null;
  readonly seed: string;
}

declare module "vitest" {
  interface TaskMeta {
    /** What lemmacheck's tests and matchers found out: see `lemmacheck/reporter`. */
    lemmacheck?: AuditRecord[];
    /** How likely it is, at most, that draws contradicted right laws. */
    lemmacheckAgreement?: number;
  }
}

/** A test as far as records need it. */
interface Recorded {
  readonly meta: { lemmacheck?: AuditRecord[]; lemmacheckAgreement?: number };
}

/** The record of a row. Auditing the same question again gives the same id. */
export function recordOfRow(row: Row, wantsRefuted: boolean): AuditRecord {
  const content = JSON.stringify({ ...row, milliseconds: 0 });
  return {
    id: createHash("sha256").update(content).digest("base64url").slice(0, 16),
    subject: `${row.claim} ${row.form}`,
    mutant: row.mutant !== null,
    verdict: row.verdict,
    vacuous: row.vacuous,
    wantsRefuted,
    exact: row.method === "exact",
    allowed: row.allowed,
    failureRate: row.failureRate,
    failureUpper: row.failureUpper,
    slack: row.slack,
    alpha: row.alpha,
    seed: row.seed,
  };
}

/** The record of an outcome. Outcomes never count as one, not even where all their numbers agree. */
export function recordOfOutcome(outcome: Outcome, wantsRefuted: boolean): AuditRecord {
  return {
    id: null,
    subject: outcome.name,
    mutant: false,
    verdict: outcome.verdict,
    vacuous: false,
    wantsRefuted,
    exact: false,
    allowed: 1 - outcome.probability,
    failureRate: outcome.failureRate,
    failureUpper: outcome.failureUpper,
    slack: null,
    alpha: outcome.alpha,
    seed: outcome.seed,
  };
}

/** Hands a record to the reporter, if there is a test to hand it by. */
export function addRecord(task: Recorded | undefined, record: AuditRecord): void {
  if (!task) return;
  task.meta.lemmacheck = [...(task.meta.lemmacheck ?? []), record];
}

/** Tells the reporter of a comparison of draws with a law, which is wrong with probability `alpha` at most. */
export function addAgreement({ meta }: Recorded, alpha: number): void {
  meta.lemmacheckAgreement = (meta.lemmacheckAgreement ?? 0) + alpha;
}
