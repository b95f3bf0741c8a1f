import { pow } from "../../numbers/pow.js";
import { powerOfTen } from "../../numbers/power-of-ten.js";
import type { Domain, Shape } from "../domain.js";
import type { Axis, Spot } from "./axis.js";
import type { Dice } from "./dice.js";
import { simplerNumbers, simplerShares } from "./simplicity.js";

type Of<T extends Shape["type"]> = Extract<Shape, { readonly type: T }>;

/** A domain of numbers without its checks. */
interface Numbers {
  readonly corners: readonly number[];
  anywhere(dice: Dice): number;
  near(x: number, scale: number, dice: Dice): number;
  simpler(x: number): readonly number[];
}

/** 10^x for a uniform x between two ends. */
const magnitude = (dice: Dice, from: number, to: number) => pow(10, from + (to - from) * dice.share());

const times = (x: number, scale: number, dice: Dice) => x * Math.exp(scale * dice.normal());

/** The first few integers, powers of two and of ten, and the largest. */
function integerSteps(span: number): number[] {
  const powers = Array.from({ length: 16 }, (_, i) => [powerOfTen(i), 3 * powerOfTen(i), pow(2, 3 * i)]).flat();
  const all = [0, 1, 2, 3, 4, 5, 7, ...powers].filter((n) => n < span);
  return [...new Set([...all, span])].toSorted((a, b) => a - b);
}

/** Integers upwards from an end. */
function upwards(from: number, to: number): Numbers {
  const span = to - from;
  const steps = integerSteps(span);
  const kept = (n: number) => Math.min(to, Math.max(from, Math.round(n)));
  return {
    corners: steps.map((n) => from + n),
    // Small ones as often as orders of magnitude.
    anywhere: (dice) => kept(from - 1 + magnitude(dice, 0, dice.chance(0.5) ? 3 : Math.log10(span + 1))),
    near(n, scale, dice) {
      const moved = kept(from - 1 + times(n - from + 1, scale, dice));
      return moved === n ? kept(n + (dice.chance(0.5) ? 1 : -1)) : moved;
    },
    simpler: (n) =>
      [
        ...steps.map((step) => from + step),
        // Between where it may hold and n: halves, quarters, … of the way, so that round by round the least is come near to.
        ...Array.from({ length: 54 }, (_, i) => from + Math.floor((n - from) * (1 - pow(2, -(i + 1))))),
        ...[1, 2, 3].map((digits) => Number(n.toPrecision(digits))),
        n - 1,
      ]
        .filter((m, i, all) => m >= from && m < n && all.indexOf(m) === i)
        .toSorted((a, b) => a - b),
  };
}

/** The same numbers with the sign turned, or moved. */
const mapped = (numbers: Numbers, there: (x: number) => number, back: (x: number) => number): Numbers => ({
  corners: numbers.corners.map(there),
  anywhere: (dice) => there(numbers.anywhere(dice)),
  near: (x, scale, dice) => there(numbers.near(back(x), scale, dice)),
  simpler(x) {
    const found = numbers.simpler(back(x)).map(there);
    // Rounding on the way back makes x look less simple than it is: what comes from x on is no simpler.
    const own = found.indexOf(x);
    return own < 0 ? found : found.slice(0, own);
  },
});

const negated = (numbers: Numbers) =>
  mapped(
    numbers,
    (x) => 0 - x,
    (x) => 0 - x,
  );

/** Numbers of either sign: those from 0 on, and their negatives. */
function bothSigns(up: Numbers, down: Numbers): Numbers {
  const flipped = negated(down);
  const side = (x: number) => (x < 0 ? flipped : up);
  return {
    corners: [...up.corners, ...flipped.corners],
    anywhere: (dice) => (dice.chance(0.5) ? up : flipped).anywhere(dice),
    near: (x, scale, dice) => side(dice.chance(0.05) ? -x : x).near(dice.chance(0.05) ? -x : x, scale, dice),
    simpler: (x) => (x < 0 ? [...up.simpler(-x), -x, ...flipped.simpler(x)] : up.simpler(x)),
  };
}

function integerNumbers({ from, to }: Of<"integers">): Numbers {
  if (from >= 0) return upwards(from, to);
  if (to <= 0) return negated(upwards(-to, -from));
  return bothSigns(upwards(0, to), upwards(0, -from));
}

/** Positive numbers, over many orders of magnitude. */
const positive: Numbers = {
  corners: [1, 10, 0.1, 2, 0.5, 100, 0.01, 1e3, 1e-3, 1e6, 1e-6, 1e9, 1e-9, 1e15, 1e-15, 1e100, 1e-100],
  anywhere: (dice) => (dice.chance(0.7) ? magnitude(dice, -3, 3) : magnitude(dice, -15, 15)),
  near: times,
  simpler: simplerNumbers,
};

const withZero: Numbers = {
  ...positive,
  corners: [0, ...positive.corners],
  near: (x, scale, dice) => (x === 0 ? positive.anywhere(dice) : times(x, scale, dice)),
  simpler: (x) => (x === 0 ? [] : [0, ...simplerNumbers(x)]),
};

/** Shares of an interval that are next to an end, by their distance from it. */
const DISTANCES = [0.5, 0.1, 0.05, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-9, 1e-12];
const NEXT_TO_ZERO = [1e-20, 1e-40, 1e-100, 1e-300];
const NEXT_TO_ONE = [2e-16];

/** Shares of an interval, in (0, 1): moved and simplified by their distance s from 0 or 1 − s from 1, in logarithms. */
const shares: Numbers = {
  corners: [
    ...DISTANCES,
    0.25,
    0.2,
    ...NEXT_TO_ZERO,
    ...[...DISTANCES.filter((s) => s < 0.5), 0.25, 0.2, ...NEXT_TO_ONE].map((s) => 1 - s),
  ],
  anywhere(dice) {
    const kind = dice.share();
    if (kind < 0.4) return dice.share();
    if (kind < 0.7) return magnitude(dice, -4, 0);
    if (kind < 0.8) return magnitude(dice, -300, -4);
    return 1 - magnitude(dice, dice.chance(0.7) ? -4 : -15, 0);
  },
  near(s, scale, dice) {
    // Along the logit: by orders of magnitude next to 0 and to 1.
    const step = scale * dice.normal();
    const odds = (s / (1 - s)) * Math.exp(step);
    return odds < 1 ? odds / (1 + odds) : 1 - 1 / (1 + odds);
  },
  simpler: simplerShares,
};

/**
 * Simpler members of an interval: shares where it is (0, 1); else 0 and the ends before all others, then numbers by how
 * they are written.
 */
function simplerWithin(from: number, to: number, ends: readonly number[], { simpler }: Numbers): Numbers["simpler"] {
  if (from === 0 && to === 1)
    return (x) => (ends.includes(x) ? ends.slice(0, ends.indexOf(x)) : [...ends, ...simpler(x)]);
  const first = [...(from <= 0 && to >= 0 ? [0] : []), ...ends].filter((x, i, all) => all.indexOf(x) === i);
  return (x) => {
    const place = first.indexOf(x);
    if (place >= 0) return first.slice(0, place);
    const round = simplerNumbers(Math.abs(x)).flatMap((y) => (x < 0 ? [y, -y] : [y]));
    return [...first, ...round].filter((y) => y >= from && y <= to);
  };
}

function realNumbers({ from, to, closed }: Of<"reals">): Numbers {
  if (from > -Infinity && to < Infinity) {
    const width = to - from;
    const inside = mapped(
      shares,
      (s) => (width === 1 && from === 0 ? s : from + s * width),
      (x) => Math.min(1 - 2 ** -53, Math.max(Number.MIN_VALUE, (x - from) / width)),
    );
    const ends = [...(closed[0] ? [from] : []), ...(closed[1] ? [to] : [])];
    return { ...inside, corners: [...ends, ...inside.corners], simpler: simplerWithin(from, to, ends, inside) };
  }
  const up = from === 0 && !closed[0] ? positive : withZero;
  if (from > -Infinity)
    return mapped(
      up,
      (x) => from + x,
      (x) => x - from,
    );
  if (to < Infinity)
    return mapped(
      up,
      (x) => to - x,
      (x) => to - x,
    );
  return bothSigns(withZero, positive);
}

const spotOf = (value: number): Spot => ({ value });

/** So many integers are few. */
const FEW = 256;

/** All of the integers, where they are few. */
function allOf({ from, to }: Of<"integers">): number[] | null {
  return to - from < FEW ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : null;
}

/** The axis of a domain of numbers in one piece; values that rounding moves out of it are replaced by ones that are in. */
export function numericAxis(domain: Domain, shape: Of<"integers"> | Of<"reals">): Axis {
  const numbers = shape.type === "integers" ? integerNumbers(shape) : realNumbers(shape);
  const inside = (values: readonly number[]) => values.filter((x) => domain.has(x)).map(spotOf);
  const corners = inside(numbers.corners);
  const all = shape.type === "integers" ? allOf(shape) : null;
  /** The first of a few tries that belongs to the domain. */
  const tried = (dice: Dice, make: () => number): Spot => {
    for (let i = 0; i < 8; i++) {
      const x = make();
      if (domain.has(x)) return spotOf(x);
    }
    return dice.pick(corners);
  };
  return {
    corners,
    all: all ? inside(all) : undefined,
    dear: false,
    anywhere: (dice) => tried(dice, () => numbers.anywhere(dice)),
    near: ({ value }, scale, dice) => tried(dice, () => numbers.near(Number(value), scale, dice)),
    simpler: ({ value }) => inside(numbers.simpler(Number(value))),
  };
}
