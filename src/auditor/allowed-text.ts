import type { Claim } from "./claim.js";

/** How reasons speak of the failure probability that a claim allows. */
export function allowedText(claim: Claim, allowed: number): string {
  return claim.kind === "whp" && claim.allows ? `the ${allowed} that is allowed` : `gamma = ${allowed}`;
}
