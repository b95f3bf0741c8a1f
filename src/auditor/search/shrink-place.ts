import type { Claim } from "../claim.js";
import type { Row } from "../row-fields.js";
import { type Axis, isOn } from "./axis.js";
import { leastAlong } from "./curve.js";
import { curvesThrough } from "./curves-through.js";
import { edgesOf, isSmaller, sizeOf } from "./edges.js";
import type { Judge } from "./judge-cells.js";
import type { Place } from "./place.js";
import type { SearchEffort } from "./searching.js";
import { shrinkingLooks, type Trying } from "./shrinking-looks.js";
import { simplerPairs, tiedPairs } from "./simpler-pairs.js";

/** Candidates that are judged afresh on the way to the simplest at most. */
const MOST = 3000;
/** The same where each needs draws. */
const MOST_BY_DRAWS = 150;
/** Values that are tried of one parameter in one round. */
const TRIES = 140;
/** So many times smaller sizes are worth a γ that is less round. */
const MUCH = 10;

/** What is shrunk. */
interface Shrinking {
  readonly claim: Claim;
  readonly axes: Readonly<Record<string, Axis>>;
  readonly judge: Judge;
  /** The work for the draws of one look. */
  readonly gaussians: number;
  readonly place: Place;
  readonly row: Row;
  /** Whether the time is over. */
  isOver(): boolean;
}

/**
 * The simplest refuted cell that can be reached: parameter by parameter, things before sizes before the rest, the simplest value
 * at which the statement is still refuted, and whole numbers along curves on which others follow, again and again until
 * nothing changes; then with another γ that has much smaller sizes, and two numbers at a time, since one may hold the other
 * where it is. Every candidate is judged afresh.
 */
export async function shrinkPlace(
  shrinking: Shrinking,
): Promise<{ readonly row: Row } & Pick<SearchEffort, "shrinks" | "unfinished">> {
  const { claim, axes, judge, gaussians, place, row, isOver } = shrinking;
  const order = claim.parameters.toSorted((a, b) => rank(a) - rank(b));
  const numbers = order.filter(({ name }) => !axes[name].dear);
  const pairs = numbers.flatMap((one, i) => numbers.slice(i + 1).map((other) => [one, other] as const));
  const looks = shrinkingLooks(judge, gaussians, row.draws === null ? MOST : MOST_BY_DRAWS, isOver);
  const edges = edgesOf(claim, row.form, axes);
  const exactly: Trying = { keeping: order.map(({ name }) => name) };
  let [best, at] = [row, place];
  const simpler = (name: string) => axes[name].simpler(at.spots[name]).slice(0, TRIES);
  const fits = (change: Place["spots"]) => Object.entries(change).every(([name, { value }]) => isOn(axes[name], value));
  // First what leaves most behind: on the way there, numbers that hold one another take many small steps.
  await movedAlone();
  if (row.draws === null) await movedElsewhere();
  for (let moving = true; moving; ) {
    moving = await movedAlone();
    // In turns, since one may go on for long by small steps.
    for (let [atEdge, along] = [true, true]; atEdge || along; moving ||= atEdge || along) {
      atEdge = await movedAtEdge();
      along = await movedAlong();
    }
    moving ||= (await movedElsewhere()) || (await movedTogether());
  }
  return { row: best, ...looks.count() };

  /** Moves to the first of some places at which the statement is still refuted; its number, or null if there is none. */
  async function movedTo(places: readonly Place[], trying: Trying = exactly): Promise<number | null> {
    const found = await looks.first(places, trying);
    if (!found) return null;
    best = found.row;
    at = found.place;
    return found.index;
  }

  async function movedAlone(): Promise<boolean> {
    let moved = false;
    for (const { name } of order)
      if ((await movedTo(simpler(name).map((spot) => changed(at, { [name]: spot })))) !== null) moved = true;
    return moved;
  }

  /** Along the first curve that goes on from here, as far as it goes. */
  async function movedAlong(): Promise<boolean> {
    const from = at;
    const starts = curvesThrough(numbers, from).flatMap((curve) => {
      const change = curve.at(curve.first);
      return change === null || !fits(change) ? [] : [{ curve, place: changed(from, change) }];
    });
    const index = await movedTo(starts.map((start) => start.place));
    if (index === null) return false;
    const { curve } = starts[index];
    await leastAlong(curve.from, curve.first, async (t) => {
      const change = curve.at(t);
      return change !== null && fits(change) && (await movedTo([changed(from, change)])) !== null;
    });
    return true;
  }

  /** With one size smaller and the others at the least that hypotheses ask for then. */
  async function movedAtEdge(): Promise<boolean> {
    for (const { from, steps, along, keeping } of edges.along(at)) {
      const trying: Trying = { keeping, mayBe: (cell) => isSmaller(claim, cell, best.cell) };
      const index = await movedTo(steps.map(along), trying);
      if (index === null) continue;
      const below = index === 0 ? from : steps[index - 1];
      await leastAlong(below, steps[index], async (size) => (await movedTo([along(size)], trying)) !== null);
      return true;
    }
    return false;
  }

  /** To the smallest sizes that another γ has, where they are much smaller. */
  async function movedElsewhere(): Promise<boolean> {
    const enough = sizeOf(claim, best.cell) - Math.log(MUCH);
    const { places, keeping } = edges.elsewhere(at);
    const found = await looks.failing(places, { keeping, mayBe: (cell) => sizeOf(claim, cell) < enough });
    const smallest = found.toSorted((a, b) => sizeOf(claim, a.cell) - sizeOf(claim, b.cell));
    return (await movedTo(smallest.map(({ place: smaller }) => smaller))) !== null;
  }

  async function movedTogether(): Promise<boolean> {
    for (const [one, other] of pairs) {
      const [ones, others] = [simpler(one.name), simpler(other.name)];
      const tied = [
        ...tiedPairs(one, other, ones, at),
        ...tiedPairs(other, one, others, at).map(([b, a]) => [a, b] as const),
      ];
      const both = [...tied, ...simplerPairs(ones, others)];
      const places = both
        .map(([a, b]) => ({ [one.name]: a, [other.name]: b }))
        .filter(fits)
        .map((change) => changed(at, change));
      if ((await movedTo(places)) !== null) return true;
    }
    return false;
  }
}

const rank = ({ size, resolution }: Claim["parameters"][number]) => (resolution ? 0 : size ? 1 : 2);

const changed = ({ spots }: Place, change: Place["spots"]): Place => ({
  spots: { ...spots, ...change },
  raise: "none",
});
