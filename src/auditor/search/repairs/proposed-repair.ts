import type { LooseCell } from "../../cell.js";
import type { SearchOptions } from "../searching.js";
import type { Repair } from "./repair.js";
import type { Repairers } from "./repairers.js";

/** A repair that holds where the form was refuted, and that a search did not refute elsewhere. It is proposed, not proven. */
export interface ProposedRepair {
  readonly repair: Repair;
  /** How much it changes: the mean of |log| of the right side's ratio, or the share of cells that it leaves out. */
  readonly change: number;
  /** Cells at which the form is refuted: at so many the repair is supported, so many its condition leaves out. */
  readonly supported: number;
  readonly excluded: number;
  /** Different cells beside those at which it was looked for a failure, and at how many of them it could be judged. */
  readonly candidates: number;
  readonly judged: number;
  /** Whether there are no others. */
  readonly exhausted: boolean;
}

/** What came of trying repairs. */
export interface RepairsTried {
  /** Those that stand, the smallest change first. */
  readonly standing: readonly ProposedRepair[];
  /** Those of which it could not be decided whether they hold where the form is refuted. */
  readonly undecided: readonly Repair[];
  /** Repairs that were tried to the end, these and those that stand among them, of how many that change anything. */
  readonly tried: number;
  readonly of: number;
  /** Whether the time was over before. */
  readonly isOver: boolean;
  /** What decisions by draws spent of the error budget. */
  readonly spent: number;
}

/** How repairs are tried. */
export interface RepairOptions
  extends Pick<
    SearchOptions,
    "additions" | "asked" | "until" | "signal" | "gaussians" | "draws" | "method" | "budget" | "lookSeconds"
  > {
  /** Cells at which the unrepaired form is refuted. */
  readonly refuted: readonly LooseCell[];
  /** Looks for a failure that a repair has to pass; 2000 if left out. */
  readonly candidates?: number;
  /** Who works; this thread if left out. */
  readonly by?: Repairers;
}
