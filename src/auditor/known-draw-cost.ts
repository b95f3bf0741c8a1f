import type { Additions, LooseCell } from "./cell.js";
import type { Claim } from "./claim.js";
import { drawCost } from "./draw-cost.js";

/** The same as `drawCost`, for plans; null where the claim cannot tell it there, of which its row will say why. */
export function knownDrawCost(claim: Claim, cell: LooseCell, additions: Additions = {}): number | null {
  try {
    return drawCost(claim, cell, additions);
  } catch {
    return null;
  }
}
