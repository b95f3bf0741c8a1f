import { RUN_BUDGET } from "../../../chance/error-budget.js";
import { type Cell, plainCell } from "../../cell.js";
import { axisOf } from "../axis-of.js";
import { searchClaim } from "../search-claim.js";
import type { SearchQuestion } from "../searching.js";
import { atKnownCells } from "./at-known.js";
import { changesOf } from "./changes.js";
import { finiteCells } from "./finite-cells.js";
import { laddersOf } from "./ladders.js";
import type { ProposedRepair, RepairOptions, RepairsTried } from "./proposed-repair.js";
import type { Repair } from "./repair.js";
import { repairedBy } from "./repaired-by.js";
import { localRepairers } from "./repairers.js";
import { seeingCells } from "./seen-cells.js";
import { spendingOf } from "./spending.js";

/** Looks for a failure of a repair at first, before it has to pass them all. */
const LOOKS = [32, 200];

/** Where the search of a kind of repair has come to. */
interface Climb {
  readonly ladder: readonly Repair[];
  /** The first repair that is not given up. */
  rung: number;
  change: number;
  /** What it passed, by how many looks; null before it was looked at. */
  passed: { readonly proposed: ProposedRepair; readonly most: number } | null;
  /** Failures at which it was decided. */
  known: number;
}

/** What aborts when either does. */
const either = (one: AbortSignal | undefined, other: AbortSignal | undefined) =>
  one && other ? AbortSignal.any([one, other]) : (one ?? other);

/**
 * Repairs of a refuted form, the smallest change first: of each kind (a constant, a factor in a logarithm, a condition on a
 * size or on γ, a term) the least that stands. It stands where it is supported at every cell that is known to refute the
 * form, or leaves it out by a condition, and a search does not refute it elsewhere. Every kind is tried at a few cells before
 * any is tried at more, so that short of time all have been looked at; every failure that is met is kept and tried first on
 * what comes next, so most candidates fall at once. They are proposed, not proven.
 *
 * @throws the signal's reason when aborted.
 */
export async function proposeRepairs(question: SearchQuestion, options: RepairOptions): Promise<RepairsTried> {
  const { claim, form = "printed" } = question;
  const { additions = {}, asked = {}, candidates = 2000, until, signal, refuted, ...rest } = options;
  const { parameters } = claim;
  const by = options.by ?? localRepairers(additions, either(until, signal));
  const axes = Object.fromEntries(
    parameters.map((parameter) => [parameter.name, axisOf(claim, parameter, { asked, additions })]),
  );
  const all = finiteCells(axes, candidates);
  const spending = spendingOf(options.budget ?? RUN_BUDGET);
  const changes = changesOf(question, axes, by, { until, refuted });
  const atKnown = atKnownCells(question, { ...rest, ...(until ? { until } : {}), additions, by, spending });
  const failures: Cell[] = [];
  const climbs = laddersOf(claim).map((ladder): Climb => ({ ladder, rung: 0, change: 0, passed: null, known: 0 }));
  const undecided: Repair[] = [];
  let idle = 0;

  function isOver(): boolean {
    signal?.throwIfAborted();
    return until?.aborted ?? false;
  }

  /** Keeps a failure once, its values in the order of the parameters. */
  function keep(cell: Cell): void {
    const own = plainCell(Object.fromEntries(parameters.map(({ name }) => [name, cell[name]])));
    if (!failures.some((one) => JSON.stringify(one) === JSON.stringify(own))) failures.push(own);
  }

  /** Looks for another failure of a repair; where cells are few, at all of them. Null where it found one, or time is over. */
  async function elsewhere(repair: Repair, most: number, supported: readonly Cell[]) {
    const { executor, beside } = seeingCells(by.executorOf(repair));
    const left = all?.filter((cell) => !failures.some((known) => JSON.stringify(known) === JSON.stringify(cell)));
    const first = left ?? supported;
    if (left?.length === 0) return { ...beside(failures), exhausted: true };
    const { row, effort } = await searchClaim(
      { ...question, claim: repairedBy(claim, form, repair) },
      {
        ...rest,
        additions,
        asked,
        signal,
        ...(until ? { until } : {}),
        executor,
        // Half of what is left: decisions at what it finds are to be paid for too.
        budget: spending.left() / 2,
        candidates: left ? left.length : first.length + most,
        first,
        shrinks: false,
      },
    );
    spending.spend(effort.spent);
    if (row) keep(row.cell);
    return row || isOver() ? null : { ...beside(failures), exhausted: left !== undefined || effort.exhausted };
  }

  /** What a repair has passed after so many looks: null where it is given up, undefined where the time is over. */
  async function tried({ ladder, rung, change, passed }: Climb, most: number): Promise<Climb["passed"] | undefined> {
    const [repair, known] = [ladder[rung], failures.length];
    const there = await atKnown(repair, failures);
    if (!there) return undefined;
    if (there.outcome === "undecided") undecided.push(repair);
    if (there.outcome !== "stands") return null;
    const { supported, excluded } = there;
    const looked = passed && (passed.proposed.exhausted || passed.most >= most) ? passed.proposed : null;
    const found = looked ?? (await elsewhere(repair, most, supported));
    if (!found) return failures.length > known ? null : undefined;
    // A statement that is left without cells stands for nothing.
    if (supported.length + found.judged === 0) return null;
    return { proposed: { ...found, repair, change, supported: supported.length, excluded }, most };
  }

  function giveUp(climb: Climb): void {
    climb.rung++;
    climb.passed = null;
  }

  /** Goes up a ladder until a repair passes so many looks, or the time is over. */
  async function climbed(climb: Climb, most: number): Promise<void> {
    while (climb.rung < climb.ladder.length && !isOver()) {
      const repair = climb.ladder[climb.rung];
      const change = await changes.of(repair);
      if (isOver()) return;
      if (change === null || change === Infinity) {
        if (change === null) undecided.push(repair);
        else idle++;
        giveUp(climb);
        continue;
      }
      climb.change = change;
      const passed = await tried(climb, most);
      if (passed === undefined) return;
      if (passed !== null) {
        climb.passed = passed;
        climb.known = failures.length;
        return;
      }
      giveUp(climb);
    }
  }

  /** Whether failures were met after a repair had passed. */
  const isBehind = ({ passed, known }: Climb) => passed !== null && known < failures.length;

  /** Decides at once, at failures that were met since, whether what has passed stands: whatever passed is known to, when the time ends. */
  async function caughtUp(): Promise<void> {
    for (const climb of climbs.filter(isBehind)) {
      const there = isOver() ? null : await atKnown(climb.ladder[climb.rung], failures);
      if (!there) return;
      if (there.outcome === "undecided") undecided.push(climb.ladder[climb.rung]);
      if (there.outcome === "stands") climb.known = failures.length;
      else giveUp(climb);
    }
  }

  async function climbedAll(most: number): Promise<void> {
    for (const climb of climbs.toSorted((a, b) => a.change - b.change)) {
      await climbed(climb, most);
      await caughtUp();
    }
  }

  for (const cell of refuted) keep(plainCell(cell));
  for (const most of LOOKS.filter((few) => few < candidates)) await climbedAll(most);
  do await climbedAll(candidates);
  while (!isOver() && climbs.some(({ ladder, rung, passed }) => rung < ladder.length && !passed));
  const standing = climbs.flatMap((climb) => (climb.passed && !isBehind(climb) ? [climb.passed.proposed] : []));
  return {
    standing: standing.toSorted((a, b) => a.change - b.change),
    undecided,
    tried: climbs.reduce((sum, { rung }) => sum + rung, 0) - idle + standing.length,
    of: climbs.reduce((sum, { ladder }) => sum + ladder.length, 0) - idle,
    isOver: isOver(),
    spent: spending.spent(),
  };
}
