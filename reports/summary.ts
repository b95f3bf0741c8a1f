import type { Row, Verdict } from "../src/auditor/row-fields.js";

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
  const count = (verdict: Verdict, vacuous?: boolean) =>
    rows.filter((row) => row.verdict === verdict && (vacuous === undefined || row.vacuous === vacuous)).length;
  return {
    rows: rows.length,
    supported: count("supported", false),
    vacuous: count("supported", true),
    refuted: count("refuted"),
    inconclusive: count("inconclusive"),
    notApplicable: count("not-applicable"),
  };
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
  /** A name for the group that no other has: two papers may have claims of one id. */
  readonly anchor: string;
  readonly rows: readonly Row[];
}

/** Rows by paper and claim, in the order in which they first appear. */
export function byClaim(rows: readonly Row[]): readonly Group[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.paper, row.claim]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const papers = new Set(rows.map(({ paper }) => paper));
  return [...groups.values()].map((own) => {
    const [{ paper, claim }] = own;
    return { paper, claim, anchor: papers.size > 1 ? `${paper ?? "claims"}-${claim}` : claim, rows: own };
  });
}
