import type { GaussianVariable } from "./gaussian-variable.js";
import { type LogEnclosure, logEnclosure } from "./log-enclosure.js";
import { scaledNormalMass } from "./scaled-normal-tail.js";

const MOST_PIECES = 3000;
/** Undecided mass that counts for nothing, relative to what is decided. */
const NEGLIGIBLE = 1e-14;
/** What rounding of values and masses comes to. */
const ROUNDING = 1e-13;

interface Piece {
  readonly low: number;
  readonly high: number;
  readonly mass: number;
}

/**
 * log P(X > T) for one variable. Intervals of z are split until g(middle) ± ℓ·(half the length) says on which side of T
 * all of it lies, ℓ that of the interval where majorants give one; mass that stays undecided goes to the upper bound alone.
 * Rigorous given ℓ, but for rounding of the masses, which is allowed for with 1e-13 of the probability.
 */
export function singleTail(variable: GaussianVariable, T: number): LogEnclosure {
  const { value, error, bounds, lipschitz, supremum, signed } = variable;
  if (T >= supremum) return { logLower: -Infinity, logUpper: -Infinity };
  const signs = signed ? [1, -1] : [1];
  // |g(z)| ≤ |g(0)| + ℓ|z| ≤ T up to here; probabilities are kept in units of e^(−unit²/2).
  const unit = Math.max(0, ((T - Math.abs(value(0))) / lipschitz) * (1 - 1e-14));
  let decided = 0;
  let open: Piece[] = [];
  const consider = (low: number, high: number) => {
    const mass = scaledNormalMass(low, high, unit) / signs.length;
    if (mass === 0) return;
    const length = high - low;
    const middle = length < Infinity ? (low + high) / 2 : 0;
    const x = value(middle);
    const steepest = length < Infinity ? Math.min(lipschitz, bounds?.(low, high, 1)[1] ?? Infinity) : Infinity;
    const slack = (steepest * length * (1 + 1e-14)) / 2 + error(middle) + 1e-15 * Math.abs(x);
    const above = signs.filter((sign) => sign * x - slack > T).length;
    const unsure = signs.filter((sign) => sign * x + slack > T).length - above;
    decided += mass * above;
    if (unsure > 0) open.push({ low, high, mass: mass * unsure });
  };
  const starts = [0, 1, 2, 4, 8].map((z) => unit + z);
  starts.forEach((z, i) => {
    const next = starts[i + 1] ?? Infinity;
    consider(z, next);
    consider(-next, -z);
  });
  for (let split = true; split; ) {
    const undecided = open.reduce((sum, { mass }) => sum + mass, 0);
    const pieces = open;
    if (undecided <= NEGLIGIBLE * decided || pieces.length > MOST_PIECES) break;
    open = [];
    split = false;
    for (const piece of pieces) {
      const { low, high, mass } = piece;
      const middle = high === Infinity ? low + 1 + low / 4 : low === -Infinity ? high - 1 + high / 4 : (low + high) / 2;
      if (middle === low || middle === high || mass < undecided / (2 * pieces.length)) open.push(piece);
      else {
        split = true;
        consider(low, middle);
        consider(middle, high);
      }
    }
  }
  const rest = open.reduce((sum, { mass }) => sum + mass, 0);
  return logEnclosure(-0.5 * unit * unit, decided * (1 - ROUNDING), (decided + rest) * (1 + ROUNDING));
}
