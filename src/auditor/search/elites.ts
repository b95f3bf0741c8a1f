import type { Cell } from "../cell.js";
import { gamma as gammaParameter } from "../gamma.js";
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

/** How often a cell of any regime is varied, and not of the foremost. */
const ELSEWHERE = 0.4;

/**
 * Where few failures are allowed, some, or nearly all: what fails in one regime is no way to what fails in another, and
 * numbers that order cells of one order few of two.
 */
function regimeOf(cell: Cell): string {
  const gamma = Number(cell[gammaParameter.name] ?? 0.5);
  return gamma < 1e-3 ? "few" : gamma > 0.9 ? "nearly all" : "some";
}

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
  if (Number.isNaN(excess) || status === "failed" || status === "overlong") return null;
  return status === "judged" ? [2, excess] : status === "beyond" ? [1, excess] : [0, held];
}

const byRank = ({ rank: a }: Elite, { rank: b }: Elite) => b[0] - a[0] || (b[1] === a[1] ? 0 : b[1] - a[1]);

const sameValues = (a: Place, b: Place) =>
  Object.entries(a.spots).every(([name, { value }]) => b.spots[name].value === value);

/** The best with one more, and without one where there is no room for all. */
function joined(best: readonly Elite[], elite: Elite): readonly Elite[] {
  // The latest before others as good: a search does not stand still on a plateau.
  const all = [elite, ...best.filter((other) => !sameValues(other.place, elite.place))].toSorted(byRank);
  const alike = all.filter((other) => other.kind === elite.kind);
  const crowding = all.length > MOST && alike.length > ALIKE ? alike[alike.length - 1] : null;
  return all.filter((other) => other !== crowding).slice(0, MOST);
}

/** No cells yet. */
export function noElites(dice: Dice): Elites {
  const regimes = new Map<string, readonly Elite[]>();
  let [since, looks, judged] = [0, 0, 0];
  /** The regime whose best is the best. */
  const foremost = () => [...regimes.values()].toSorted(([a], [b]) => byRank(a, b))[0] ?? [];
  return {
    get some() {
      return regimes.size > 0;
    },
    get judged() {
      return foremost()[0]?.rank[0] === 2;
    },
    pick() {
      const best = dice.chance(ELSEWHERE) ? dice.pick([...regimes.values()]) : foremost();
      return best[Math.min(dice.below(best.length), dice.below(best.length))].place;
    },
    any: () => dice.pick([...regimes.values()].flat()).place,
    learn(place, kind, found) {
      since++;
      looks++;
      if (found.status === "judged") judged++;
      if (since > PATIENCE) {
        const kept = SCARCE * judged < looks && regimes.size > 0 ? dice.pick([...regimes]) : null;
        regimes.clear();
        if (kept) regimes.set(kept[0], [dice.pick(kept[1])]);
        since = 0;
      }
      const rank = rankOf(found);
      const [top] = foremost();
      // What is of a lower sort than the best is no use.
      if (!rank || (top && rank[0] < top.rank[0])) return;
      if (top && rank[0] > top.rank[0]) regimes.clear();
      const elite: Elite = { place, rank, kind };
      const name = regimeOf(found.cell);
      const own = regimes.get(name) ?? [];
      if (own.length === 0 || byRank(elite, own[0]) < 0) since = 0;
      regimes.set(name, joined(own, elite));
    },
  };
}
