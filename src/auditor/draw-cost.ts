import type { Activation } from "../activations/activation.js";
import { givenOf, type LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";

/** Whether the grid of a trend has grown past what a cell can hold. */
const isBeyond = ({ d, k }: LooseCell) => Number(d ?? 1) > 2 ** 53 || Number(k ?? 1) > 2 ** 53;

/**
 * What it takes to make and observe one draw at a cell, in Gaussians; of a trend, one at every size. Infinity where a
 * draw cannot be made.
 */
export function drawCost(claim: Claim, cell: LooseCell, activations: readonly Activation[] = []): number {
  const costAt = (at: LooseCell) => claim.draw.cost(givenOf(claim.parameters, at, activations)) * (claim.effort ?? 1);
  if (!claim.trend) return costAt(cell);
  const grid = claim.trend.grid(givenOf(claim.parameters, cell, activations), cell);
  if (grid.some((point) => isBeyond(point.cell))) return Infinity;
  return grid.reduce((sum, point) => sum + costAt(point.cell), 0);
}
