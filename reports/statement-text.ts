import type { Claim } from "lemmacheck";

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
  readonly region: Claim["region"] | null;
}

/** The texts of claims, by id. */
export function statementTexts(claims: readonly Claim[]): ReadonlyMap<string, StatementText> {
  return new Map(
    claims.map(({ id, label, latex, quote, relation, region = null, forms: { repaired } }) => [
      id,
      {
        id,
        label,
        latex,
        quote,
        relation,
        repaired: repaired ? { latex: repaired.latex, reason: repaired.reason } : null,
        region,
      },
    ]),
  );
}
