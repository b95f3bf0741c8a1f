import type { Domain, Value } from "./domain.js";

/** A number as messages write it: powers of two that doubles end at by their name. */
const shown = (x: number) => (x === 2 ** 53 ? "2^53" : x === -(2 ** 53) ? "−2^53" : String(x));

const isNumber = (x: unknown): x is number => typeof x === "number";

/**
 * The integers from `from` to `to`, both included.
 *
 * @throws RangeError if an end is no safe integer or 2^53, or they are the wrong way round.
 * @example integers(1, 2 ** 53)
 */
export function integers(from: number, to: number): Domain<number> {
  const isEnd = (x: number) => Number.isInteger(x) && Math.abs(x) <= 2 ** 53;
  if (!(isEnd(from) && isEnd(to) && from <= to))
    throw new RangeError(`integers from ${from} to ${to}; both must be integers within ±2^53, in ascending order`);
  return {
    shape: { type: "integers", from, to },
    mustBe: `an integer from ${shown(from)} to ${shown(to)}`,
    has: (x): x is number => isNumber(x) && Number.isInteger(x) && x >= from && x <= to,
  };
}

/** The real numbers between two ends, which may be infinite and then do not belong to it. */
function reals(from: number, to: number, closed: readonly [boolean, boolean], mustBe: string): Domain<number> {
  if (!(from < to)) throw new RangeError(`an interval from ${from} to ${to}; its ends must be in ascending order`);
  return {
    shape: { type: "reals", from, to, closed },
    mustBe,
    has: (x): x is number =>
      isNumber(x) && Number.isFinite(x) && (closed[0] ? x >= from : x > from) && (closed[1] ? x <= to : x < to),
  };
}

/** The numbers strictly between two finite ends. */
export const openInterval = (from: number, to: number): Domain<number> =>
  reals(from, to, [false, false], `a number in (${from}, ${to})`);

/** The numbers between two finite ends, which belong to it. */
export const closedInterval = (from: number, to: number): Domain<number> =>
  reals(from, to, [true, true], `a number in [${from}, ${to}]`);

/** The finite numbers above 0. */
export const positiveReals = (): Domain<number> => reals(0, Infinity, [false, false], "a positive finite number");

/** The finite numbers from `from` on. */
export const realsFrom = (from: number): Domain<number> =>
  reals(from, Infinity, [true, false], `a finite number ≥ ${from}`);

/** All finite numbers. */
export const finiteReals = (): Domain<number> => reals(-Infinity, Infinity, [false, false], "a finite number");

/**
 * One of a few values.
 *
 * @example oneOf("fan-in", "he")
 */
export function oneOf<const T extends Value>(...words: readonly T[]): Domain<T> {
  if (words.length === 0) throw new RangeError("one of nothing; there must be a value to choose");
  return {
    shape: { type: "words", words },
    mustBe: words.length === 1 ? String(words[0]) : `one of ${words.join(", ")}`,
    has: (x): x is T => words.some((word) => word === x),
  };
}

/**
 * Any text but none at all.
 *
 * @param mustBe what it stands for: "the name of a law".
 */
export function text(mustBe = "a text"): Domain<string> {
  return { shape: { type: "text" }, mustBe, has: (x): x is string => typeof x === "string" && x !== "" };
}

/** What belongs to any of several domains. */
export function either<T extends Value>(...domains: readonly Domain<T>[]): Domain<T> {
  return {
    shape: { type: "either", domains },
    mustBe: domains.map(({ mustBe }) => mustBe).join(" or "),
    has: (x): x is T => domains.some((domain) => domain.has(x)),
  };
}

/**
 * The part of a domain in which something holds.
 *
 * @param condition the rest of "it must be …": "that is even".
 * @example restricted(integers(2, 1000), "that is even", (n) => n % 2 === 0)
 */
export function restricted<T extends Value>(
  domain: Domain<T>,
  condition: string,
  holds: (value: T) => boolean,
): Domain<T> {
  return {
    shape: { type: "restricted", domain },
    mustBe: `${domain.mustBe} ${condition}`,
    has: (x): x is T => domain.has(x) && holds(x),
  };
}
