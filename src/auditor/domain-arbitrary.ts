import type fc from "fast-check";
import { pow } from "../numbers/pow.js";
import type { Domain, Shape, Value } from "./domain.js";

type FastCheck = typeof fc;

/** Integers from `from` on of every order of magnitude up to `to`; each range starts at `from`, so that they shrink to it. */
function magnitudes(check: FastCheck, from: number, to: number): fc.Arbitrary<number> {
  const ends = Array.from({ length: 27 }, (_, i) => from - 1 + pow(4, i)).filter((end) => end > from && end < to);
  return check.oneof(...[...ends, to].map((max) => check.integer({ min: from, max })));
}

function integersFrom(check: FastCheck, from: number, to: number, largest: number): fc.Arbitrary<number> {
  const ordinary = Math.max(from, Math.min(to, largest));
  const corners = [from, from + 1, from + 2, to].filter((n) => n <= Math.min(to, Math.max(ordinary, from + 2)));
  const safe = Math.min(to, Number.MAX_SAFE_INTEGER);
  // fast-check's integers are safe ones; a domain may end at 2^53.
  const huge = check.integer({ min: from, max: safe }).map((n) => (n === safe ? to : n));
  return check.oneof(
    { withCrossShrink: true },
    { weight: 6, arbitrary: magnitudes(check, from, ordinary) },
    { weight: 3, arbitrary: check.constantFrom(...corners) },
    ...(to > ordinary ? [{ weight: 1, arbitrary: huge }] : []),
  );
}

function integers(check: FastCheck, from: number, to: number, largest: number): fc.Arbitrary<number> {
  if (from >= 0 || to <= 0)
    return from >= 0
      ? integersFrom(check, from, to, largest)
      : integersFrom(check, -to, -from, largest).map((n) => 0 - n);
  const sides = [integersFrom(check, 0, to, largest), integersFrom(check, 0, -from, largest).map((n) => 0 - n)];
  return check.oneof({ withCrossShrink: true }, ...sides);
}

/** 10^(n/8) to twelve digits, as they are read. */
const eighth = (n: number) => Number(pow(10, n / 8).toPrecision(12));

/** 10^(−n/8) for integers n, down to 10^smallest: shrinks towards one half. */
const smallShares = (check: FastCheck, smallest: number) =>
  check.integer({ min: 3, max: -8 * smallest }).map((n) => eighth(-n));

/** Shares of an interval: mostly ordinary, some next to 0 and to 1, down to 1e-300 and up to 1 − 1e-12. */
const shares = (check: FastCheck) =>
  check.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: smallShares(check, -3) },
    { weight: 3, arbitrary: check.double({ min: 0.3, max: 0.99, noNaN: true }) },
    { weight: 1, arbitrary: smallShares(check, -300) },
    { weight: 1, arbitrary: smallShares(check, -12).map((p) => 1 - p) },
  );

function reals(check: FastCheck, { from, to, closed }: Extract<Shape, { type: "reals" }>): fc.Arbitrary<number> {
  const sizes = check.integer({ min: -24, max: 24 }).map(eighth);
  const ends = [closed[0] ? [from] : [], closed[1] ? [to] : []].flat();
  const corners = ends.length > 0 ? [{ weight: 1, arbitrary: check.constantFrom(...ends) }] : [];
  if (from > -Infinity && to < Infinity)
    return check.oneof(
      { withCrossShrink: true },
      { weight: 4, arbitrary: shares(check).map((share) => from + share * (to - from)) },
      ...corners,
    );
  if (from > -Infinity)
    return check.oneof({ withCrossShrink: true }, { weight: 4, arbitrary: sizes.map((x) => from + x) }, ...corners);
  if (to < Infinity)
    return check.oneof({ withCrossShrink: true }, { weight: 4, arbitrary: sizes.map((x) => to - x) }, ...corners);
  return check.oneof(
    { withCrossShrink: true },
    check.constantFrom(0, 1),
    sizes,
    sizes.map((x) => -x),
  );
}

/**
 * Values of a domain for fast-check, corners included: integers spread over orders of magnitude, with the least three and
 * the largest; shares of an interval next to its ends; numbers around 1 where there is no end. Null for text, of which
 * nothing is known. What rounding moves out of the domain is left out.
 *
 * @param largest the largest integer of most.
 */
export function domainArbitrary(check: FastCheck, domain: Domain, largest: number): fc.Arbitrary<Value> | null {
  const { shape } = domain;
  switch (shape.type) {
    case "integers":
      return integers(check, shape.from, shape.to, largest);
    case "reals":
      return reals(check, shape).filter((x) => domain.has(x));
    case "words":
      return check.constantFrom(...shape.words);
    case "either": {
      const parts = shape.domains.flatMap((part) => domainArbitrary(check, part, largest) ?? []);
      return parts.length === 0 ? null : check.oneof({ withCrossShrink: true }, ...parts);
    }
    case "restricted":
      return domainArbitrary(check, shape.domain, largest)?.filter((x) => domain.has(x)) ?? null;
    default:
      return null;
  }
}
