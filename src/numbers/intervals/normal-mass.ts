import { lazily } from "../lazily.js";
import { rememberedAt } from "../remembered.js";
import { erfc, exp, PI } from "./elementary.js";
import { continuedErfc } from "./error-function.js";
import {
  add,
  divide,
  type Interval,
  interval,
  multiply,
  negate,
  point,
  square,
  squareRoot,
  subtract,
  ZERO,
} from "./interval.js";

const ROOT_PI = squareRoot(PI);
const HALF = point(0.5);

/** e^(unit²/2)·P(Z > z) for Z ~ N(0, 1), z ≥ 0, between proved ends: ½·erfcx(z/√2)·e^((unit² − z²)/2). */
function scaledTail(z: number, unit: number): Interval {
  if (z === Infinity) return ZERO;
  const x = divide(point(z), squareRoot(point(2)));
  const exponent = multiply(HALF, subtract(square(point(unit)), square(point(z))));
  if (x.lo < 3) return multiply(multiply(HALF, erfc(x)), exp(multiply(HALF, square(point(unit)))));
  // √π·erfcx falls.
  const scaled = divide(interval(continuedErfc(x.hi).lo, continuedErfc(x.lo).hi), ROOT_PI);
  return multiply(multiply(HALF, scaled), exp(exponent));
}

/**
 * e^(unit²/2)·P(low < Z < high) for Z ~ N(0, 1) between proved ends, from the tail on whose side the interval lies. Tails are
 * kept: intervals that share an end, or mirror another, cost nothing twice.
 */
export function normalMasses(unit = 0): (low: number, high: number) => Interval {
  const from0 = (a: Interval) => interval(Math.max(0, a.lo), a.hi);
  const tail = rememberedAt((z) => scaledTail(z, unit));
  const all = lazily(() => exp(multiply(HALF, square(point(unit)))));
  return (low, high) => {
    if (low >= 0) return from0(subtract(tail(low), tail(high)));
    if (high <= 0) return from0(subtract(tail(-high), tail(-low)));
    return from0(subtract(all(), add(tail(-low), tail(high))));
  };
}

/** P(low < Z < high) of one interval, or e^(unit²/2) times that: see `normalMasses`. */
export const normalMass = (low: number, high: number, unit = 0): Interval => normalMasses(unit)(low, high);

/** −unit²/2. */
export const logOfUnit = (unit: number) => negate(multiply(HALF, square(point(unit))));
