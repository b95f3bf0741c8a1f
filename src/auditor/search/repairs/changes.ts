import { keyedStreams } from "../../../chance/streams.js";
import { TookTooLong } from "../../campaign/took-too-long.js";
import type { LooseCell } from "../../cell.js";
import { DEFAULT_SEED } from "../../question.js";
import type { Axis } from "../axis.js";
import { diceOf } from "../dice.js";
import { cellOf } from "../place.js";
import type { Candidate } from "../probe.js";
import { proposals } from "../proposals.js";
import type { SearchQuestion } from "../searching.js";
import { within } from "../within.js";
import type { Repair } from "./repair.js";
import type { Repairers } from "./repairers.js";
import type { RightSide } from "./right-sides.js";

/** Cells by which changes are compared. */
const COMPARED = 256;
/** Those that are asked for together: what takes too long at one of them, costs these. */
const TOGETHER = 8;
/** So many times it takes too long, and no more is asked for. */
const PATIENCE = 2;

/** Compares right sides before and after. */
export interface Changes {
  /**
   * How much a repair changes: the mean of |log| of the right side's ratio, or the share of cells that it leaves out;
   * Infinity where that is nothing. Null where it cannot be told, or not in the time.
   */
  of(repair: Repair): Promise<number | null>;
}

/** Places of a claim, the same for every repair. */
function comparedPlaces(
  { claim, form = "printed", seed = DEFAULT_SEED }: SearchQuestion,
  axes: Readonly<Record<string, Axis>>,
): Candidate[] {
  const dice = diceOf(keyedStreams({ seed, sampler: "repairs", parameters: { claim: claim.id, form } })(0)("compared"));
  const proposed = proposals(claim.parameters, axes, dice);
  return Array.from({ length: COMPARED }, () => proposed.next()).flatMap((place) =>
    place ? [{ cell: cellOf(place), raise: place.raise }] : [],
  );
}

/** By how much the right side of one cell changes: |log| of its ratio, 1 where the cell is left out. */
function changeAt({ right: before }: RightSide, after: RightSide | null): number {
  if (after === null) return 1;
  return before === 0 ? 0 : Math.min(50, Math.abs(Math.log(Math.abs(after.right / before))) || 0);
}

/** Compares changes of a form at cells at which it says something; where none of them can be told, at those where it is refuted. */
export function changesOf(
  question: SearchQuestion,
  axes: Readonly<Record<string, Axis>>,
  { rightSides }: Repairers,
  { until, refuted }: { readonly until: AbortSignal | undefined; readonly refuted: readonly LooseCell[] },
): Changes {
  let compared: Promise<readonly RightSide[]> | undefined;
  const known = new Map<string, number>();
  const isOver = () => until?.aborted ?? false;

  /** Right sides at some cells, undefined where they took too long. */
  async function asked(repair: Repair | null, candidates: readonly Candidate[]) {
    const found: (RightSide | null | undefined)[] = candidates.map(() => undefined);
    let overlong = 0;
    for (let from = 0; from < candidates.length && overlong < PATIENCE && !isOver(); from += TOGETHER) {
      const some = candidates.slice(from, from + TOGETHER);
      try {
        const sides = await within(until, rightSides(question, repair, some));
        for (const [i, side] of (sides ?? []).entries()) found[from + i] = side;
      } catch (error) {
        if (!(error instanceof TookTooLong)) throw error;
        overlong++;
      }
    }
    return found;
  }

  const knownSides = async (candidates: readonly Candidate[]) =>
    (await asked(null, candidates)).filter((side) => side !== null && side !== undefined);

  async function sidesBefore(): Promise<readonly RightSide[]> {
    const sides = await knownSides(comparedPlaces(question, axes));
    return sides.length > 0 ? sides : knownSides(refuted.map((cell) => ({ cell, raise: "none" })));
  }

  return {
    async of(repair) {
      const key = JSON.stringify(repair);
      const before = known.get(key);
      if (before !== undefined) return before;
      compared ??= sidesBefore();
      const cells = await compared;
      const after = await asked(
        repair,
        cells.map(({ cell }) => ({ cell, raise: "none" })),
      );
      const changes = cells.flatMap((cell, i) => {
        const side = after[i];
        return side === undefined ? [] : [changeAt(cell, side)];
      });
      if (changes.length === 0 || isOver()) return null;
      const change = changes.reduce((sum, one) => sum + one, 0) / changes.length;
      known.set(key, change > 0 ? change : Infinity);
      return known.get(key) ?? null;
    },
  };
}
