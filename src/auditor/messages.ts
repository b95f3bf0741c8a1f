import type { Batch } from "./draw-batch.js";
import type { PaperPlace } from "./open-paper.js";
import type { Question } from "./question.js";

/** A question as it travels to a worker: the claim by its id. */
export type PortableQuestion = Omit<Question, "claim"> & { readonly claim: string };

/** Draws `from` up to, not including, `to` of a question. */
export interface Job {
  readonly question: PortableQuestion;
  readonly from: number;
  readonly to: number;
}

/** How far a worker has come with a draw that takes long. */
export interface DrawProgress {
  readonly claim: string;
  readonly done: number;
  readonly total: number;
}

/** What a worker says: any number of progress messages, then the batch or why there is none. */
export type Reply =
  | { readonly batch: Batch }
  | { readonly error: { readonly name: string; readonly message: string } }
  | { readonly progress: DrawProgress };

/** What a worker is started with: the paper that jobs speak of. */
export interface WorkerData {
  readonly place: PaperPlace;
}
