import type { Row } from "../src/auditor/row-fields.js";

/** How much a row tells: refuted, then undecided, then tight, then vacuous, then what does not apply. */
function weight({ verdict, vacuous, slack }: Row): number {
  if (verdict === "refuted") return 0;
  if (verdict === "inconclusive") return 1;
  if (verdict === "not-applicable") return 6;
  return vacuous ? 5 : 2 + 2 * (1 - 1 / (1 + (slack ?? 10)));
}

/** At most so many rows, those that tell most, in the order in which they came. */
export function tellingRows(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const kept = new Set(
    rows
      .map((row, i) => ({ i, w: weight(row) }))
      .toSorted((a, b) => a.w - b.w || a.i - b.i)
      .slice(0, most)
      .map(({ i }) => i),
  );
  return rows.filter((_, i) => kept.has(i));
}
