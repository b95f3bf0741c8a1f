import type { Claim } from "../src/auditor/claim.js";

/** What a report says of a statement itself; rows know it by its id alone. */
export interface StatementText {
  readonly id: string;
  /** As printed: "Lemma 1", "(11)". */
  readonly label: string;
  readonly latex: string;
  readonly quote: string;
  readonly relation: Claim["relation"];
  readonly repaired: { readonly latex: string; readonly reason: string } | null;
  /** By what it is known for all cells, where nothing is random. */
  readonly region: { readonly method: string; readonly note: string } | null;
}

/** The text of a claim. */
export function statementText(claim: Claim): StatementText {
  const { id, label, latex, quote, relation, forms } = claim;
  const { repaired } = forms;
  return {
    id,
    label,
    latex,
    quote,
    relation,
    repaired: repaired ? { latex: repaired.latex, reason: repaired.reason } : null,
    region: ("region" in claim && claim.region) || null,
  };
}
