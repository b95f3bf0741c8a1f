import { chiSquareTails } from "../chi-square-tail.js";
import { rememberedAt } from "../remembered.js";
import { type LogEnclosure, logEnclosure, NEVER, SURE } from "./log-enclosure.js";
import { massBetween, type TailsAt } from "./mass-between.js";

/** The relative width that is good enough, and the most cells. */
const [ENOUGH, MOST_CELLS] = [8e-3, 2000];
/** The first cells, over so many of the narrower deviation on either side of where the integrand is largest. */
const [FIRST, SPREAD] = [48, 9];
/** Of sums of exponentials of differences of logarithms, relative to each. */
const ROUNDING = 2 ** -40;
/** Two ulp of the argument move log P(Q < q) by this over Q's relative deviation, some 40 of which the tails are deep. */
const OF_ARGUMENTS = 40 * 2 ** -51;

/** The law of Q, the other factor. */
interface Factor {
  /** q ↦ log P(Q < q) */
  readonly lowerTail: (q: number) => LogEnclosure;
  readonly mean: number;
  readonly deviation: number;
}

/** A place t for log(χ²_m/m), with P(Q < y·e^(−t)) and the tails of χ² there. */
interface Place extends TailsAt {
  readonly t: number;
  readonly tail: LogEnclosure;
}

/** log(χ²_m/m) between two places: its mass, and P(Q < y·e^(−t)) falls from one end to the other. */
interface Cell {
  readonly from: Place;
  readonly to: Place;
  readonly logMost: number;
  readonly logLeast: number;
  /** What logMost would be with the value at the other end. */
  readonly logOther: number;
}

/** The place of the maximum of a function that rises and then falls, within `accuracy`. */
function peak(f: (t: number) => number, low: number, high: number, accuracy: number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 200 && b - a > accuracy; i++) {
    const third = (b - a) / 3;
    if (f(a + third) < f(b - third)) a += third;
    else b -= third;
  }
  return (a + b) / 2;
}

/**
 * log P(Q·χ²_m/m < y) for independent Q ≥ 0 and χ²_m, enclosed: ∫ P(Q < y·e^(−t)) dP(log(χ²_m/m) = t) lies between the sums
 * over cells of t of the mass of a cell times the integrand at either end, since it falls. Cells are halved where that
 * leaves most open, until 0.8 % of the probability are left or 2000 are there.
 *
 * @param m an integer from 16 to 2^53.
 * @param y positive.
 */
export function chiSquareMixture({ lowerTail, mean, deviation }: Factor, m: number, y: number): LogEnclosure {
  const tailAt = rememberedAt((t) => lowerTail(y * Math.exp(-t)));
  const place = (t: number): Place => {
    if (t === -Infinity) return { t, tail: SURE, below: NEVER, above: SURE };
    if (t === Infinity) return { t, tail: NEVER, below: SURE, above: NEVER };
    // A rounding of the deviation moves the logarithms by so many as they have units.
    const { lower, upper } = chiSquareTails(m, m * Math.expm1(t), 0);
    return { t, tail: tailAt(t), below: lower, above: upper };
  };
  const cell = (from: Place, to: Place): Cell => {
    const mass = massBetween(from, to);
    return {
      from,
      to,
      logMost: mass.logUpper + from.tail.logUpper,
      logLeast: mass.logLower + to.tail.logLower,
      logOther: mass.logUpper + to.tail.logUpper,
    };
  };
  const spread = Math.sqrt(2 / m);
  const step = Math.log(y / mean);
  const width = deviation / mean;
  // To steer by: log(χ²_m/m) is nearly normal near 0, and P(Q < q) of a shape of its own.
  const log = (t: number) => -(m / 2) * (Math.expm1(t) - t) + tailAt(t).logUpper;
  const top = peak(log, Math.min(step, 0) - 40 * spread, Math.max(step, 0) + 4 * spread, Math.min(spread, width) / 2);
  const unit = 1 / Math.hypot(1 / spread, 1 / width);
  const rounding = ROUNDING + OF_ARGUMENTS / width;
  const places = [
    -Infinity,
    ...Array.from({ length: FIRST + 1 }, (_, i) => top + ((2 * i) / FIRST - 1) * SPREAD * unit),
    Infinity,
  ].map(place);
  let cells = places.slice(1).map((to, i) => cell(places[i], to));
  for (;;) {
    const most = cells.reduce((high, { logMost }) => Math.max(high, logMost), -Infinity);
    if (most === -Infinity) return { logLower: most, logUpper: most };
    const gaps = cells.map(({ logMost, logLeast }) => Math.exp(logMost - most) - Math.exp(logLeast - most));
    const upper = cells.reduce((sum, { logMost }) => sum + Math.exp(logMost - most), 0);
    const gap = gaps.reduce((sum, g) => sum + g, 0);
    const halved = cells.flatMap((one, i) => {
      const middle = between(one.from.t, one.to.t, unit);
      // What the tails themselves leave open no cell is short enough for.
      const moves = Math.exp(one.logMost - most) - Math.exp(one.logOther - most);
      if (gaps[i] < gap / (2 * cells.length) || moves < gaps[i] / 4 || middle <= one.from.t || middle >= one.to.t)
        return [one];
      const here = place(middle);
      return [cell(one.from, here), cell(here, one.to)];
    });
    if (gap <= ENOUGH * upper || cells.length > MOST_CELLS || halved.length === cells.length)
      return logEnclosure(most, (upper - gap) * (1 - rounding), upper * (1 + rounding));
    cells = halved;
  }
}

/** The middle of a cell; of one without end, a point a few units, or twice as far, from its other end. */
function between(from: number, to: number, unit: number): number {
  if (from === -Infinity) return to - Math.max(4 * unit, 0.3 * Math.abs(to));
  return to === Infinity ? from + Math.max(4 * unit, 0.3 * Math.abs(from)) : (from + to) / 2;
}
