import { integrate } from "../adaptive-quadrature.js";
import { logChiSquareTails } from "../chi-square-tail.js";
import { stirlingError } from "../stirling-error.js";
import { type LogEnclosure, logEnclosure } from "./log-enclosure.js";

/** Relative accuracy of the quadrature. */
const ACCURACY = 1e-7;
/** log of what is left out on either side, relative to the integrand's largest value. */
const LEFT_OUT = 40;

/** e^t − 1 − t, without cancellation for small t. */
function expRest(t: number): number {
  if (Math.abs(t) > 0.1) return Math.expm1(t) - t;
  let sum = 1;
  for (let n = 12; n >= 3; n--) sum = 1 + (sum * t) / n;
  return (sum * t * t) / 2;
}

/** log of the density of log(χ²_m/m) at t: −a(e^t − 1 − t) + ½·log(a/2π) − stirlingError(a) for a = m/2. */
function logDensity(m: number, t: number): number {
  const a = m / 2;
  return -a * expRest(t) + 0.5 * Math.log(a / (2 * Math.PI)) - stirlingError(a);
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

/** The law of Q, the other factor. */
interface Factor {
  /** q ↦ log P(Q < q) */
  readonly lowerTail: (q: number) => LogEnclosure;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * log P(Q·χ²_m/m < y) for independent Q ≥ 0 and χ²_m: ∫ P(Q < y·e^(−t)) dP(log(χ²_m/m) = t), by adaptive quadrature
 * around the integrand's maximum. The enclosure holds those of Q's law, the quadrature's error as it is estimated, and
 * what lies beyond on either side: at most P(χ²_m/m < e^low) and P(Q < y·e^(−high)).
 *
 * @param m an integer from 16 to 2^53.
 * @param y positive.
 */
export function chiSquareMixture({ lowerTail, mean, deviation }: Factor, m: number, y: number): LogEnclosure {
  const known = new Map<number, LogEnclosure>();
  const tailAt = (t: number) => {
    const tail = known.get(t) ?? lowerTail(y * Math.exp(-t));
    known.set(t, tail);
    return tail;
  };
  const log = (t: number) => logDensity(m, t) + tailAt(t).logUpper;
  const spread = Math.sqrt(2 / m);
  // Below `step` Q's law is near 1, above it falls off over a few of its own relative deviations.
  const step = Math.log(y / mean);
  const width = deviation / mean;
  const narrow = Math.min(spread, width);
  const top = peak(log, Math.min(step, 0) - 40 * spread, Math.max(step, 0) + 4 * spread, narrow / 2);
  const unit = log(top);
  if (unit === -Infinity) return { logLower: unit, logUpper: 0 };
  /** log of what lies beyond t, at most: P(χ²_m/m < e^t) below, P(Q < y·e^(−t))·P(χ²_m/m > e^t) above. */
  const beyond = (t: number, direction: 1 | -1) => {
    const { logLower, logUpper } = logChiSquareTails(m, m * Math.expm1(t));
    return direction < 0 ? logLower : tailAt(t).logUpper + logUpper;
  };
  const limit = (direction: 1 | -1) => {
    let t = top;
    for (let size = narrow; beyond(t, direction) > unit - LEFT_OUT && size < 100; size *= 1.5) t += direction * size;
    return t;
  };
  const [low, high] = [limit(-1), limit(1)];
  const inner = [
    top,
    ...[1.5, 5].flatMap((n) => [top - n * spread, top + n * spread, step - n * width, step + n * width]),
  ];
  const ends = [...new Set([low, ...inner.filter((t) => t > low && t < high), high])].toSorted((a, b) => a - b);
  const side = (bound: "logLower" | "logUpper") =>
    integrate((t) => Math.exp(logDensity(m, t) + tailAt(t)[bound] - unit), ends, ACCURACY);
  const [lower, upper] = [side("logLower"), side("logUpper")];
  const rest = Math.exp(beyond(low, -1) - unit) + Math.exp(beyond(high, 1) - unit);
  return logEnclosure(unit, lower.value - lower.error, upper.value + upper.error + rest);
}
