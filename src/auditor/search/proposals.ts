import type { AnyParameter } from "../parameter.js";
import type { Axis, Spot } from "./axis.js";
import type { Dice } from "./dice.js";
import type { Probe } from "./probe.js";
import { RAISES, type Raise } from "./raise-cell.js";

/** A place in the space of cells, and what is done to it for the hypotheses. */
export interface Place {
  readonly spots: Readonly<Record<string, Spot>>;
  readonly raise: Raise;
}

/** Where a search looks next, from what it has seen. */
export interface Proposals {
  next(): Place;
  /** What was found at a place; in the order in which places were given. */
  learn(place: Place, found: Probe): void;
}

/** Cells that are varied, and how many of them may share a value that is dear. */
const ELITES = 12;
const ALIKE = 4;
/** So many candidates without a better one, and the search starts anew from elsewhere. */
const PATIENCE = 400;
/** One in so many candidates has a new value on an axis where such values are dear. */
const FRESH_EVERY = 24;
/** Exponents p for sizes that are tied together, m = c·n^p. */
const POWERS = [0.5, 1, 2, 3];
/** The rank of a cell at which nothing can be judged, all hypotheses but none missing. */
const OUTSIDE = -1e9;
/** Values of a dear axis that are kept in play. */
const DECK = 40;

/** How often another place is looked for where one has been given before. */
const AGAIN = 6;
/** The first few corners of an axis, the very first most often. */
const FEW = 6;
/** Candidates that are mostly small, and whose things are those that are known by name. */
const EARLY = 96;

interface Elite {
  readonly place: Place;
  readonly excess: number;
  readonly kind: string;
}

/** Values of an axis on which new ones are dear: a deck that grows slowly, and how many hypotheses held with each at most. */
interface Deck {
  readonly spots: Spot[];
  readonly counts: Map<string, { tried: number; judged: boolean; holding: Set<number> }>;
  /** Values of the deck's start that have not been given yet. */
  fresh: number;
}

const keyOf = ({ value }: Spot) => String(value);

/** The two-valued start of a deck: its corners in order, then at random. */
function drawFrom(deck: Deck, axis: Axis, dice: Dice, fresh: boolean): Spot {
  if (deck.fresh < axis.corners.length && dice.chance(0.3)) return axis.corners[deck.fresh++];
  if (fresh && dice.chance(1 / FRESH_EVERY)) {
    const spot = axis.anywhere(dice);
    if (deck.spots.length < DECK) deck.spots.push(spot);
    else deck.spots[dice.below(DECK)] = spot;
    return spot;
  }
  const seen = deck.spots.length > 0 ? deck.spots : axis.corners;
  // Hypotheses that held with it, those that hold with few others most of all; what other parameters did is no fault of its own.
  const weight = (spot: Spot) => {
    const { tried = 0, judged = false, holding } = deck.counts.get(keyOf(spot)) ?? {};
    if (tried < 4 || judged || !holding) return 1;
    let total = 0;
    for (const i of holding) {
      let others = 0;
      for (const other of deck.counts.values()) if (other.judged || other.holding.has(i)) others++;
      total += 1 / others;
    }
    return Math.min(1, total) + 0.02;
  };
  let at = dice.share() * seen.reduce((sum, spot) => sum + weight(spot), 0);
  for (const spot of seen) {
    at -= weight(spot);
    if (at <= 0) return spot;
  }
  return seen[0];
}

/**
 * Where to look: cells made of corners and of anything, sizes tied together by powers, hypotheses met with room, at their
 * edge or not at all; then variations of the best cells so far, one or two parameters at a time, by steps of every size;
 * anew from elsewhere where nothing better comes. `start` is given first.
 */
export function proposals(
  parameters: readonly AnyParameter[],
  axes: Readonly<Record<string, Axis>>,
  dice: Dice,
  start: readonly Place[] = [],
): Proposals {
  const names = parameters.map(({ name }) => name);
  const sizes = parameters.filter(({ name, size }) => size && axes[name].corners.length > 1).map(({ name }) => name);
  const decks = new Map(
    names
      .filter((name) => axes[name].dear)
      .map((name): [string, Deck] => [name, { spots: [], counts: new Map(), fresh: 0 }]),
  );
  const kindOf = ({ spots }: Place) => [...decks.keys()].map((name) => keyOf(spots[name])).join("|");
  const waiting = [...start];
  let elites: Elite[] = [];
  const seen = new Set<string>();
  const textOf = ({ spots, raise }: Place) => JSON.stringify([raise, ...names.map((name) => spots[name].value)]);
  let since = 0;
  let given = 0;

  function anySpot(name: string): Spot {
    const [axis, deck] = [axes[name], decks.get(name)];
    if (deck) return drawFrom(deck, axis, dice, given > EARLY);
    const kind = dice.share();
    // Small sizes first: they are looked into soon, and much that breaks breaks there.
    if (kind < (given < EARLY && sizes.includes(name) ? 0.8 : 0.25))
      return axis.corners[Math.floor(Math.min(FEW, axis.corners.length) * dice.share() ** 2)];
    return kind < 0.6 ? dice.pick(axis.corners) : axis.anywhere(dice);
  }

  /** One size as a power of another. */
  function tied(spots: Record<string, Spot>): void {
    if (sizes.length < 2 || !dice.chance(0.3)) return;
    const from = dice.below(sizes.length);
    const [name, other] = [sizes[from], sizes[(from + 1 + dice.below(sizes.length - 1)) % sizes.length]];
    const value = Math.round(
      Number(spots[name].value) ** dice.pick(POWERS) * (dice.chance(0.5) ? 1 : Math.exp(dice.normal())),
    );
    const parameter = parameters.find((known) => known.name === other);
    if (parameter?.domain.has(value)) spots[other] = { value };
  }

  function anywhere(): Place {
    const spots = Object.fromEntries(names.map((name) => [name, anySpot(name)]));
    tied(spots);
    return { spots, raise: dice.pick(RAISES) };
  }

  const scale = () => 10 ** (-3 + 3.5 * dice.share());

  function moved(name: string, spot: Spot): Spot {
    const axis = axes[name];
    const kind = dice.share();
    if (axis.dear) return kind < 0.25 && given > EARLY ? axis.near(spot, scale(), dice) : anySpot(name);
    if (kind < 0.2) return dice.pick(axis.corners);
    return kind < 0.3 ? axis.anywhere(dice) : axis.near(spot, scale(), dice);
  }

  /** A name, those of dear axes seldom. */
  function someName(): string {
    const name = dice.pick(names);
    return axes[name].dear && names.length > 1 && dice.chance(0.6) ? dice.pick(names) : name;
  }

  function varied(): Place {
    // The best more often than the rest.
    const { place } = elites[Math.min(dice.below(elites.length), dice.below(elites.length))];
    const spots: Record<string, Spot> = { ...place.spots };
    const kind = dice.share();
    if (kind < 0.1) {
      const { place: other } = dice.pick(elites);
      for (const name of names) if (dice.chance(0.5)) spots[name] = other.spots[name];
    } else if (kind < 0.2 && sizes.length > 1) {
      // All sizes by one factor, as orders of them are kept.
      const factor = Math.exp(2 * dice.normal());
      for (const name of sizes) {
        const value = Math.round(Number(spots[name].value) * factor);
        if (parameters.find((known) => known.name === name)?.domain.has(value)) spots[name] = { value };
      }
    } else {
      const count = kind < 0.7 ? 1 : kind < 0.9 ? 2 : 3;
      for (let i = 0; i < count; i++) {
        const name = someName();
        spots[name] = moved(name, spots[name]);
      }
      if (dice.chance(0.1)) tied(spots);
    }
    return { spots, raise: dice.chance(0.7) ? place.raise : dice.pick(RAISES) };
  }

  return {
    next() {
      given++;
      const first = waiting.shift();
      if (first) return first;
      let place = anywhere();
      for (let i = 0; i < AGAIN; i++) {
        if (elites.length > 0 && dice.chance(0.65)) place = varied();
        else if (i > 0) place = anywhere();
        const text = textOf(place);
        if (seen.has(text)) continue;
        seen.add(text);
        break;
      }
      return place;
    },
    learn(place, { status, excess, held, holding, cell }) {
      for (const [name, { counts, spots }] of decks) {
        const spot = place.spots[name];
        const count = counts.get(keyOf(spot)) ?? { tried: 0, judged: false, holding: new Set<number>() };
        count.tried++;
        count.judged ||= status === "judged";
        for (const i of holding) count.holding.add(i);
        counts.set(keyOf(spot), count);
        if (!spots.some((known) => known.value === spot.value)) {
          if (spots.length < DECK) spots.push(spot);
          else if (status === "judged") spots[dice.below(DECK)] = spot;
        }
      }
      since++;
      if (since > PATIENCE) {
        elites = [];
        since = 0;
      }
      if (Number.isNaN(excess) || status === "failed" || status === "beyond") return;
      // Until something can be judged, the best are those of which the most hypotheses hold.
      const rank = status === "judged" ? Math.max(excess, OUTSIDE) : OUTSIDE - (1 - held);
      // What was raised is varied from where it came to.
      const spots = Object.fromEntries(
        names.map((name) => [name, decks.has(name) ? place.spots[name] : { value: cell[name] }]),
      );
      const elite: Elite = { place: { spots, raise: place.raise }, excess: rank, kind: kindOf(place) };
      if (elites.length === 0 || rank > elites[0].excess) since = 0;
      const others = elites.filter(({ place: { spots: own } }) => names.some((name) => own[name].value !== cell[name]));
      const alike = others.filter(({ kind }) => kind === elite.kind);
      const dropped = decks.size > 0 && alike.length >= ALIKE ? alike[alike.length - 1] : null;
      elites = [...others.filter((other) => other !== dropped), elite]
        .toSorted((a, b) => b.excess - a.excess)
        .slice(0, ELITES);
    },
  };
}
