import type { Claim } from "../auditor/claim.js";
import type { Row } from "../auditor/row-fields.js";

/** A form was refuted that the ledger takes to be true. */
export function isUnexpected(row: Row, claims: readonly Claim[]): boolean {
  const claim = claims.find(({ id }) => id === row.claim);
  return row.verdict === "refuted" && row.mutant === null && !claim?.forms[row.form]?.refutedAt;
}
