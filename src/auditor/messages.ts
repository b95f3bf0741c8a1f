import type { Batch } from "./draw-batch.js";
import type { Computed, Looking } from "./executor.js";
import type { PaperPlace } from "./open-paper.js";
import type { Question } from "./question.js";
import type { Method } from "./row-fields.js";
import type { Candidate, Probe } from "./search/probe.js";

/** A question as it travels to a worker: the claim by its id. */
export type PortableQuestion = Omit<Question, "claim"> & { readonly claim: string };

/** Draws `from` up to, not including, `to` of a question. */
interface DrawJob {
  readonly question: PortableQuestion;
  readonly from: number;
  readonly to: number;
}

/** What can be found out about a question without draws, by the method asked for. */
interface ComputeJob {
  readonly question: PortableQuestion;
  readonly method: Method | undefined;
}

/** A candidate of a search to be looked at. */
interface ProbeJob {
  readonly question: PortableQuestion;
  readonly candidate: Candidate;
  readonly looking: Looking;
}

export type Job = DrawJob | ComputeJob | ProbeJob;

/** How far a worker has come with a draw that takes long. */
export interface DrawProgress {
  readonly claim: string;
  readonly done: number;
  readonly total: number;
}

/** Why a worker has no result: a claim that cannot be judged at a cell, or something else. */
export interface WorkerError {
  readonly ofClaim: boolean;
  readonly message: string;
}

/** What a worker says: any number of progress messages, then the result or why there is none. */
export type Reply =
  | { readonly batch: Batch }
  | { readonly computed: Computed }
  | { readonly probe: Probe }
  | { readonly error: WorkerError }
  | { readonly progress: DrawProgress };

/** What a worker is started with: the paper that jobs speak of. */
export interface WorkerData {
  readonly place: PaperPlace;
}
