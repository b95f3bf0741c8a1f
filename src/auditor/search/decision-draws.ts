import type { Additions, Cell } from "../cell.js";
import type { Claim } from "../claim.js";
import { knownDrawCost } from "../known-draw-cost.js";

/** The draws of one decision at most, and the work for them, in Gaussians, unless told. */
const MOST_DRAWS = 2 ** 20;
const USUAL_WORK = 3e8;

/** The fewest. */
const LEAST_DRAWS = 64;

/** As many draws as a search takes to decide at a cell: the fewest where their cost cannot be told, of which whoever draws will hear. */
export function decisionDraws(claim: Claim, cell: Cell, additions: Additions, gaussians = USUAL_WORK): number {
  const cost = knownDrawCost(claim, cell, additions) ?? Infinity;
  return Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, 64 * Math.floor(gaussians / Math.max(1, cost) / 64)));
}
