import { audit } from "../audit.js";
import { AuditError } from "../audit-error.js";
import type { Claim } from "../claim.js";
import type { AuditOptions, Question } from "../question.js";
import type { Row } from "../row-fields.js";
import type { KeptFailure } from "./kept-failure.js";

/** What became of a failure that was kept. */
export interface Tried {
  readonly failure: KeptFailure;
  /** `refuted` again; `passes`; or `stale`: the claim has no such cell or form any more. */
  readonly outcome: "refuted" | "passes" | "stale";
  /** Null where it is stale. */
  readonly row: Row | null;
}

/** The question that a kept failure answers. */
const questionOfKept = ({ paper, cell, form, seed, stream }: KeptFailure, claim: Claim): Question => ({
  paper,
  claim,
  cell,
  form,
  seed,
  stream,
});

/** How it was answered. */
const howKept = ({ method, draws, alpha }: KeptFailure): AuditOptions => ({
  method: method ?? undefined,
  draws: draws ?? undefined,
  ...(alpha === null ? {} : { alpha }),
});

/**
 * Asks a kept failure's question again, with the draws that it was refuted by.
 *
 * @throws the signal's reason when aborted.
 */
export async function tryKept(failure: KeptFailure, claim: Claim, options: AuditOptions = {}): Promise<Tried> {
  if (!claim.forms[failure.form]) return { failure, outcome: "stale", row: null };
  try {
    const row = await audit(questionOfKept(failure, claim), { ...options, ...howKept(failure) });
    return { failure, outcome: row.verdict === "refuted" ? "refuted" : "passes", row };
  } catch (error) {
    // Parameters come and go while a claim is written.
    if (error instanceof RangeError || error instanceof AuditError) return { failure, outcome: "stale", row: null };
    throw error;
  }
}
