import { DECISION_ALPHA, RUN_BUDGET } from "../../chance/error-budget.js";
import { audit } from "../audit.js";
import { AuditError } from "../audit-error.js";
import { TookTooLong } from "../campaign/took-too-long.js";
import type { Cell } from "../cell.js";
import type { Executor } from "../executor.js";
import { localExecutor } from "../local-executor.js";
import { DEFAULT_SEED } from "../question.js";
import type { Row } from "../row-fields.js";
import { decisionDraws } from "./decision-draws.js";
import { cellOf, type Place } from "./place.js";
import { overlong, type Probe } from "./probe.js";
import type { SearchOptions, SearchQuestion } from "./searching.js";
import { within } from "./within.js";

/** What the looks of a search may do. */
interface LookOptions {
  /** The work for the draws of one, in Gaussians. */
  readonly gaussians: number;
  /** Parameters that stay as they are, besides those that were asked for: of all of them, nothing is raised, no other γ tried. */
  readonly keeping?: readonly string[];
}

/** What was decided at a cell. */
interface Decision {
  /** The row that refutes it, by a proof or by fresh draws; null where it does not fail, or nothing is left to spend. */
  readonly row: Row | null;
  /** Why the claim could not be judged there, where it failed itself. */
  readonly failure: string | null;
  /** Whether draws would have to decide, and nothing is left to spend on them. */
  readonly isUnpaid: boolean;
}

const UNDECIDED: Decision = { row: null, failure: null, isUnpaid: false };

/** Looks at cells, and decides there. */
export interface Judge {
  /** Null for what was not looked at before the time was over. */
  look(places: readonly Place[], options: LookOptions): Promise<readonly (Probe | null)[]>;
  refuting(probe: Probe): Promise<Decision>;
  /** Decisions by draws so far, and what they spent of the error budget. */
  spent(): { readonly decisions: number; readonly spent: number };
}

/** Whoever looks at cells and decides for a search, within its time and its error budget. */
export function judgeCells(question: SearchQuestion, options: SearchOptions, executor: Executor): Judge {
  const { claim, form = "printed", seed = DEFAULT_SEED } = question;
  const { additions = {}, asked = {}, until, signal, budget = RUN_BUDGET, gaussians } = options;
  const askedFor = claim.parameters.map(({ name }) => name).filter((name) => Object.hasOwn(asked, name));
  let [decisions, spent] = [0, 0];

  /** What is cut off when the time is over is no error; everything else is. */
  function endOr(error: unknown): null {
    if (until?.aborted && !signal?.aborted) return null;
    throw error;
  }

  /** As many as the work for one decision pays for: a multiple of 64, since looks fall on those. */
  async function decide(cell: Cell, by: Executor): Promise<Decision> {
    const draws = options.draws ?? decisionDraws(claim, cell, additions, gaussians);
    const { method } = options;
    try {
      const asking = { ...question, form, seed, cell, stream: "cell" } as const;
      const row = await audit(asking, { additions, draws, alpha: DECISION_ALPHA, signal, executor: by, method });
      return { ...UNDECIDED, row };
    } catch (error) {
      // A look found a failure there: that nothing can be decided is the claim's fault, and is told.
      if (error instanceof AuditError || error instanceof RangeError) return { ...UNDECIDED, failure: error.message };
      throw error;
    }
  }

  return {
    async look(places, { gaussians: work, keeping = [] }) {
      const asking = { ...question, form, seed, cell: {} };
      const how = { gaussians: work, fixed: [...new Set([...askedFor, ...keeping])], seconds: options.lookSeconds };
      const found: (Probe | null)[] = places.map(() => null);
      const looks = places.map(async (place, i) => {
        const cell = cellOf(place);
        found[i] = await executor.probe(asking, { cell, raise: place.raise }, how).catch((error: unknown) => {
          if (error instanceof TookTooLong) return overlong(cell);
          throw error;
        });
      });
      await within(until, Promise.all(looks).catch(endOr));
      return found;
    },
    async refuting({ cell, excess, sure, status }) {
      if (status !== "judged" || !(excess > 0)) return UNDECIDED;
      if (!sure && spent + DECISION_ALPHA > budget) return { ...UNDECIDED, isUnpaid: true };
      let decision = await within(until, decide(cell, executor).catch(endOr));
      // What is proved is no matter of time: computed here, it takes as long again as the look did.
      if (!decision && sure && until?.aborted) decision = await decide(cell, localExecutor(additions, signal));
      const { row, failure } = decision ?? UNDECIDED;
      if (row?.alpha) {
        decisions++;
        spent += row.alpha;
      }
      return { ...UNDECIDED, row: row?.verdict === "refuted" ? row : null, failure };
    },
    spent: () => ({ decisions, spent }),
  };
}
