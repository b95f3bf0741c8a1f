import { DECISION_ALPHA } from "../../../chance/error-budget.js";
import { AuditError } from "../../audit-error.js";
import { TookTooLong } from "../../campaign/took-too-long.js";
import type { Additions, Cell } from "../../cell.js";
import { DEFAULT_SEED } from "../../question.js";
import type { Row } from "../../row-fields.js";
import { decisionDraws } from "../decision-draws.js";
import type { SearchOptions, SearchQuestion } from "../searching.js";
import { within } from "../within.js";
import type { Repair } from "./repair.js";
import type { Repairers } from "./repairers.js";
import type { Spending } from "./spending.js";

/** What a repair comes to at a cell at which the form is refuted; `excluded`: its condition leaves the cell out. */
type AtCell = "refuted" | "undecided" | "supported" | "excluded";

/** What it comes to at all of them. */
export interface AtKnown {
  /** `stands` where it is supported at each that it does not leave out. */
  readonly outcome: "refuted" | "undecided" | "stands";
  readonly supported: readonly Cell[];
  readonly excluded: number;
}

/** How it is decided there. */
export interface KnownOptions extends Pick<SearchOptions, "method" | "draws" | "gaussians" | "until"> {
  readonly additions: Additions;
  readonly by: Repairers;
  readonly spending: Spending;
}

const isCondition = ({ kind }: Repair) => kind === "size" || kind === "size-log" || kind === "gamma";

function atCell({ verdict }: Row, repair: Repair): AtCell {
  if (verdict === "refuted" || verdict === "supported") return verdict;
  return verdict === "not-applicable" && isCondition(repair) ? "excluded" : "undecided";
}

/**
 * Decides, by the method of the search and with as many draws, whether a repair holds at cells at which the form does not.
 * That it is not refuted there is not enough. Null where the time ends before that is known.
 */
export function atKnownCells(question: SearchQuestion, options: KnownOptions) {
  const { claim, seed = DEFAULT_SEED } = question;
  const { additions, by, spending, until, method } = options;
  const decided = new Map<string, AtCell>();

  async function decide(repair: Repair, cell: Cell): Promise<AtCell | null> {
    if (!spending.pays(DECISION_ALPHA)) return "undecided";
    try {
      const draws = options.draws ?? decisionDraws(claim, cell, additions, options.gaussians);
      // Draws of their own: those that refuted the form chose the cell.
      const asked = { ...question, seed: `${seed}, repairs`, cell, stream: "cell" } as const;
      const row = await within(until, by.audit(asked, repair, { method, draws, alpha: DECISION_ALPHA }));
      if (!row) return null;
      spending.spend(row.alpha ?? 0);
      return atCell(row, repair);
    } catch (error) {
      if (until?.aborted) return null;
      if (error instanceof TookTooLong || error instanceof AuditError || error instanceof RangeError)
        return "undecided";
      throw error;
    }
  }

  return async (repair: Repair, cells: readonly Cell[]): Promise<AtKnown | null> => {
    const supported: Cell[] = [];
    let [excluded, outcome]: [number, AtKnown["outcome"]] = [0, "stands"];
    for (const cell of cells) {
      const key = JSON.stringify([repair, cell]);
      const found = decided.get(key) ?? (await decide(repair, cell));
      if (found === null) return null;
      decided.set(key, found);
      if (found === "refuted") return { outcome: found, supported, excluded };
      if (found === "supported") supported.push(cell);
      if (found === "excluded") excluded++;
      if (found === "undecided") outcome = found;
    }
    return { outcome, supported, excluded };
  };
}
