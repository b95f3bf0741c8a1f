import { keyedStreams } from "../../../chance/streams.js";
import { AuditError } from "../../audit-error.js";
import { type Additions, type Given, givenOf, type LooseCell, plainCell } from "../../cell.js";
import type { Claim, FormName } from "../../claim.js";
import { failingHypothesis } from "../../failing-hypothesis.js";
import { DEFAULT_SEED } from "../../question.js";
import { statementOf } from "../../statement.js";
import { axisOf } from "../axis-of.js";
import { diceOf } from "../dice.js";
import { cellOf } from "../place.js";
import { proposals } from "../proposals.js";
import { raiseCell } from "../raise-cell.js";
import { searchClaim } from "../search-claim.js";
import type { SearchEffort, SearchOptions, SearchQuestion } from "../searching.js";
import { laddersOf } from "./ladders.js";
import type { Repair } from "./repair.js";
import { repairedBy } from "./repaired-by.js";

/** A repair that a search did not refute, and how hard it tried. It is proposed, not proven. */
export interface ProposedRepair {
  readonly repair: Repair;
  /** How much it changes: the mean of |log| of the right side's ratio, or the share of cells that it leaves out. */
  readonly change: number;
  /** Cells at which it was looked for a failure, and at how many of them it could be judged. */
  readonly candidates: number;
  readonly judged: number;
}

/** How repairs are tried. */
export interface RepairOptions extends Pick<SearchOptions, "additions" | "asked" | "until" | "signal" | "gaussians"> {
  /** Cells at which the unrepaired form is refuted. */
  readonly refuted: readonly LooseCell[];
  /** Cells that a repair has to pass; 2000 if left out. */
  readonly candidates?: number;
}

/** Cells that the first looks at a repair take, before it has to pass them all. */
const LOOKS = [32, 200];
/** Cells by which changes are compared. */
const COMPARED = 256;

/** Cells of a claim, the same for every repair, at which its form says something. */
function comparedCells(
  { claim, form = "printed", seed = DEFAULT_SEED }: SearchQuestion,
  { additions = {}, asked = {} }: RepairOptions,
): LooseCell[] {
  const axes = Object.fromEntries(
    claim.parameters.map((parameter) => [parameter.name, axisOf(claim, parameter, { asked, additions })]),
  );
  const dice = diceOf(keyedStreams({ seed, sampler: "repairs", parameters: { claim: claim.id, form } })(0)("compared"));
  const proposed = proposals(claim.parameters, axes, dice);
  const found: LooseCell[] = [];
  for (let i = 0; i < COMPARED; i++) {
    const next = proposed.next();
    if (!next) break;
    const place = unlessRefused(() => {
      const cell = cellOf(next);
      const { hypotheses } = statementOf(claim, plainCell(cell), form);
      return raiseCell(cell, next.raise, { parameters: claim.parameters, hypotheses, additions });
    });
    if (place && rightSide(claim, form, place, additions) !== null) found.push(place);
  }
  return found;
}

/** What a claim gives, or null where it refuses. */
function unlessRefused<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError || error instanceof AuditError) return null;
    throw error;
  }
}

/** The right side at a cell; null where the form says nothing there. */
const rightSide = (claim: Claim, form: FormName, cell: LooseCell, additions: Additions): number | null =>
  unlessRefused(() => {
    const given: Given = givenOf(claim.parameters, cell, additions);
    const statement = statementOf(claim, plainCell(cell), form);
    return failingHypothesis(statement.hypotheses, given) === null ? statement.bound(given, undefined) : null;
  });

/** How much a repair changes over some cells; Infinity where it changes nothing that can be compared. */
function changeOf(
  claim: Claim,
  form: FormName,
  repair: Repair,
  cells: readonly LooseCell[],
  additions: Additions,
): number {
  const mended = repairedBy(claim, form, repair);
  let [total, left] = [0, 0];
  for (const cell of cells) {
    const [before, after] = [claim, mended].map((one) => rightSide(one, form, cell, additions));
    if (after === null) left++;
    else if (before !== null && before !== 0) total += Math.min(50, Math.abs(Math.log(Math.abs(after / before))) || 0);
  }
  const change = (total + left) / cells.length;
  return change > 0 ? change : Infinity;
}

/** Where the search of a kind of repair has come to. */
interface Climb {
  readonly ladder: readonly Repair[];
  /** The first repair that is not refuted yet. */
  rung: number;
  change: number;
  /** What did not refute it; null before it was looked at. */
  effort: SearchEffort | null;
}

/**
 * Repairs of a refuted form that a search does not refute, the smallest change first: of each kind (a constant, a factor in
 * a logarithm, a condition on a size or on γ, a term) the least that stands. Every kind is tried at a few cells before any is
 * tried at more, so that short of time all have been looked at; every failure that is met is kept and tried first on what
 * comes next, so most candidates fall at once. They are proposed, not proven.
 *
 * @throws the signal's reason when aborted.
 */
export async function proposeRepairs(
  question: SearchQuestion,
  options: RepairOptions,
): Promise<readonly ProposedRepair[]> {
  const { claim, form = "printed" } = question;
  const { additions = {}, candidates = 2000, until, refuted, ...rest } = options;
  const failures: LooseCell[] = [...refuted];
  const compared = comparedCells(question, options);
  const climbs = laddersOf(claim).map((ladder): Climb => ({ ladder, rung: 0, change: 0, effort: null }));
  const isOver = () => until?.aborted ?? false;

  /** Looks for a failure of a repair at so many cells beside those where others failed. */
  async function tried(repair: Repair, most: number) {
    const mended = repairedBy(claim, form, repair);
    const known = failures.filter((cell) => rightSide(mended, form, cell, additions) !== null);
    const { row, effort } = await searchClaim(
      { ...question, claim: mended },
      {
        ...rest,
        additions,
        ...(until ? { until } : {}),
        candidates: known.length + most,
        first: known,
        shrinks: false,
      },
    );
    if (row) failures.push(row.cell);
    return { isRefuted: row !== null, effort };
  }

  /** Goes up a ladder until a repair is not refuted at so many cells, or the time is over. */
  async function climbed(climb: Climb, most: number): Promise<void> {
    for (; climb.rung < climb.ladder.length && !isOver(); climb.rung++, climb.effort = null) {
      const repair = climb.ladder[climb.rung];
      climb.change = changeOf(claim, form, repair, compared, additions);
      if (climb.change === Infinity) continue;
      const { isRefuted, effort } = await tried(repair, most);
      if (isRefuted) continue;
      if (!isOver()) climb.effort = effort;
      return;
    }
  }

  for (const most of [...LOOKS.filter((few) => few < candidates), candidates])
    for (const climb of climbs.toSorted((a, b) => a.change - b.change)) await climbed(climb, most);
  return climbs
    .flatMap(({ ladder, rung, change, effort }): ProposedRepair[] =>
      // A statement that is left without cells stands for nothing.
      effort && effort.judged > 0
        ? [{ repair: ladder[rung], change, candidates: effort.candidates, judged: effort.judged }]
        : [],
    )
    .toSorted((a, b) => a.change - b.change);
}
