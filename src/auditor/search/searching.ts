import type { Additions, Cell, LooseCell } from "../cell.js";
import type { Executor } from "../executor.js";
import type { Overrides } from "../grid-cells.js";
import type { Question } from "../question.js";
import type { Method, Row } from "../row-fields.js";

/** What is searched: one form of a claim, at no cell yet. */
export type SearchQuestion = Omit<Question, "cell" | "stream" | "mutant">;

/** How it is searched. */
export interface SearchOptions {
  readonly additions?: Additions;
  /** Values that parameters keep to, by name. */
  readonly asked?: Overrides;
  /** The most cells that are looked at before one is refuted; without end if left out, so that `until` has to be there. */
  readonly candidates?: number;
  /** Ends the search where it is: when its time is over. What was found by then is returned. */
  readonly until?: AbortSignal;
  /** Seconds after which a look is given up, where whoever looks can be ended: threads can. Without end if left out. */
  readonly lookSeconds?: number;
  /** Ends it without a result. */
  readonly signal?: AbortSignal | undefined;
  readonly executor?: Executor;
  /** Cells that are looked at first. */
  readonly first?: readonly LooseCell[];
  /** The work for one decision by fresh draws, in Gaussians; 3·10⁸ if left out. */
  readonly gaussians?: number;
  /** The most draws of one decision; as many as `gaussians` pays for if left out. */
  readonly draws?: number;
  /** By which a refutation must come; any if left out. */
  readonly method?: Method | undefined;
  /** The false-alarm probability that the search may spend as a whole; 1e-6 if left out. */
  readonly budget?: number;
  /** Whether what is found is shrunk; true if left out. */
  readonly shrinks?: boolean;
  /** Called with the first row that refutes it, before it is made simpler. */
  onFound?(row: Row): void;
  /** Called now and then: how many cells were looked at. */
  onProgress?(candidates: number): void;
}

/** How far a search went. */
export interface SearchEffort {
  /** Cells that were looked at until one was refuted, or the search ended. */
  readonly candidates: number;
  /** Those of them at which the statement could be judged. */
  readonly judged: number;
  /** Those at which the claim could not be judged, because it failed itself. */
  readonly failed: number;
  /** What the first of these said. */
  readonly failure: string | null;
  /** Those at which a look took too long, and was given up. */
  readonly overlong: number;
  /** Whether every cell there is was looked at, where they are few and no draw was needed. */
  readonly exhausted: boolean;
  /** Parameters that may have values which nobody has listed, where all others were looked at and the search ended for it. */
  readonly unlisted: readonly string[];
  /** Where nothing could be judged: the hypotheses, in LaTeX, that held at no cell that was looked at. */
  readonly unmet: readonly string[];
  /** Decisions by fresh draws, and what they spent of the error budget. */
  readonly decisions: number;
  readonly spent: number;
  /** Cells that were judged afresh while the counterexample was made simpler. */
  readonly shrinks: number;
  /**
   * What ended that before there was nothing simpler to try: the time, as many cells as may be judged, or an error budget that
   * is spent; else null.
   */
  readonly unfinished: "time" | "cells" | "budget" | null;
}

/** What came of a search. */
export interface SearchResult {
  /** The row of the simplest refuted cell; null if none was found. */
  readonly row: Row | null;
  /** The cell that was refuted first. */
  readonly first: Cell | null;
  /** The place that came nearest to a failure, and its excess, where nothing was found. */
  readonly nearest: { readonly cell: Cell; readonly excess: number } | null;
  readonly effort: SearchEffort;
}
