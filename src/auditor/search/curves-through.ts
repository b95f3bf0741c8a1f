import { pow } from "../../numbers/pow.js";
import type { AnyParameter } from "../parameter.js";
import { type Curve, every } from "./curve.js";
import type { Place } from "./place.js";
import { isWhole, type WholeNumber, wholeNumber } from "./whole-number.js";

/** Exponents p of y = c·x^p along which x and y get smaller together; those below 1 are these with x and y changed over. */
const POWERS = [1, 2, 3, 1.5];
/** The same for a y that is no whole number, which may be any. */
const ANY_POWERS = [1, 0.5, 2, -1, -0.5, -2];
/** A number that is not whole gets less round on the way, which is for much smaller ones alone. */
const MUCH = 10;
/** Moduli: of each, whole numbers with the same rest are tried. */
const MODULI = [...Array.from({ length: 15 }, (_, i) => i + 2), 20, 24, 32, 64, 100];

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** A number by the size of another. */
type Law = (size: number) => number;

/** The curve on which a whole number gets smaller and another number follows by a law. */
function following(x: WholeNumber, y: AnyParameter, value: number, law: Law): Curve {
  const whole = isWhole(y);
  const at = (t: number) => {
    const [own, exact] = [x.of(t), law(t)];
    const other = whole ? Math.round(exact) : exact;
    if (own === null || !y.domain.has(other)) return null;
    // Where it does not follow, the first is tried alone.
    if ((whole || y.size) && Math.abs(other) >= Math.abs(value)) return null;
    return { [x.name]: { value: own }, [y.name]: { value: other } };
  };
  return { from: x.least, to: x.size, first: whole ? x.size - 1 : Math.floor(x.size / MUCH), at };
}

/** Curves on which x gets smaller and y follows as the cell itself suggests: y = c·x^p, y = x + c, y = b^x. */
function tiesOf(x: WholeNumber, y: AnyParameter, value: number): Curve[] {
  const sign = Math.sign(value);
  const powers = (isWhole(y) ? POWERS : ANY_POWERS).map(
    (p): Law =>
      (t) =>
        value * pow(t / x.size, p),
  );
  const base = pow(Math.abs(value), 1 / x.size);
  const whole = Math.abs(base - Math.round(base)) < 1e-9 * base ? Math.round(base) : base;
  const grown: Law = (t) => sign * pow(whole, t);
  const moved: Law = (t) => value - sign * (x.size - t);
  return [...powers, moved, grown].map((law) => following(x, y, value, law));
}

/** Both by their common divisor: y = x·a/b, whatever a and b are. */
function ray(x: WholeNumber, y: WholeNumber): Curve {
  const divisor = commonDivisor(x.size, y.size);
  return {
    from: 1,
    to: divisor,
    first: divisor - 1,
    at(t) {
      const [a, b] = [x.of((x.size / divisor) * t), y.of((y.size / divisor) * t)];
      return a === null || b === null ? null : { [x.name]: { value: a }, [y.name]: { value: b } };
    },
  };
}

/** One number alone: as a square or a power of two where it is one, and with the same rest by small moduli. */
function aloneOf(x: WholeNumber): Curve[] {
  const at: Curve["at"] = (t) => {
    const value = x.of(t);
    return value === null || t < x.least ? null : { [x.name]: { value } };
  };
  const [root, log] = [Math.sqrt(x.size), Math.log2(x.size)];
  const squares: Curve = { from: 1, to: root, first: root - 1, at: (t) => at(t ** 2) };
  const doubled: Curve = { from: 0, to: log, first: log - 1, at: (t) => at(pow(2, t)) };
  const whole = [squares, doubled].filter(({ to }) => Number.isInteger(to));
  return [...whole, ...MODULI.map((modulus) => every(modulus, { from: x.least, to: x.size, at }))];
}

/**
 * Curves through a place along which whole numbers get smaller, the likeliest first: pairs of numbers that a hypothesis may
 * tie together, by the laws that the place itself suggests, then one number with the same rest.
 */
export function curvesThrough(numbers: readonly AnyParameter[], { spots }: Place): Curve[] {
  const wholes = numbers.flatMap((parameter) => wholeNumber(parameter, spots[parameter.name].value) ?? []);
  const rays = wholes.flatMap((x, i) => wholes.slice(i + 1).map((y) => ray(x, y)));
  const ties = wholes.flatMap((x) =>
    numbers.flatMap((y) => {
      const { value } = spots[y.name];
      return y.name === x.name || typeof value !== "number" || value === 0 ? [] : tiesOf(x, y, value);
    }),
  );
  const both = [...rays, ...ties];
  const fine = both.filter(({ first, to }) => first === to - 1);
  // Those that go far before those that come a little nearer: a band is left by most curves soon.
  const far = fine.map((curve) => ({ ...curve, first: Math.floor((curve.from + curve.to) / 2) }));
  // Every second one too, where a constant asks for even numbers.
  const thinned = fine.map((curve) => every(2, curve));
  return [...far, ...both, ...thinned, ...wholes.flatMap(aloneOf)].filter(
    ({ from, to, first }) => from <= first && first < to,
  );
}
