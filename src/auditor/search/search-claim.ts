import { keyedStreams } from "../../chance/streams.js";
import type { LooseCell } from "../cell.js";
import type { Claim } from "../claim.js";
import { localExecutor } from "../local-executor.js";
import { DEFAULT_SEED } from "../question.js";
import type { Row } from "../row-fields.js";
import type { Axis } from "./axis.js";
import { axisOf } from "./axis-of.js";
import { diceOf } from "./dice.js";
import { judgeCells } from "./judge-cells.js";
import { lookingWork } from "./looking-work.js";
import { neverMet } from "./never-met.js";
import { type Place, settledAt } from "./place.js";
import type { Probe } from "./probe.js";
import { proposals } from "./proposals.js";
import type { SearchEffort, SearchOptions, SearchQuestion, SearchResult } from "./searching.js";
import { shrinkPlace } from "./shrink-place.js";

/** Cells that are looked at together. What is learnt of them orders the next: a constant, so that workers change nothing. */
const GENERATION = 16;
/** Decisions by draws in one generation at most. */
const DECISIONS = 2;
/** The excess of a cell that seemed to fail and was not refuted there. */
const DOUBTED = -0.01;

/** A cell that was looked at, by its place. */
interface Seen {
  readonly place: Place;
  readonly probe: Probe;
}

/** Where the statement seems to fail: what is proved first, then what fails most. */
const suspects = (seen: readonly Seen[]) =>
  seen
    .filter(({ probe }) => probe.excess > 0)
    .toSorted((a, b) => Number(b.probe.sure) - Number(a.probe.sure) || b.probe.excess - a.probe.excess);

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
  const { additions = {}, asked = {}, until, signal } = options;
  const executor =
    options.executor ??
    localExecutor(additions, until && signal ? AbortSignal.any([until, signal]) : (until ?? signal));
  const most = options.candidates ?? Number.POSITIVE_INFINITY;
  const axes: Readonly<Record<string, Axis>> = Object.fromEntries(
    claim.parameters.map((parameter) => [parameter.name, axisOf(claim, parameter, { asked, additions })]),
  );
  const tally = { candidates: 0, judged: 0, failed: 0, overlong: 0, shrinks: 0 };
  const never = neverMet();
  let failure: string | null = null;
  let isEmpty = false;
  let unfinished: SearchEffort["unfinished"] = null;
  let nearest: SearchResult["nearest"] = null;
  const open = claim.parameters.filter(({ name }) => axes[name].open).map(({ name }) => name);
  const hypotheses = [...claim.hypotheses, ...(claim.forms[form]?.hypotheses ?? [])];
  const judge = judgeCells(question, options, executor);
  const work = lookingWork();
  const dice = diceOf(
    keyedStreams({ seed, sampler: "search", parameters: { claim: claim.id, form } })(0)("candidates"),
  );
  const start = (options.first ?? []).map((cell) => placeOf(claim, cell));
  const proposed = proposals(claim.parameters, axes, dice, start);

  function learn({ place, probe }: Seen): void {
    const { status, cell, excess } = probe;
    tally.candidates++;
    if (status === "judged") tally.judged++;
    if (status === "overlong") tally.overlong++;
    if (status === "failed") {
      tally.failed++;
      failure ??= probe.failure;
    }
    never.learn(probe);
    work.learn(probe);
    proposed.learn(place, probe);
    if (status === "judged" && excess > (nearest?.excess ?? -Infinity)) nearest = { cell, excess };
  }

  const isOver = () => until?.aborted ?? false;

  async function refuted(): Promise<{ readonly row: Row; readonly place: Place } | null> {
    while (tally.candidates < most && !isOver()) {
      signal?.throwIfAborted();
      const places = Array.from({ length: Math.min(GENERATION, most - tally.candidates) }, () =>
        proposed.next(),
      ).filter((place) => place !== null);
      if (places.length === 0) {
        isEmpty = true;
        return null;
      }
      const found = await judge.look(places, { gaussians: work.gaussians() });
      const seen = places.flatMap((place, i): Seen[] => {
        const probe = found[i];
        return probe ? [{ place, probe }] : [];
      });
      const decided = new Map<Probe, Partial<Probe>>();
      let hit: { readonly row: Row; readonly seen: Seen } | null = null;
      for (const one of suspects(seen).slice(0, DECISIONS)) {
        const { row, failure: why } = await judge.refuting(one.probe);
        if (row) {
          hit = { row, seen: one };
          break;
        }
        if (isOver()) break;
        decided.set(
          one.probe,
          why === null ? { excess: DOUBTED } : { status: "failed", excess: -Infinity, failure: why },
        );
      }
      for (const { place, probe } of seen) learn({ place, probe: { ...probe, ...decided.get(probe) } });
      if (hit) {
        const { place, probe } = hit.seen;
        return { row: hit.row, place: settledAt(place, probe.cell) };
      }
      options.onProgress?.(tally.candidates);
    }
    return null;
  }

  const hit = await refuted();
  let row = hit?.row ?? null;
  if (row) options.onFound?.(row);
  if (hit && (options.shrinks ?? true)) {
    const shrunk = await shrinkPlace({ claim, axes, judge, gaussians: work.gaussians(), isOver, ...hit });
    row = shrunk.row;
    tally.shrinks = shrunk.shrinks;
    unfinished = shrunk.unfinished;
  }
  signal?.throwIfAborted();
  return {
    row,
    first: hit?.row.cell ?? null,
    nearest: hit ? null : nearest,
    effort: {
      ...tally,
      ...judge.spent(),
      failure,
      unmet: tally.judged > 0 ? [] : never.numbers().map((i) => hypotheses[i].latex),
      exhausted: isEmpty && open.length === 0,
      unlisted: isEmpty ? open : [],
      unfinished,
    },
  };
}

const placeOf = ({ parameters }: Claim, cell: LooseCell): Place => ({
  spots: Object.fromEntries(parameters.map(({ name }) => [name, { value: cell[name] ?? "" }])),
  raise: "none",
});
