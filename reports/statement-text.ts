import type { Claim, Kind } from "../src/auditor/claim.js";
import { printedHypotheses } from "../src/auditor/printed-hypotheses.js";
import { labelOf } from "../src/auditor/reading.js";
import { leftSide, unicodeMath } from "../src/auditor/unicode-math.js";

/** What a report says of a statement itself; rows know it by its id alone. */
export interface StatementText {
  readonly id: string;
  /** As printed: "Lemma 1", "(11)"; it says where a reading is audited. */
  readonly label: string;
  /** The same without that, where there is room for a name alone. */
  readonly name: string;
  readonly kind: Kind;
  readonly latex: string;
  readonly quote: string;
  /** What was chosen, and why, where the paper prints less than is audited. */
  readonly reading: string | null;
  /** A display inside a proof: a step, whatever its kind. */
  readonly inProof: boolean;
  readonly relation: Claim["relation"];
  /** The conditions of the printed form, in LaTeX. */
  readonly hypotheses: readonly string[];
  readonly nonClaims: readonly string[];
  /** By id, what the statement speaks of and what its proof takes for granted. */
  readonly uses: { readonly statement: readonly string[]; readonly proof: readonly string[] };
  /** What is observed, as figures name it: "‖∇f(x)‖"; null where nothing names it. */
  readonly quantity: string | null;
  readonly repaired: { readonly latex: string; readonly reason: string; readonly hypotheses: readonly string[] } | null;
  /** By what it is known for all cells, where nothing is random. */
  readonly region: { readonly method: string; readonly note: string } | null;
}

/** The text of a claim. */
export function statementText(claim: Claim): StatementText {
  const { id, kind, latex, quantity, quote, reading = null, inProof = false, relation, forms, nonClaims, uses } = claim;
  const { repaired } = forms;
  return {
    id,
    label: labelOf(claim),
    name: claim.label,
    kind,
    latex,
    quote,
    reading,
    inProof,
    relation,
    hypotheses: printedHypotheses(claim).map((hypothesis) => hypothesis.latex),
    nonClaims,
    uses: { statement: uses?.statement ?? [], proof: uses?.proof ?? [] },
    quantity: quantity === undefined ? leftSide(latex) : unicodeMath(quantity),
    repaired: repaired
      ? {
          latex: repaired.latex,
          reason: repaired.reason,
          hypotheses: (repaired.hypotheses ?? []).map((hypothesis) => hypothesis.latex),
        }
      : null,
    region: ("region" in claim && claim.region) || null,
  };
}
