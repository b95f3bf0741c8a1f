import { pow } from "../../numbers/pow.js";
import type { AnyParameter } from "../parameter.js";
import { type Axis, isOn, type Spot } from "./axis.js";
import { deckOf } from "./deck.js";
import type { Dice } from "./dice.js";
import { noElites } from "./elites.js";
import { everyPlace } from "./every-place.js";
import { growsFreely } from "./grows-freely.js";
import type { Place } from "./place.js";
import type { Probe } from "./probe.js";
import type { Raise } from "./raise-cell.js";

/** Where a search looks next, from what it has seen. */
export interface Proposals {
  /** Null where every place has been given, and no draw could tell more of any. */
  next(): Place | null;
  /** What was found at a place; in the order in which places were given. */
  learn(place: Place, found: Probe): void;
}

/** What is done for hypotheses: what meets them is left as it is by "enough". */
const USUAL_RAISES: readonly Raise[] = ["enough", "enough", "edge"];
/** Exponents p for numbers that are tied together, y = c·x^p. */
const POWERS = [0.5, 1, 2, 3];
/** How often another place is looked for where one has been given before. */
const AGAIN = 6;
/** The first few corners of an axis, the very first most often. */
const FEW = 6;
/** Candidates that are mostly small, and whose things are those that are known by name. */
const EARLY = 96;

/**
 * Where to look: cells made of corners and of anything, numbers tied together by powers, hypotheses met with room or
 * at their edge; then variations of the best cells so far, one or two parameters at a time, by steps of every size;
 * anew from elsewhere where nothing better comes. `start` is given first.
 */
export function proposals(
  parameters: readonly AnyParameter[],
  axes: Readonly<Record<string, Axis>>,
  dice: Dice,
  start: readonly Place[] = [],
): Proposals {
  const names = parameters.map(({ name }) => name);
  const free = parameters.filter(({ name }) => axes[name].corners.length > 1);
  const sizes = free.filter(({ size }) => size);
  const growing = free.filter(({ domain }) => growsFreely(domain));
  const decks = new Map(names.filter((name) => axes[name].dear).map((name) => [name, deckOf(axes[name])]));
  const kindOf = ({ spots }: Place) => [...decks.keys()].map((name) => String(spots[name].value)).join("|");
  const waiting = [...start];
  const elites = noElites(dice);
  const seen = new Set<string>();
  const textOf = ({ spots, raise }: Place) => JSON.stringify([raise, ...names.map((name) => spots[name].value)]);
  let every = everyPlace(axes);
  let given = 0;

  function anySpot(name: string): Spot {
    const [axis, deck] = [axes[name], decks.get(name)];
    if (deck) return deck.draw(given > EARLY, dice);
    const kind = dice.share();
    // Small sizes first: they are looked into soon, and much that breaks breaks there.
    if (kind < (given < EARLY && sizes.some((size) => size.name === name) ? 0.8 : 0.25))
      return axis.corners[Math.floor(Math.min(FEW, axis.corners.length) * dice.share() ** 2)];
    return kind < 0.6 ? dice.pick(axis.corners) : axis.anywhere(dice);
  }

  const fits = ({ name, domain }: AnyParameter, value: number) => domain.has(value) && isOn(axes[name], value);

  /** One number as a power of another. */
  function tied(spots: Record<string, Spot>): void {
    if (growing.length < 2) return;
    const from = dice.below(growing.length);
    const [one, other] = [growing[from], growing[(from + 1 + dice.below(growing.length - 1)) % growing.length]];
    const value =
      pow(Number(spots[one.name].value), dice.pick(POWERS)) * (dice.chance(0.5) ? 1 : Math.exp(dice.normal()));
    const fitting = [value, Math.round(value)].find((x) => fits(other, x));
    if (fitting !== undefined) spots[other.name] = { value: fitting };
  }

  function anywhere(): Place {
    const spots = Object.fromEntries(names.map((name) => [name, anySpot(name)]));
    if (dice.chance(0.3)) tied(spots);
    return { spots, raise: dice.pick(USUAL_RAISES) };
  }

  const scale = () => pow(10, -3 + 3.5 * dice.share());

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

  /** All sizes by one factor, as orders of them are kept. */
  function scaled(spots: Record<string, Spot>): void {
    const factor = Math.exp(2 * dice.normal());
    for (const size of sizes) {
      const value = Math.round(Number(spots[size.name].value) * factor);
      if (fits(size, value)) spots[size.name] = { value };
    }
  }

  function varied(): Place {
    const { spots: own, raise } = elites.pick();
    const spots: Record<string, Spot> = { ...own };
    const kind = dice.share();
    // What no cell has met yet may be a relation between two of them.
    if (!elites.judged && dice.chance(0.5)) tied(spots);
    else if (kind < 0.1) {
      const other = elites.any();
      for (const name of names) if (dice.chance(0.5)) spots[name] = other.spots[name];
    } else if (kind < 0.2 && sizes.length > 1) scaled(spots);
    else {
      const count = kind < 0.7 ? 1 : kind < 0.9 ? 2 : 3;
      for (let i = 0; i < count; i++) {
        const name = someName();
        spots[name] = moved(name, spots[name]);
      }
      if (dice.chance(0.05)) tied(spots);
    }
    return { spots, raise: dice.chance(0.7) ? raise : dice.pick(USUAL_RAISES) };
  }

  /** Whether a place is given for the first time. */
  function isNew(place: Place): boolean {
    const before = seen.size;
    return seen.add(textOf(place)).size > before;
  }

  /** A place that has not been given before, where a few tries find one. */
  function another(): Place | null {
    for (let i = 1; ; i++) {
      const place = elites.some && dice.chance(0.65) ? varied() : anywhere();
      if (isNew(place)) return place;
      if (i >= AGAIN) return every ? left(every) : place;
    }
  }

  /** Of few places, one that has not been given: what is outside of hypotheses is nothing to look for. */
  function left(places: Iterator<Place["spots"], undefined>): Place | null {
    for (let next = places.next(); next.value; next = places.next()) {
      const place: Place = { spots: next.value, raise: "enough" };
      if (isNew(place)) return place;
    }
    return null;
  }

  return {
    next() {
      given++;
      const place = waiting.shift() ?? another();
      if (place) for (const [name, deck] of decks) deck.gave(place.spots[name]);
      return place;
    },
    learn(place, found) {
      // Where draws look, more of them may tell more.
      if (!found.computed) every = null;
      for (const [name, deck] of decks) deck.learn(place.spots[name], found, dice);
      // What was raised is varied from where it came to.
      const cameTo = (name: string): Spot => (decks.has(name) ? place.spots[name] : { value: found.cell[name] });
      const spots = Object.fromEntries(names.map((name) => [name, cameTo(name)]));
      elites.learn({ spots, raise: place.raise }, kindOf(place), found);
    },
  };
}
