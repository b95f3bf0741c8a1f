import { type Additions, type Cell, givenOf, plainCell } from "../../cell.js";
import { failingHypothesis } from "../../failing-hypothesis.js";
import { statementOf } from "../../statement.js";
import type { Candidate } from "../probe.js";
import { raiseCell } from "../raise-cell.js";
import type { SearchQuestion } from "../searching.js";

/** A right side, and the cell at which it is that: hypotheses may have raised it. */
export interface RightSide {
  readonly cell: Cell;
  readonly right: number;
}

function rightSideAt({ claim, form }: SearchQuestion, candidate: Candidate, additions: Additions): RightSide | null {
  const { parameters } = claim;
  try {
    const { hypotheses } = statementOf(claim, plainCell(candidate.cell), form);
    const cell = plainCell(raiseCell(candidate.cell, candidate.raise, { parameters, hypotheses, additions }));
    const given = givenOf(parameters, cell, additions);
    const statement = statementOf(claim, cell, form);
    if (failingHypothesis(statement.hypotheses, given) !== null) return null;
    const right: unknown = statement.bound(given, undefined);
    return typeof right === "number" ? { cell, right } : null;
  } catch {
    // What a claim throws, whatever it is, says nothing of a repair.
    return null;
  }
}

/** The right side of a form at each of some cells; null where it says nothing there. */
export const rightSidesOf = (
  question: SearchQuestion,
  candidates: readonly Candidate[],
  additions: Additions,
): readonly (RightSide | null)[] => candidates.map((candidate) => rightSideAt(question, candidate, additions));
