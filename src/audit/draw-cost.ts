import type { Activation } from "../activations/activation.js";
import { givenOf, type LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";

/** What it takes to make and observe one draw at a cell, in Gaussians. */
export function drawCost(claim: Claim, cell: LooseCell, activations: readonly Activation[] = []): number {
  return claim.draw.cost(givenOf(claim.parameters, cell, activations)) * (claim.effort ?? 1);
}
