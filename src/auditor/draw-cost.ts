import { shownValue } from "../numbers/shown-value.js";
import { type Additions, canonicalCell, type Given, givenOf, type LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";
import { trendGrid } from "./trend-parts.js";

/**
 * What it takes to make and observe one draw at a cell, in Gaussians; of a trend, one at every size. Infinity where a
 * draw cannot be made, and where the grid of a trend grows past what its cells can hold.
 *
 * @throws RangeError if a cost is no number ≥ 0, or the grid of a trend is none.
 */
export function drawCost(claim: Claim, cell: LooseCell, additions: Additions = {}): number {
  const costAt = (given: Given) => {
    const cost: unknown = claim.draw.cost(given);
    if (typeof cost !== "number" || !(cost >= 0))
      throw new RangeError(`the cost of sampler ${claim.draw.id} is ${shownValue(cost)}; it must be a number ≥ 0`);
    return cost * (claim.effort ?? 1);
  };
  const given = givenOf(claim.parameters, cell, additions);
  if (claim.kind !== "trend") return costAt(given);
  const grid = trendGrid(claim, given, canonicalCell(claim.parameters, cell, given));
  const isBeyond = (at: LooseCell) => claim.parameters.some(({ name, domain }) => !domain.has(at[name]));
  if (grid.some((point) => isBeyond(point.cell))) return Infinity;
  return grid.reduce((sum, point) => sum + costAt(givenOf(claim.parameters, point.cell, additions)), 0);
}
