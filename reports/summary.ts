import type { Row } from "../src/auditor/row-fields.js";

/** How many rows came to what. A vacuous supported row is not counted as support. */
export interface VerdictCounts {
  readonly rows: number;
  readonly supported: number;
  readonly vacuous: number;
  readonly refuted: number;
  readonly inconclusive: number;
  readonly notApplicable: number;
}

export function countVerdicts(rows: readonly Row[]): VerdictCounts {
  const counts = { rows: rows.length, supported: 0, vacuous: 0, refuted: 0, inconclusive: 0, notApplicable: 0 };
  for (const { verdict, vacuous } of rows) {
    if (verdict === "supported") counts[vacuous ? "vacuous" : "supported"]++;
    else counts[verdict === "not-applicable" ? "notApplicable" : verdict]++;
  }
  return counts;
}

/** The counts as one line; zeros but for support are left out. */
export function verdictLine(rows: readonly Row[]): string {
  const counts = countVerdicts(rows);
  const parts = [
    `${counts.supported} supported`,
    ...(counts.vacuous > 0 ? [`${counts.vacuous} vacuous (nothing shown)`] : []),
    ...(counts.refuted > 0 ? [`${counts.refuted} refuted`] : []),
    ...(counts.inconclusive > 0 ? [`${counts.inconclusive} inconclusive`] : []),
    ...(counts.notApplicable > 0 ? [`${counts.notApplicable} not applicable`] : []),
  ];
  return `${counts.rows} ${counts.rows === 1 ? "row" : "rows"}: ${parts.join(", ")}`;
}

/** The rows of one claim of one paper. */
export interface Group {
  /** The paper's id; null for claims that were audited outside of one. */
  readonly paper: string | null;
  readonly claim: string;
  /** A name for the group that no other has, and that an address can hold: two papers may have claims of one id. */
  readonly anchor: string;
  readonly rows: readonly Row[];
}

/** A name as an address can hold it. */
const asAnchor = (text: string) => text.replaceAll(/[^\p{L}\p{N}._-]+/gu, "_");

/** Rows by paper and claim, in the order in which they first appear. */
export function byClaim(rows: readonly Row[]): readonly Group[] {
  const papers = new Map<string | null, Map<string, Row[]>>();
  const groups: Row[][] = [];
  for (const row of rows) {
    const claims = papers.get(row.paper) ?? new Map<string, Row[]>();
    papers.set(row.paper, claims);
    const group = claims.get(row.claim);
    if (group) group.push(row);
    else {
      const fresh = [row];
      claims.set(row.claim, fresh);
      groups.push(fresh);
    }
  }
  const severalPapers = papers.size > 1;
  const taken = new Map<string, number>();
  return groups.map((own) => {
    const [{ paper, claim }] = own;
    const name = asAnchor(severalPapers ? `${paper ?? "claims"}-${claim}` : claim) || "claim";
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return { paper, claim, anchor: before === 0 ? name : `${name}.${before + 1}`, rows: own };
  });
}
