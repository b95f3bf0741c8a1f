import { type AuditError, guarded } from "./audit-error.js";
import { type Cell, type Given, plainCell } from "./cell.js";
import type { Relation } from "./claim.js";
import { constantsText } from "./constants-text.js";
import { type Finding, noFinding } from "./finding.js";
import { isNoBetter } from "./is-no-better.js";
import { isSureMean } from "./judge-mean.js";
import { KINDS } from "./kinds.js";
import type { Resolved } from "./parameter.js";
import { DEFAULT_SEED, type Question } from "./question.js";
import { reasonOf } from "./reading.js";
import { inOrder, ROW_SCHEMA, type Row } from "./row-fields.js";
import type { Statement } from "./statement.js";

/** Whether the bound says nothing that is not known without it. */
function isVacuous(statement: Statement, given: Given, allowed: number | null, finding: Finding): boolean {
  const { claim } = statement;
  const { method, verdict, bound } = finding;
  if (allowed !== null && allowed >= 1) return true;
  if (bound === null) return verdict === "not-applicable" && method !== null;
  if (claim.kind === "mean" && isSureMean(claim, given, bound)) return true;
  return isNoBetter(statement, given, bound);
}

/** How many times over the bound holds; none where a side is not positive, so that a ratio says nothing. */
function slackOf(relation: Relation, { bound, observedQuantile }: Finding): number | null {
  if (bound === null || observedQuantile === null || relation === "=") return null;
  if (!(bound > 0 && observedQuantile > 0)) return null;
  return relation === "<=" ? bound / observedQuantile : observedQuantile / bound;
}

/** What the cell's values stand for, by parameter. */
function resolvedOf({ claim }: Statement, given: Given): Record<string, Resolved> {
  return Object.fromEntries(
    claim.parameters.flatMap(({ name, resolution }) => (resolution ? [[name, resolution.about(given[name])]] : [])),
  );
}

/** What was asked, and at which cell: the fields of a row that do not depend on what was found. */
function asked({ claim, form = "printed", mutant = null, paper = null, ...rest }: Question, cell: Cell) {
  const { seed = DEFAULT_SEED, stream = "shared" } = rest;
  return { schema: ROW_SCHEMA, paper, claim: claim.id, form, kind: claim.kind, cell, seed, stream, mutant } as const;
}

/** A question that has been looked into. */
interface Answered {
  readonly question: Question;
  readonly statement: Statement;
  readonly given: Given;
  readonly finding: Finding;
  /** When that began: `performance.now()`. */
  readonly started: number;
}

/**
 * The row that records it.
 *
 * @throws AuditError if the claim throws.
 */
export function rowOf(answered: Answered): Row {
  return guarded(answered.statement, answered.statement.cell, "the row", record)(answered);
}

/** What is allowed, which need not be defined where a hypothesis does not hold. */
function allowedAt({ statement, given, finding }: Answered): number | null {
  try {
    return statement.allowed(given)?.probability ?? null;
  } catch (error) {
    if (finding.method === null) return null;
    throw error;
  }
}

function record(answered: Answered): Row {
  const { question, statement, given, finding, started } = answered;
  const { claim, cell } = statement;
  const allowed = allowedAt(answered);
  const vacuous = isVacuous(statement, given, allowed, finding);
  const constants = finding.verdict === "refuted" ? constantsText(statement, given) : null;
  return inOrder({
    ...asked(question, cell),
    resolved: resolvedOf(statement, given),
    sampler: finding.method === "sampled" ? claim.draw.id : null,
    allowed,
    ...finding,
    reason: reasonOf(claim, [finding.reason, ...(constants === null ? [] : [constants])].join("; ")),
    vacuous,
    slack: vacuous || !KINDS[claim.kind].slack ? null : slackOf(claim.relation, finding),
    milliseconds: Math.round((performance.now() - started) * 1000) / 1000,
  });
}

/** The row of a question that could not be looked into, because the claim itself failed there. */
export function rowOfError(question: Question, error: AuditError): Row {
  return inOrder({
    ...asked(question, plainCell(question.cell)),
    resolved: {},
    sampler: null,
    allowed: null,
    ...noFinding("inconclusive", reasonOf(question.claim, `it cannot be judged: ${error.message}`)),
    vacuous: false,
    slack: null,
    milliseconds: 0,
  });
}
