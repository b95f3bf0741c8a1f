import { DECISION_ALPHA, RUN_BUDGET } from "../../chance/error-budget.js";
import { keyedStreams } from "../../chance/streams.js";
import { audit } from "../audit.js";
import { AuditError } from "../audit-error.js";
import type { Additions, Cell, LooseCell } from "../cell.js";
import type { Claim } from "../claim.js";
import { drawCost } from "../draw-cost.js";
import type { Executor } from "../executor.js";
import type { Overrides } from "../grid-cells.js";
import { localExecutor } from "../local-executor.js";
import { DEFAULT_SEED, type Question } from "../question.js";
import type { Method, Row } from "../row-fields.js";
import type { Axis } from "./axis.js";
import { axisOf } from "./axis-of.js";
import { diceOf } from "./dice.js";
import type { Probe } from "./probe.js";
import { type Place, proposals } from "./proposals.js";
import { shrinkPlace } from "./shrink-place.js";

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
  /** Decisions by fresh draws, and what they spent of the error budget. */
  readonly decisions: number;
  readonly spent: number;
  /** Cells that were judged afresh while the counterexample was made simpler. */
  readonly shrinks: number;
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

/** Cells that are looked at together. What is learnt of them orders the next: a constant, so that workers change nothing. */
const GENERATION = 16;
/** Draws of one decision at most. */
const MOST_DRAWS = 2 ** 20;
/** Decisions by draws in one generation at most. */
const DECISIONS = 2;

/** The work for the draws of one look: more as the search goes on. */
const lookingGaussians = (candidates: number) => (candidates < 48 ? 1e5 : candidates < 384 ? 1e6 : 4e6);

/** Where the statement seems to fail: what is proved first, then what fails most. */
function suspects(places: readonly Place[], found: readonly (Probe | null)[]) {
  return found
    .flatMap((probe, i) => (probe && probe.excess > 0 ? [{ place: places[i], probe }] : []))
    .toSorted((a, b) => Number(b.probe.sure) - Number(a.probe.sure) || b.probe.excess - a.probe.excess);
}

/** Waits for work, but no longer than the search may last; null when it is over. */
async function within<T>(until: AbortSignal | undefined, work: Promise<T>): Promise<T | null> {
  if (!until) return work;
  if (until.aborted) return null;
  let over: (() => void) | undefined;
  const end = new Promise<null>((resolve) => {
    over = () => resolve(null);
    until.addEventListener("abort", over, { once: true });
  });
  // Whoever is left behind may still fail; nobody waits for it.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, end]);
  } finally {
    if (over) until.removeEventListener("abort", over);
  }
}

/** Looks at a cell, and decides there. */
export interface Judge {
  /** Null for what was not looked at before the time was over. */
  look(places: readonly Place[]): Promise<readonly (Probe | null)[]>;
  /** The row of a cell that is refuted, by a proof or by fresh draws; null where it is not, or nothing is left to spend. */
  refuting(probe: Probe): Promise<Row | null>;
}

export const cellOf = ({ spots }: Place): LooseCell =>
  Object.fromEntries(Object.entries(spots).map(([name, { value }]) => [name, value]));

/**
 * Looks for a cell at which a form of a claim is refuted, over all that its hypotheses admit, and makes it simpler.
 * Candidates follow from the seed alone: time, and the number of workers, only say how many of them there are. The
 * claim's default cells, witness, mutants and known counterexamples are not looked at.
 *
 * Where a failure can only be seen in draws, a few of them choose the cell and fresh ones, keyed by the whole cell, decide,
 * each at level 1e-10 and all of them within `budget`.
 *
 * @throws the signal's reason when aborted.
 */
export async function searchClaim(question: SearchQuestion, options: SearchOptions = {}): Promise<SearchResult> {
  const { claim, form = "printed", seed = DEFAULT_SEED } = question;
  const { additions = {}, asked = {}, until, signal, budget = RUN_BUDGET, gaussians = 3e8 } = options;
  const executor =
    options.executor ??
    localExecutor(additions, until && signal ? AbortSignal.any([until, signal]) : (until ?? signal));
  const most = options.candidates ?? Number.POSITIVE_INFINITY;
  const axes: Readonly<Record<string, Axis>> = Object.fromEntries(
    claim.parameters.map((parameter) => [parameter.name, axisOf(claim, parameter, { asked, additions })]),
  );
  const fixed = claim.parameters.flatMap(({ name }) => (Object.hasOwn(asked, name) ? [name] : []));
  const tally = { candidates: 0, judged: 0, failed: 0, decisions: 0, spent: 0, shrinks: 0 };
  let failure: string | null = null;
  let nearest: SearchResult["nearest"] = null;

  const judge: Judge = {
    async look(places) {
      const asking = { ...question, form, seed, cell: {} };
      const how = { gaussians: lookingGaussians(tally.candidates), fixed };
      const found: (Probe | null)[] = places.map(() => null);
      const looks = places.map(async (place, i) => {
        found[i] = await executor.probe(asking, { cell: cellOf(place), raise: place.raise }, how);
      });
      await within(until, Promise.all(looks).catch(endOr(until, signal)));
      return found;
    },
    async refuting({ cell, excess, sure, status }) {
      if (status !== "judged" || !(excess > 0)) return null;
      if (!sure && tally.spent + DECISION_ALPHA > budget) return null;
      const row = await within(until, decide(cell).catch(endOr(until, signal)));
      if (row?.alpha) {
        tally.decisions++;
        tally.spent += row.alpha;
      }
      return row?.verdict === "refuted" ? row : null;
    },
  };

  async function decide(cell: Cell): Promise<Row | null> {
    try {
      return await audit(
        { ...question, form, seed, cell, stream: "cell" },
        {
          additions,
          draws: options.draws ?? drawsAt(cell),
          alpha: DECISION_ALPHA,
          signal,
          executor,
          method: options.method,
        },
      );
    } catch (error) {
      if (error instanceof AuditError || error instanceof RangeError) return null;
      throw error;
    }
  }

  /** As many as the work for one decision pays for: a multiple of 64, since looks fall on those. */
  const drawsAt = (cell: Cell) => {
    const cost = drawCost(claim, cell, additions);
    return Math.max(64, Math.min(MOST_DRAWS, 64 * Math.floor(gaussians / Math.max(1, cost) / 64)));
  };

  const dice = diceOf(
    keyedStreams({ seed, sampler: "search", parameters: { claim: claim.id, form } })(0)("candidates"),
  );
  const start = (options.first ?? []).map((cell) => placeOf(claim, cell));
  const proposed = proposals(claim.parameters, axes, dice, start);

  function learn(place: Place, probe: Probe): void {
    const { status, cell, excess } = probe;
    tally.candidates++;
    if (status === "judged") tally.judged++;
    if (status === "failed") {
      tally.failed++;
      failure ??= probe.failure;
    }
    proposed.learn(place, probe);
    if (status === "judged" && excess > (nearest?.excess ?? -Infinity)) nearest = { cell, excess };
  }

  const isOver = () => until?.aborted ?? false;

  async function refuted(): Promise<{ readonly row: Row; readonly place: Place } | null> {
    while (tally.candidates < most && !isOver()) {
      signal?.throwIfAborted();
      const places = Array.from({ length: Math.min(GENERATION, most - tally.candidates) }, () => proposed.next());
      const found = await judge.look(places);
      for (const [i, probe] of found.entries()) if (probe) learn(places[i], probe);
      for (const { place, probe } of suspects(places, found).slice(0, DECISIONS)) {
        const row = await judge.refuting(probe);
        if (row) return { row, place: { spots: { ...place.spots, ...numbersOf(probe.cell) }, raise: "none" } };
      }
      options.onProgress?.(tally.candidates);
    }
    return null;
  }

  const hit = await refuted();
  let row = hit?.row ?? null;
  if (row) options.onFound?.(row);
  if (hit && (options.shrinks ?? true)) {
    const shrunk = await shrinkPlace({ claim, axes, judge, place: hit.place, row: hit.row });
    row = shrunk.row;
    tally.shrinks = shrunk.judged;
  }
  signal?.throwIfAborted();
  return { row, first: hit?.row.cell ?? null, nearest: hit ? null : nearest, effort: { ...tally, failure } };
}

/** Numbers of a cell as spots: raising may have changed them. */
const numbersOf = (cell: Cell) =>
  Object.fromEntries(
    Object.entries(cell).flatMap(([name, value]) => (typeof value === "number" ? [[name, { value }]] : [])),
  );

const placeOf = ({ parameters }: Claim, cell: LooseCell): Place => ({
  spots: Object.fromEntries(parameters.map(({ name }) => [name, { value: cell[name] ?? "" }])),
  raise: "none",
});

/** What is cut off when the time is over is no error; everything else is. */
const endOr =
  (until: AbortSignal | undefined, signal: AbortSignal | undefined) =>
  (error: unknown): null => {
    if (until?.aborted && !signal?.aborted) return null;
    throw error;
  };
