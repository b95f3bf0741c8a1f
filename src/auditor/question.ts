import type { Additions, LooseCell } from "./cell.js";
import type { Claim, FormName } from "./claim.js";
import type { Executor } from "./executor.js";
import type { Method, Row } from "./row-fields.js";

/** The seed of every run that is not given another. */
export const DEFAULT_SEED = "1";

/** What is audited: one form (or a mutant) of a claim at a cell. Plain JSON but for the claim itself. */
export interface Question {
  readonly claim: Claim;
  readonly cell: LooseCell;
  /** The id of the paper that the claim is of; null if left out. */
  readonly paper?: string | null;
  /** "printed" if left out. */
  readonly form?: FormName;
  readonly mutant?: string | null;
  /** "1" if left out. */
  readonly seed?: string;
  /** `cell` gives fresh draws to a cell that was chosen after seeing results; "shared" if left out. */
  readonly stream?: Row["stream"];
}

/** How it is audited. */
export interface AuditOptions {
  /** The caller's own things that parameters may stand for, before those that are known. */
  readonly additions?: Additions;
  /** The method to use; the best that the claim has if left out. */
  readonly method?: Method | undefined;
  /** The most draws that one decision may take; if left out, as many as `gaussians` pays for, at most 65536. */
  readonly draws?: number | undefined;
  /** The work that one decision may take, in Gaussians; 2·10⁹ if left out. */
  readonly gaussians?: number;
  /** The level of a sampled decision; 1e-10 if left out. */
  readonly alpha?: number;
  /** The largest cost of one draw, in Gaussians; beyond it a cell is inconclusive. 2^27, or any with `draws`, if left out. */
  readonly reach?: number;
  readonly signal?: AbortSignal | undefined;
  /** Who does the work; this thread if left out. */
  readonly executor?: Executor;
}
