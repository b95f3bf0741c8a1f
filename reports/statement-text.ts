import type { Claim } from "../src/auditor/claim.js";
import { labelOf } from "../src/auditor/reading.js";

/** What a report says of a statement itself; rows know it by its id alone. */
export interface StatementText {
  readonly id: string;
  /** As printed: "Lemma 1", "(11)"; it says where a reading is audited. */
  readonly label: string;
  readonly latex: string;
  readonly quote: string;
  /** What was chosen, and why, where the paper prints less than is audited. */
  readonly reading: string | null;
  readonly relation: Claim["relation"];
  readonly repaired: { readonly latex: string; readonly reason: string } | null;
  /** By what it is known for all cells, where nothing is random. */
  readonly region: { readonly method: string; readonly note: string } | null;
}

/** The text of a claim. */
export function statementText(claim: Claim): StatementText {
  const { id, latex, quote, reading = null, relation, forms } = claim;
  const { repaired } = forms;
  return {
    id,
    label: labelOf(claim),
    latex,
    quote,
    reading,
    relation,
    repaired: repaired ? { latex: repaired.latex, reason: repaired.reason } : null,
    region: ("region" in claim && claim.region) || null,
  };
}
