import type { Activation } from "../activations/activation.js";
import { catalogue } from "../activations/catalogue.js";
import type { Given, Name } from "../samplers/parameters.js";
import type { Relation } from "./claim.js";
import { type Finding, NOTHING_MEASURED } from "./finding.js";
import { isNoBetter } from "./is-no-better.js";
import { DEFAULT_SEED, type Question } from "./question.js";
import { CELL_FIELDS, ROW_SCHEMA, type Row } from "./row.js";
import type { Statement } from "./statement.js";

/** Whether the bound says nothing that is not known without it. */
function isVacuous({ claim }: Statement, given: Given<Name>, { method, verdict, bound }: Finding): boolean {
  if (bound === null) return verdict === "not-applicable" && method !== null;
  return isNoBetter(claim, given, bound);
}

/** How many times over the bound holds; none where a side is not positive, so that a ratio says nothing. */
function slackOf(relation: Relation, { bound, observedQuantile }: Finding): number | null {
  if (bound === null || observedQuantile === null || relation === "=") return null;
  if (!(bound > 0 && observedQuantile > 0)) return null;
  return relation === "<=" ? bound / observedQuantile : observedQuantile / bound;
}

/** ψ as the expression that it was given by; those of the catalogue go by their names. */
function expressionOf(psi: Activation): string | null {
  return catalogue.includes(psi) ? null : psi.expression;
}

/** A question that has been looked into. */
interface Answered {
  readonly question: Question;
  readonly statement: Statement;
  readonly given: Given<Name>;
  readonly finding: Finding;
}

/** The row that records it, but for the time it took. */
export function rowOf({ question, statement, given, finding }: Answered): Row {
  const { claim, form, mutant } = statement;
  const { seed = DEFAULT_SEED, stream = "shared" } = question;
  const vacuous = isVacuous(statement, given, finding);
  const has = (name: Name) => claim.parameters.includes(name);
  const named: readonly string[] = CELL_FIELDS;
  const further = Object.fromEntries(Object.entries(question.cell).filter(([name]) => !named.includes(name)));
  return {
    schema: ROW_SCHEMA,
    claim: claim.id,
    form,
    kind: claim.kind,
    psi: has("psi") ? given.psi.id : null,
    expression: has("psi") ? expressionOf(given.psi) : null,
    provenance: has("psi") ? given.psi.provenance : null,
    d: has("d") ? given.d : null,
    k: has("k") ? given.k : null,
    depth: has("depth") ? given.depth : null,
    gamma: has("gamma") ? given.gamma : null,
    radius: has("radius") ? given.radius : null,
    sampler: finding.method === "sampled" ? claim.draw.id : null,
    // Every row has its fields in one order.
    ...NOTHING_MEASURED,
    ...finding,
    vacuous,
    slack: vacuous || claim.kind === "trend" ? null : slackOf(claim.relation, finding),
    seed,
    stream,
    mutant,
    milliseconds: 0,
    ...further,
  };
}
