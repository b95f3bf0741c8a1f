import type { Given, Name } from "../samplers/parameters.js";
import type { Claim, Enclosure, FormName, Hypothesis, LogProbability } from "./claim.js";

/** One form of a claim, or a mutant of it: what is audited. */
export interface Statement {
  readonly claim: Claim;
  readonly form: FormName;
  readonly mutant: string | null;
  readonly hypotheses: readonly Hypothesis<Given<Name>>[];
  bound(given: Given<Name>, draw: unknown): number | null;
  observed(draw: unknown, given: Given<Name>): Enclosure;
  /** Null where a mutant or the form has another left side: the exact law is of the claim's own. */
  readonly exact: ((given: Given<Name>, bound: number) => LogProbability | null) | null;
}

/** The forms that a claim has, printed first. */
export function formNames(claim: Claim): FormName[] {
  return claim.forms.repaired ? ["printed", "repaired"] : ["printed"];
}

/**
 * @throws RangeError if the claim has no such form or mutant.
 */
export function statementOf(claim: Claim, formName: FormName, mutantName: string | null = null): Statement {
  const mutant = mutantName === null ? undefined : claim.mutants[mutantName];
  if (mutantName !== null && !mutant)
    throw new RangeError(
      `mutant is ${JSON.stringify(mutantName)}; it must be one of ${Object.keys(claim.mutants).join(", ")}`,
    );
  const form = claim.forms[formName];
  if (!form) throw new RangeError(`form is ${formName}; it must be ${formNames(claim).join(" or ")} for ${claim.id}`);
  return {
    claim,
    form: formName,
    mutant: mutantName,
    hypotheses: [...claim.hypotheses, ...(form.hypotheses ?? [])],
    bound: (given, draw) =>
      mutant?.bound ? mutant.bound(given, () => form.bound(given, draw), draw) : form.bound(given, draw),
    observed: (draw, given) =>
      mutant?.observed
        ? mutant.observed(draw, given)
        : form.observed
          ? form.observed(draw, given)
          : claim.observed(draw, given),
    exact: claim.exact && !mutant?.observed && !form.observed ? claim.exact.bind(claim) : null,
  };
}

/** The statement's name in messages: "lemma-1 (printed)". */
export function statementName({ claim, form, mutant }: Pick<Statement, "claim" | "form" | "mutant">): string {
  return `${claim.id} (${mutant === null ? form : `mutant ${mutant} of ${form}`})`;
}
