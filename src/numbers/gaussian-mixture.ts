import { logNormalUpperTail } from "./normal-tail.js";
import { rememberedAt } from "./remembered.js";
import { type LogEnclosure, logEnclosure, NEVER, SURE } from "./sums/log-enclosure.js";
import { massBetween, type TailsAt } from "./sums/mass-between.js";
import { tailEnclosure } from "./tail-error.js";

/** The relative width that is good enough, and the most cells. */
const [ENOUGH, MOST_CELLS] = [2e-3, 4000];
const FIRST = [-Infinity, -38, -24, -12, -8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 12, 24, 38, Infinity];
/** Of sums of exponentials of differences of logarithms, relative to each. */
const ROUNDING = 2 ** -40;

interface Cell {
  readonly low: number;
  readonly high: number;
  readonly logMost: number;
  readonly logLeast: number;
}

/** log P(Z < t) and log P(Z > t). */
function tailsAt(t: number): TailsAt {
  if (Math.abs(t) === Infinity) return t < 0 ? { below: NEVER, above: SURE } : { below: SURE, above: NEVER };
  return { below: tailEnclosure(logNormalUpperTail(-t)), above: tailEnclosure(logNormalUpperTail(t)) };
}

/**
 * log E p(Z) for Z ~ N(0, 1), enclosed, of a probability p of which bounds over intervals are known: intervals are halved
 * where that leaves most open, until 0.2 % of it are left or 4000 are there.
 *
 * @param bounds of log p over [low, high], whose ends may be infinite.
 */
export function gaussianMixture(bounds: (low: number, high: number) => LogEnclosure): LogEnclosure {
  const at = rememberedAt(tailsAt);
  const cell = (low: number, high: number): Cell => {
    const [mass, { logLower, logUpper }] = [massBetween(at(low), at(high)), bounds(low, high)];
    return { low, high, logMost: mass.logUpper + logUpper, logLeast: mass.logLower + logLower };
  };
  let cells = FIRST.slice(1).map((high, i) => cell(FIRST[i], high));
  for (;;) {
    const most = cells.reduce((largest, { logMost }) => Math.max(largest, logMost), -Infinity);
    if (most === -Infinity) return { logLower: most, logUpper: most };
    const gaps = cells.map(({ logMost, logLeast }) => Math.exp(logMost - most) - Math.exp(logLeast - most));
    const upper = cells.reduce((sum, { logMost }) => sum + Math.exp(logMost - most), 0);
    const gap = gaps.reduce((sum, g) => sum + g, 0);
    const halved = cells.flatMap((one, i) => {
      const middle = (one.low + one.high) / 2;
      if (gaps[i] < gap / (2 * cells.length) || !(middle > one.low && middle < one.high)) return [one];
      return [cell(one.low, middle), cell(middle, one.high)];
    });
    if (gap <= ENOUGH * upper || cells.length > MOST_CELLS || halved.length === cells.length)
      return logEnclosure(most, (upper - gap) * (1 - ROUNDING), upper * (1 + ROUNDING));
    cells = halved;
  }
}
