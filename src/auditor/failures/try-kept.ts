import { audit } from "../audit.js";
import { AuditError } from "../audit-error.js";
import type { How } from "../audit-job.js";
import { TookTooLong } from "../campaign/took-too-long.js";
import type { Claim } from "../claim.js";
import type { AuditOptions, Question } from "../question.js";
import type { Row } from "../row-fields.js";
import type { KeptFailure } from "./kept-failure.js";

/** What became of a failure that was kept. */
export interface Tried {
  readonly failure: KeptFailure;
  /** `refuted` again; `passes`; `overlong`: given up; or `stale`: the claim has no such cell or form any more. */
  readonly outcome: "refuted" | "passes" | "overlong" | "stale";
  /** Null where it is given up or stale. */
  readonly row: Row | null;
}

/** Who asks its question again: this thread unless somebody else does. */
export type Asking = (question: Question, how: How) => Promise<Row>;

/** It may take so many times what it took, in seconds from so many to a day. */
const TIMES = 20;
const LEAST = 2;
const MOST = 86_400;

/** Seconds that a kept failure may take, where whoever tries it can be ended. */
export const secondsOfKept = ({ milliseconds }: KeptFailure): number =>
  Math.min(MOST, Math.max(LEAST, (TIMES * milliseconds) / 1000));

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
const howKept = ({ method, draws, alpha }: KeptFailure): How => ({
  method: method ?? undefined,
  draws: draws ?? undefined,
  ...(alpha === null ? {} : { alpha }),
});

/** Asks in this thread. */
export const askHere =
  (options: AuditOptions): Asking =>
  (question, how) =>
    audit(question, { ...options, ...how });

/**
 * Asks a kept failure's question again, with the draws that it was refuted by.
 *
 * @throws what whoever asks throws when aborted.
 */
export async function tryKept(failure: KeptFailure, claim: Claim, ask: Asking = askHere({})): Promise<Tried> {
  if (!claim.forms[failure.form]) return { failure, outcome: "stale", row: null };
  try {
    const row = await ask(questionOfKept(failure, claim), howKept(failure));
    return { failure, outcome: row.verdict === "refuted" ? "refuted" : "passes", row };
  } catch (error) {
    if (error instanceof TookTooLong) return { failure, outcome: "overlong", row: null };
    // Parameters come and go while a claim is written.
    if (error instanceof RangeError || error instanceof AuditError) return { failure, outcome: "stale", row: null };
    throw error;
  }
}
