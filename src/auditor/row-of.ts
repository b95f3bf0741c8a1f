import type { AuditError } from "./audit-error.js";
import type { Given } from "./cell.js";
import type { Relation } from "./claim.js";
import { type Finding, NOTHING_MEASURED, noFinding } from "./finding.js";
import { isNoBetter } from "./is-no-better.js";
import { isSureMean } from "./judge-mean.js";
import type { Resolved } from "./parameter.js";
import { DEFAULT_SEED, type Question } from "./question.js";
import { reasonOf } from "./reading.js";
import { inOrder, ROW_SCHEMA, type Row } from "./row-fields.js";
import type { Statement } from "./statement.js";

/** Whether the bound says nothing that is not known without it. */
function isVacuous({ claim }: Statement, given: Given, allowed: number | null, finding: Finding): boolean {
  const { method, verdict, bound } = finding;
  if (allowed !== null && allowed >= 1) return true;
  if (bound === null) return verdict === "not-applicable" && method !== null;
  if (claim.kind === "mean" && isSureMean(claim, given, bound)) return true;
  return isNoBetter(claim, given, bound);
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

/** A question that has been looked into. */
interface Answered {
  readonly question: Question;
  readonly statement: Statement;
  readonly given: Given;
  readonly finding: Finding;
}

/** The row that records it, but for the time it took. */
export function rowOf({ question, statement, given, finding }: Answered): Row {
  const { claim, form, mutant, cell } = statement;
  const { seed = DEFAULT_SEED, stream = "shared", paper = null } = question;
  const allowed = statement.allowed(given);
  const vacuous = isVacuous(statement, given, allowed, finding);
  return inOrder({
    schema: ROW_SCHEMA,
    paper,
    claim: claim.id,
    form,
    kind: claim.kind,
    cell,
    resolved: resolvedOf(statement, given),
    sampler: finding.method === "sampled" ? claim.draw.id : null,
    allowed,
    ...NOTHING_MEASURED,
    ...finding,
    reason: reasonOf(claim, finding.reason),
    vacuous,
    slack: vacuous || claim.kind === "trend" || claim.kind === "mean" ? null : slackOf(claim.relation, finding),
    seed,
    stream,
    mutant,
    milliseconds: 0,
  });
}

/** The row of a question that could not be looked into, because the claim itself failed there. */
export function rowOfError({ claim, cell, ...question }: Question, error: AuditError): Row {
  const { form = "printed", mutant = null, seed = DEFAULT_SEED, stream = "shared", paper = null } = question;
  const known = Object.entries(cell).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return inOrder({
    schema: ROW_SCHEMA,
    paper,
    claim: claim.id,
    form,
    kind: claim.kind,
    cell: Object.fromEntries(known),
    resolved: {},
    sampler: null,
    allowed: null,
    ...noFinding("inconclusive", reasonOf(claim, `it cannot be judged: ${error.message}`)),
    vacuous: false,
    slack: null,
    seed,
    stream,
    mutant,
    milliseconds: 0,
  });
}
