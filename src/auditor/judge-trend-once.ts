import type { Given, Name } from "../samplers/parameters.js";
import type { LooseCell } from "./cell.js";
import { checkedEnclosure } from "./checked-enclosure.js";
import type { Trend } from "./claim.js";
import type { Finding } from "./finding.js";
import { between } from "./judge-trend.js";
import type { Statement } from "./statement.js";
import { trendFinding } from "./trend-finding.js";

/** A trend of something in which nothing is random. */
interface ComputedTrend {
  readonly trend: Trend<Name, LooseCell>;
  readonly cell: LooseCell;
  readonly given: Given<Name>;
  /** The parameters of a cell of the grid. */
  givenAt(cell: LooseCell): Given<Name>;
}

/** Decides a trend by computing the left side at every size. Costs nothing of the error budget. */
export function judgeTrendOnce(
  statement: Statement,
  exponentBound: number,
  { trend, cell, given, givenAt }: ComputedTrend,
): Finding {
  const grid = trend.grid(given, cell);
  const points = grid.map((point) => {
    const observed = statement.observed(null, givenAt(point.cell));
    const [lower, upper] = checkedEnclosure(statement, point.cell, observed, "the evaluation");
    return { lower: Math.max(0, lower), upper, middle: between(lower, upper) };
  });
  const sizes = grid.map(({ size }) => size);
  return trendFinding({ claim: statement.claim, trend, given, sizes, points }, exponentBound, {
    method: "exact",
    draws: null,
    alpha: null,
  });
}
