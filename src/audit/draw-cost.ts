import type { Activation } from "../activations/activation.js";
import { givenOf, type LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";

/** What it takes to make and observe one draw at a cell, in Gaussians; of a trend, one at every size. */
export function drawCost(claim: Claim, cell: LooseCell, activations: readonly Activation[] = []): number {
  const costAt = (at: LooseCell) => claim.draw.cost(givenOf(claim.parameters, at, activations)) * (claim.effort ?? 1);
  if (!claim.trend) return costAt(cell);
  const grid = claim.trend.grid(givenOf(claim.parameters, cell, activations), cell);
  return grid.reduce((sum, point) => sum + costAt(point.cell), 0);
}
