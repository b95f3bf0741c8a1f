import type { Row, Verdict } from "lemmacheck";

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

/** Rows by claim, in the order in which claims first appear. */
export function byClaim(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.claim, [...(groups.get(row.claim) ?? []), row]);
  return groups;
}
