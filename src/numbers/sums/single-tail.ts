import { addDown, addUp } from "../intervals/directed.js";
import { logOfUnit, normalMasses } from "../intervals/normal-mass.js";
import type { GaussianVariable } from "./gaussian-variable.js";
import { type LogEnclosure, logEnclosure } from "./log-enclosure.js";

const MOST_PIECES = 3000;
/** Undecided mass that counts for nothing, relative to what is decided. */
const NEGLIGIBLE = 1e-14;

interface Piece {
  readonly low: number;
  readonly high: number;
  readonly mass: number;
}

/**
 * log P(X > T) for one variable. Intervals of z are split until g(middle) ± ℓ·(half the length) says on which side of T
 * all of it lies, ℓ that of the interval where majorants give one; mass that stays undecided goes to the upper bound alone.
 * Rigorous given ℓ and the errors of g: masses and sums are rounded outwards, and so is the logarithm.
 */
export function singleTail(variable: GaussianVariable, T: number): LogEnclosure {
  const { value, error, bounds, lipschitz, supremum, signed } = variable;
  if (T >= supremum) return { logLower: -Infinity, logUpper: -Infinity };
  const signs = signed ? [1, -1] : [1];
  // |g(z)| ≤ |g(0)| + ℓ|z| ≤ T up to here; probabilities are kept in units of e^(−unit²/2).
  const known = T - (Math.abs(value(0)) + error(0)) * (1 + 1e-14);
  const unit = Math.max(0, (known / lipschitz) * (1 - 1e-14));
  const massOf = normalMasses(unit);
  let [least, most] = [0, 0];
  let open: Piece[] = [];
  const consider = (low: number, high: number) => {
    const mass = massOf(low, high);
    if (mass.hi === 0) return;
    const length = high - low;
    const middle = length < Infinity ? (low + high) / 2 : 0;
    const x = value(middle);
    const steepest = length < Infinity ? Math.min(lipschitz, bounds?.(low, high, 1)[1] ?? Infinity) : Infinity;
    // The middle is rounded; products and sums are off by some ulp.
    const reach = Math.max(middle - low, high - middle) * (1 + 1e-14);
    const slack = (steepest * reach + error(middle) + 1e-15 * Math.abs(x)) * (1 + 1e-14);
    const above = signs.filter((sign) => sign * x - slack > T).length;
    const unsure = signs.filter((sign) => sign * x + slack > T).length - above;
    // Halves are exact.
    least = addDown(least, (mass.lo * above) / signs.length);
    most = addUp(most, (mass.hi * above) / signs.length);
    if (unsure > 0) open.push({ low, high, mass: (mass.hi * unsure) / signs.length });
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
    if (undecided <= NEGLIGIBLE * least || pieces.length > MOST_PIECES) break;
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
  const all = open.reduce((sum, { mass }) => addUp(sum, mass), most);
  const { lo, hi } = logOfUnit(unit);
  return { logLower: logEnclosure(lo, least, most).logLower, logUpper: logEnclosure(hi, least, all).logUpper };
}
