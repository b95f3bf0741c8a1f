import type { Enclosure } from "../chance/enclosure.js";
import { shownValue } from "../numbers/shown-value.js";
import { type Allowed, allowedBy } from "./allowed.js";
import { guarded } from "./audit-error.js";
import type { Cell, Given } from "./cell.js";
import { checkedProbability } from "./checked-probability.js";
import type { Claim, FormName, Hypothesis, LogProbability } from "./claim.js";

/** What is audited, by its names. */
export interface StatementName {
  readonly claim: Pick<Claim, "id">;
  readonly form: FormName;
  readonly mutant: string | null;
}

/** One form of a claim, or a mutant of it, at one cell. What the claim's functions throw names both. */
export interface Statement extends StatementName {
  readonly claim: Claim;
  readonly cell: Cell;
  readonly hypotheses: readonly Hypothesis[];
  bound(given: Given, draw: unknown): number | null;
  observed(draw: unknown, given: Given): Enclosure;
  /** The failure probability that it allows; null for a statement that is not of high probability. */
  allowed(given: Given): Allowed | null;
  /** Null where a mutant or the form has another left side: the exact law is of the claim's own. */
  readonly exact: ((given: Given, bound: number) => LogProbability | null) | null;
}

/** The forms that a claim has, printed first. */
export function formNames(claim: Claim): FormName[] {
  return claim.forms.repaired ? ["printed", "repaired"] : ["printed"];
}

/** The form that is to hold: a repaired one stands for a printed one that is known to be false. */
export const trueForm = ({ forms: { printed, repaired } }: Claim): FormName =>
  printed.refutedAt && repaired ? "repaired" : "printed";

/**
 * @throws RangeError if the claim has no such form or mutant.
 */
export function statementOf(
  claim: Claim,
  cell: Cell,
  formName: FormName = "printed",
  mutantName: string | null = null,
): Statement {
  const mutants: Claim["mutants"] = claim.mutants;
  const mutant = mutantName !== null && Object.hasOwn(mutants, mutantName) ? mutants[mutantName] : undefined;
  if (mutantName !== null && !mutant)
    throw new RangeError(
      `mutant is ${shownValue(mutantName)}; it must be one of ${Object.keys(claim.mutants).join(", ")}`,
    );
  const form = claim.forms[formName];
  if (!form) throw new RangeError(`form is ${formName}; it must be ${formNames(claim).join(" or ")} for ${claim.id}`);
  const name: StatementName = { claim, form: formName, mutant: mutantName };
  const guard = <A extends unknown[], R>(what: string, call: (...args: A) => R) => guarded(name, cell, what, call);
  const bound = guard("bound", (given: Given, draw: unknown) =>
    mutant?.bound ? mutant.bound(given, () => form.bound(given, draw), draw) : form.bound(given, draw),
  );
  const observed = guard("observed", (draw: unknown, given: Given) =>
    (mutant?.observed ?? form.observed ?? claim.observed.bind(claim))(draw, given),
  );
  const own =
    claim.kind === "whp" ? [claim.forms[formName], mutantName === null ? undefined : claim.mutants[mutantName]] : [];
  const ownSide = !mutant?.observed && !form.observed;
  return {
    ...name,
    claim,
    cell,
    hypotheses: [...claim.hypotheses, ...(form.hypotheses ?? [])],
    bound,
    observed,
    allowed: guard("what is allowed", (given: Given) => allowedBy(claim, given, own)),
    exact:
      claim.kind === "whp" && claim.exact && ownSide
        ? guard("exact", (given: Given, at: number) => checkedProbability(claim.exact?.(given, at)))
        : null,
  };
}
