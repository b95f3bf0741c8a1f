import type { MeanOutcome } from "../chance/mean-outcome.js";
import type { AuditRecord } from "./audit-record.js";

/** The record of an outcome of `hasMean`: no failure rate, since nothing in it fails. */
export function recordOfMean({ name, verdict, alpha, seed }: MeanOutcome, wantsRefuted: boolean): AuditRecord {
  return {
    id: null,
    subject: name,
    mutant: false,
    verdict,
    vacuous: false,
    wantsRefuted,
    exact: false,
    allowed: null,
    failureRate: null,
    failureUpper: null,
    slack: null,
    alpha,
    seed,
  };
}
