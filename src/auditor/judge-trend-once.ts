import type { Cell, Given } from "./cell.js";
import { checkedEnclosure } from "./checked-enclosure.js";
import type { ClaimOf } from "./claim.js";
import type { Finding } from "./finding.js";
import { between } from "./judge-trend.js";
import { takeTurns } from "./pause.js";
import type { Statement } from "./statement.js";
import { type TrendPointLimits, trendFinding } from "./trend-finding.js";
import type { TrendParts } from "./trend-parts.js";

/** A trend of something in which nothing is random. */
interface ComputedTrend {
  readonly claim: ClaimOf<"trend">;
  readonly cell: Cell;
  readonly parts: TrendParts;
  /** The parameters of a cell of the grid. */
  givenAt(cell: Cell): Given;
  readonly signal: AbortSignal | undefined;
}

/** Decides a trend by computing the left side at every size. Costs nothing of the error budget. Stops with the signal's reason. */
export async function judgeTrendOnce(
  statement: Statement,
  exponentBound: number,
  { claim, cell, parts, givenAt, signal }: ComputedTrend,
): Promise<Finding> {
  const points: TrendPointLimits[] = [];
  for (const point of parts.grid) {
    await takeTurns(signal);
    const observed = statement.observed(null, givenAt(point.cell));
    const [lower, upper] = checkedEnclosure(statement, observed, `size ${point.size}`);
    points.push({ lower: Math.max(0, lower), upper, middle: between(lower, upper) });
  }
  return trendFinding({ claim, cell, parts, points }, exponentBound, {
    method: "exact",
    draws: null,
    alpha: null,
  });
}
