import type { Dice } from "./dice.js";
import type { Place } from "./place.js";
import type { Probe } from "./probe.js";

/** Cells that are varied, and how many of them may share what is dear where there is no room for all. */
const MOST = 12;
const ALIKE = 4;
/** So many candidates without a better one, and the search starts anew from elsewhere. */
const PATIENCE = 400;
/** Where fewer than one look in so many could be judged, cells that can be are hard to come by. */
const SCARCE = 8;

/** A cell that was looked at, as far as others are made from it. */
interface Elite {
  readonly place: Place;
  /** How near it comes: what can be judged before what costs too much before what is outside. */
  readonly rank: readonly [number, number];
  /** What is dear about it. */
  readonly kind: string;
}

/** The best cells so far. */
export interface Elites {
  /** Whether there is any. */
  readonly some: boolean;
  /** Whether any of them could be judged. */
  readonly judged: boolean;
  /** One of them, the best more often than the rest. */
  pick(): Place;
  /** Any of them. */
  any(): Place;
  learn(place: Place, kind: string, found: Probe): void;
}

/** Until something can be judged, the best are those that draws can nearly be paid for, then those of which the most hypotheses hold. */
function rankOf({ status, excess, held }: Probe): Elite["rank"] | null {
  if (Number.isNaN(excess) || status === "failed") return null;
  return status === "judged" ? [2, excess] : status === "beyond" ? [1, excess] : [0, held];
}

const byRank = ({ rank: a }: Elite, { rank: b }: Elite) => b[0] - a[0] || (b[1] === a[1] ? 0 : b[1] - a[1]);

const sameValues = (a: Place, b: Place) =>
  Object.entries(a.spots).every(([name, { value }]) => b.spots[name].value === value);

/** No cells yet. */
export function noElites(dice: Dice): Elites {
  let best: readonly Elite[] = [];
  let [since, looks, judged] = [0, 0, 0];
  return {
    get some() {
      return best.length > 0;
    },
    get judged() {
      return best.length > 0 && best[0].rank[0] === 2;
    },
    pick: () => best[Math.min(dice.below(best.length), dice.below(best.length))].place,
    any: () => dice.pick(best).place,
    learn(place, kind, found) {
      since++;
      looks++;
      if (found.status === "judged") judged++;
      if (since > PATIENCE) {
        best = SCARCE * judged < looks && best.length > 0 ? [dice.pick(best)] : [];
        since = 0;
      }
      const rank = rankOf(found);
      if (!rank) return;
      const elite: Elite = { place, rank, kind };
      if (best.length === 0 || byRank(elite, best[0]) < 0) since = 0;
      // The latest before others as good: a search does not stand still on a plateau.
      const all = [elite, ...best.filter((other) => !sameValues(other.place, place))].toSorted(byRank);
      // What is of a lower sort than the best is no use any more.
      const same = all.filter(({ rank: [sort] }) => sort === all[0].rank[0]);
      const alike = same.filter((other) => other.kind === kind);
      const crowding = same.length > MOST && alike.length > ALIKE ? alike[alike.length - 1] : null;
      best = same.filter((other) => other !== crowding).slice(0, MOST);
    },
  };
}
