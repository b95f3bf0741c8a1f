import type { Axis, Spot } from "./axis.js";
import type { Dice } from "./dice.js";
import type { Probe } from "./probe.js";

/** Values in play. */
const MOST = 40;
/** One in so many draws, once the search is under way, is a value from anywhere on the axis. */
const FRESH_EVERY = 24;
/** Times that a value is tried before what held with it tells anything. */
const TELLING = 2;

/** Values of an axis on which new ones are dear: a hand that grows slowly, so that many cells share one. */
export interface Deck {
  /** A value; `fresh` says whether it may be one from anywhere on the axis. */
  draw(fresh: boolean, dice: Dice): Spot;
  /** A value has been given: corners that have not are in no hurry, but each has its turn. */
  gave(spot: Spot): void;
  /** What was found with a value. */
  learn(spot: Spot, found: Pick<Probe, "status" | "holding">, dice: Dice): void;
}

/** What is known of a value: hypotheses that held with it, by number. */
interface Known {
  tried: number;
  judged: boolean;
  readonly holding: Set<number>;
}

const keyOf = ({ value }: Spot) => String(value);

/** The deck of an axis. */
export function deckOf(axis: Axis): Deck {
  const spots: Spot[] = [];
  const known = new Map<string, Known>();
  const given = new Set<string>();

  function take(spot: Spot, evenFull: boolean, dice: Dice): void {
    if (spots.some(({ value }) => value === spot.value)) return;
    if (spots.length < MOST) spots.push(spot);
    else if (evenFull) spots[dice.below(MOST)] = spot;
  }

  /**
   * Hypotheses that held with it, those that hold with few others most of all: what other parameters did is no fault of
   * its own, but where one value alone meets a hypothesis no other will do.
   */
  function weight(spot: Spot): number {
    const { tried, judged, holding } = known.get(keyOf(spot)) ?? {
      tried: 0,
      judged: false,
      holding: new Set<number>(),
    };
    if (tried < TELLING || judged) return 1;
    let total = 0;
    for (const i of holding) {
      let others = 0;
      for (const other of known.values()) if (other.judged || other.holding.has(i)) others++;
      total += 1 / others;
    }
    return Math.min(1, total) ** 2 + 0.02;
  }

  return {
    draw(fresh, dice) {
      const untried = axis.corners.find((spot) => !given.has(keyOf(spot)));
      if (untried && dice.chance(0.3)) return untried;
      if (fresh && dice.chance(1 / FRESH_EVERY)) {
        const spot = axis.anywhere(dice);
        take(spot, true, dice);
        return spot;
      }
      const seen = spots.length > 0 ? spots : axis.corners;
      const weights = seen.map(weight);
      let at = dice.share() * weights.reduce((sum, x) => sum + x, 0);
      for (const [i, x] of weights.entries()) {
        at -= x;
        if (at <= 0) return seen[i];
      }
      return seen[0];
    },
    gave(spot) {
      given.add(keyOf(spot));
    },
    learn(spot, { status, holding }, dice) {
      const one = known.get(keyOf(spot)) ?? { tried: 0, judged: false, holding: new Set() };
      one.tried++;
      one.judged ||= status === "judged";
      for (const i of holding) one.holding.add(i);
      known.set(keyOf(spot), one);
      take(spot, status === "judged", dice);
    },
  };
}
