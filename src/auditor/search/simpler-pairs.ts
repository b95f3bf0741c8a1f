import { pow } from "../../numbers/pow.js";
import type { AnyParameter } from "../parameter.js";
import type { Spot } from "./axis.js";
import { growsFreely } from "./grows-freely.js";
import type { Place } from "./place.js";
import { isSimpler } from "./simplicity.js";
import { isWhole } from "./whole-number.js";

/** Values of each of two axes that are tried together. */
const EACH = 8;
/** The first of them, which are the simplest; the rest are spread over all others. */
const SIMPLEST = 3;

/** The simplest few values, and some of the rest, to the last. */
function some(values: readonly Spot[]): readonly Spot[] {
  if (values.length <= EACH) return values;
  const step = (values.length - SIMPLEST) / (EACH - SIMPLEST);
  const rest = Array.from({ length: EACH - SIMPLEST }, (_, i) => values[Math.round(SIMPLEST - 1 + (i + 1) * step)]);
  return [...values.slice(0, SIMPLEST), ...rest];
}

/** Simpler values of two axes taken together, the simplest pairs first. */
export function simplerPairs(one: readonly Spot[], other: readonly Spot[]): readonly (readonly [Spot, Spot])[] {
  return some(one)
    .flatMap((a, i) => some(other).map((b, j) => ({ pair: [a, b] as const, place: i + j })))
    .toSorted((a, b) => a.place - b.place)
    .map(({ pair }) => pair);
}

/** Exponents p of y = c·x^p that two numbers may be tied by. */
const POWERS = [1, 2, 0.5, -1, -2, -0.5];
/** What a whole number is more than its tie has: at the least that a hypothesis asks for, nothing may fail. */
const ROOM = [1, 1.02];
/** Values of a number that a whole one follows, the simplest. */
const MOST = 16;

/**
 * Simpler values of a number x that is not whole, with another y tied to it by a power as they are at a place: one that is
 * whole and gets smaller, or one that gets simpler. Where x is whole itself, there are curves.
 */
export function tiedPairs(
  x: AnyParameter,
  y: AnyParameter,
  values: readonly Spot[],
  { spots }: Place,
): readonly (readonly [Spot, Spot])[] {
  const [own, other] = [spots[x.name].value, spots[y.name].value];
  if (typeof own !== "number" || typeof other !== "number" || !(own > 0 && other > 0) || isWhole(x)) return [];
  const isSmaller = isWhole(y)
    ? (value: number) => value < other
    : (value: number) => growsFreely(y.domain) && isSimpler(value, other);
  const followed = (to: number) =>
    POWERS.flatMap((p) =>
      isWhole(y)
        ? ROOM.map((room) => Math.ceil(other * pow(to / own, p) * room))
        : [Number((other * pow(to / own, p)).toPrecision(15))],
    );
  return values
    .slice(0, MOST)
    .flatMap((spot) =>
      [...new Set(followed(Number(spot.value)))]
        .filter((value) => value > 0 && y.domain.has(value) && isSmaller(value))
        .map((value) => [spot, { value }] as const),
    );
}
