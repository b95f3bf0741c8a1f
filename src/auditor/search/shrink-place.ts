import type { Claim } from "../claim.js";
import type { Row } from "../row-fields.js";
import type { Axis } from "./axis.js";
import type { Judge } from "./judge-cells.js";
import type { Place } from "./place.js";
import { simplerPairs } from "./simpler-pairs.js";

/** Candidates that are judged afresh on the way to the simplest at most. */
const MOST = 3000;
/** The same where each needs draws. */
const MOST_BY_DRAWS = 150;
/** Values that are tried of one parameter in one round. */
const TRIES = 140;
/** Looked at together. */
const TOGETHER = 8;

/** What is shrunk. */
interface Shrinking {
  readonly claim: Claim;
  readonly axes: Readonly<Record<string, Axis>>;
  readonly judge: Judge;
  /** The work for the draws of one look. */
  readonly gaussians: number;
  readonly place: Place;
  readonly row: Row;
}

/**
 * The simplest refuted cell that can be reached: parameter by parameter, things before sizes before the rest, the simplest value
 * at which the statement is still refuted, again and again until nothing changes; then two numbers at a time, since one may
 * hold the other where it is. Every candidate is judged afresh.
 */
export async function shrinkPlace({
  claim,
  axes,
  judge,
  gaussians,
  place,
  row,
}: Shrinking): Promise<{ readonly row: Row; readonly judged: number }> {
  const order = claim.parameters.toSorted((a, b) => rank(a) - rank(b));
  const numbers = order.flatMap(({ name }) => (axes[name].dear ? [] : [name]));
  const pairs = numbers.flatMap((one, i) => numbers.slice(i + 1).map((other) => [one, other] as const));
  const most = row.draws === null ? MOST : MOST_BY_DRAWS;
  let [best, at, judged] = [row, place, 0];
  const simpler = (name: string) => axes[name].simpler(at.spots[name]).slice(0, TRIES);
  for (let moving = true; moving; ) moving = (await movedAlone()) || (await movedTogether());
  return { row: best, judged };

  async function movedAlone(): Promise<boolean> {
    let moved = false;
    for (const { name } of order) if (await movedTo(simpler(name).map((spot) => ({ [name]: spot })))) moved = true;
    return moved;
  }

  async function movedTogether(): Promise<boolean> {
    for (const [one, other] of pairs) {
      const both = simplerPairs(simpler(one), simpler(other));
      if (await movedTo(both.map(([a, b]) => ({ [one]: a, [other]: b })))) return true;
    }
    return false;
  }

  /** Moves to the first of some changes at which the statement is still refuted; whether there is one. */
  async function movedTo(changes: readonly Place["spots"][]): Promise<boolean> {
    const found = await firstRefuted(
      changes.map((change): Place => ({ spots: { ...at.spots, ...change }, raise: "none" })),
    );
    if (!found) return false;
    best = found.row;
    at = found.place;
    return true;
  }

  async function firstRefuted(places: readonly Place[]) {
    for (let from = 0; from < places.length && judged < most; from += TOGETHER) {
      const some = places.slice(from, from + TOGETHER);
      const probes = await judge.look(some, { gaussians, exactly: true });
      for (const [i, probe] of probes.entries()) {
        if (!probe) return null;
        judged++;
        const refuting = await judge.refuting(probe);
        if (refuting) return { row: refuting, place: some[i] };
      }
    }
    return null;
  }
}

const rank = ({ size, resolution }: Claim["parameters"][number]) => (resolution ? 0 : size ? 1 : 2);
