import type { Claim } from "./claim.js";
import { nothing } from "./nothing.js";

/** How a claim is decided, in words. */
export function decidedBy(claim: Claim): string {
  if (claim.draw.id === nothing.id) return "evaluating both sides at the cell";
  return claim.kind === "whp" && claim.exact
    ? "computing the failure probability"
    : `draws of the ${claim.draw.id} law`;
}
