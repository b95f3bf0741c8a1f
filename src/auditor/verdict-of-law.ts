import type { Allowed } from "./allowed.js";
import type { LogProbability } from "./claim.js";

/** What a computed failure probability says of "it is at most what is allowed". */
export function verdictOfLaw(
  { logLower, logUpper }: LogProbability,
  allowed: Pick<Allowed, "logLower" | "logUpper">,
): "supported" | "refuted" | "inconclusive" {
  if (logUpper <= allowed.logLower) return "supported";
  return logLower > allowed.logUpper ? "refuted" : "inconclusive";
}
