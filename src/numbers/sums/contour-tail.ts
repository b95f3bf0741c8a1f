import { pow } from "../pow.js";
import type { Cumulants, Line } from "./cumulants.js";
import { type LogEnclosure, logEnclosure } from "./log-enclosure.js";
import { chernoffBound, saddle, sharedTilts, tiltedDeviation } from "./saddle.js";

/** Aliasing and truncation aim at e^−this of the probability. */
const DIGITS = 32;
const MOST_TERMS = 2 ** 14;
/** Terms below e^−this of the rest count for nothing. */
const ENOUGH = 45;
/** Distances of thresholds that share a contour. */
const SHARED = 1;
const ROUNDING = 2 ** -51;
/** What the smoothing adds, relative to the sum of the terms' sizes. */
const SMOOTHING = 1e-13;
/** ε·c for the smoothing's ε. */
const SHIFT = 1e-14;

/** The sum over a contour with abscissa c, for any threshold T. */
interface Contour {
  readonly c: number;
  /** k·K(c), and a bound on its error. */
  readonly exponent: number;
  readonly exponentError: number;
  readonly spacing: number;
  /** k·log|M(z_n)/M(c)|, k·arg M(z_n), and bounds on the relative errors of M(z_n)^k. */
  readonly logSize: Float64Array;
  readonly angle: Float64Array;
  readonly relativeError: Float64Array;
  /** Σ over the terms left out, at most. */
  readonly truncation: number;
  /** A larger tilt c' and k·K(c'): bounds the aliases from above. */
  readonly larger: number;
  readonly largerExponent: number;
}

/**
 * The least N = 2^b for which Σ_{n>N} of (D/π)·|M(z_n)/M(c)|^k/|z_n| is at most `goal`, and a bound on the sum: over ω in
 * [ω₀, 2ω₀] it is at most (2/π)·envelope(ω₀)^k, and from ω = 3e16·c on the smoothing ends it. Null where N would be larger
 * than MOST_TERMS. The blocks are gone through from the far end, so that those near the centre are asked for last.
 */
function truncation(law: Cumulants, k: number, c: number, spacing: number, goal: number) {
  const logEnvelope = law.logEnvelope(c);
  let rest = 0;
  for (let b = Math.ceil(Math.log2((3e16 * c) / spacing)); b >= 0; b--) {
    const log = Math.min(0, logEnvelope(spacing * pow(2, b), -ENOUGH / k));
    const next = rest + (2 / Math.PI) * Math.exp(k * log);
    if (next > goal) return pow(2, b + 1) > MOST_TERMS ? null : { count: pow(2, b + 1), rest };
    rest = next;
  }
  return { count: 1, rest };
}

/** The contour for thresholds within a tilted standard deviation of c's own; null where its sum does not converge. */
function contourFor(law: Cumulants, k: number, c: number): Contour | null {
  const { value, slope } = law.real(c);
  const larger = 2 * c < law.edge ? 2 * c : (c + law.edge) / 2;
  const largerExponent = k * law.real(larger).value;
  const deviation = tiltedDeviation(law, k, c);
  if (!(deviation > 0 && largerExponent < Infinity)) return null;
  const [most, least] = [1 / c + deviation, -deviation].map((part) => k * slope + part);
  // Size of the probability in units of e^(k·K(c) − cT): about 1/(c·deviation of the tilted sum).
  const logRelative = -Math.log(2.5 + c * deviation);
  const logSize = k * value - c * most + logRelative;
  // With the period 2π/D, aliases at T − m·2π/D are at most e^(−c·m·2π/D), those at T + m·2π/D at most
  // e^(k·K(c') − c'T − (c' − c)·m·2π/D).
  const period = Math.max((DIGITS - logSize) / c, (largerExponent - larger * least - logSize + DIGITS) / (larger - c));
  const spacing = (2 * Math.PI) / period;
  const cut = truncation(law, k, c, spacing, Math.exp(logRelative - DIGITS));
  if (cut === null) return null;
  const line: Line | null = law.line(c, spacing, cut.count + 1);
  if (line === null) return null;
  return {
    c,
    exponent: k * line.real,
    exponentError: k * line.realError,
    spacing,
    logSize: line.logModulus.map((l) => k * l),
    angle: line.argument.map((a) => k * a),
    relativeError: line.relativeError.map((e) => k * e),
    truncation: cut.rest,
    larger,
    largerExponent,
  };
}

/** log P(S > T) from a contour, with the error in its width. */
function evaluate(contour: Contour, T: number): LogEnclosure {
  const { c, spacing, logSize, angle, relativeError } = contour;
  let [sum, size, error] = [0, 0, 0];
  for (let n = 0; n < logSize.length; n++) {
    const omega = n * spacing;
    const modulus = (n === 0 ? 0.5 : 1) * (spacing / Math.PI) * Math.exp(logSize[n]);
    // Re(e^(i·phase)/(c + iω)) = (c·cos phase + ω·sin phase)/(c² + ω²)
    const phase = angle[n] - omega * T;
    const squared = c * c + omega * omega;
    sum += (modulus * (c * Math.cos(phase) + omega * Math.sin(phase))) / squared;
    const absolute = modulus / Math.sqrt(squared);
    size += absolute;
    error +=
      absolute *
      (relativeError[n] +
        SHIFT * (omega / c) +
        ROUNDING * (4 + Math.abs(angle[n]) + Math.abs(omega * T) + Math.abs(logSize[n])));
  }
  const exponent = contour.exponent - c * T;
  const period = (2 * Math.PI) / spacing;
  const [below, above] = [c * period, (contour.larger - c) * period];
  const chernoff = Math.exp(Math.min(700, contour.largerExponent - contour.larger * T - exponent - above));
  const aliases = Math.exp(-below - exponent) / -Math.expm1(-below) + chernoff / -Math.expm1(-above);
  const around = error + contour.truncation + SMOOTHING * size;
  const slack = contour.exponentError + ROUNDING * (Math.abs(contour.exponent) + Math.abs(c * T));
  const { logLower, logUpper } = logEnclosure(exponent, sum - aliases - around, sum + around);
  return { logLower: logLower - slack, logUpper: Math.min(0, logUpper + slack) };
}

/**
 * T ↦ log P(X_1 + … + X_k > T) for T ≥ 0 and independent X_ℓ of a law of mean 0, by trapezoid sums over a contour:
 *
 *   P(S > T) = (1/2πi) ∫ M(z)^k e^(−zT) dz/z over Re z = c > 0.
 *
 * M(c + iω)/(c + iω) is the Fourier transform of t ↦ e^(ct)P(S > t), so that by Poisson's formula the trapezoid sum with
 * spacing D is Σ_m e^(2πcm/D)·P(S > T + 2πm/D), m over all integers: the term m = 0 and positive aliases, bounded by 1
 * and by Chernoff at a larger tilt. With c near the saddle point the terms have the size of the result, and nothing cancels.
 *
 * Truncation: the terms left out are bounded by the law's envelope up to frequencies of 3e16·c. What lies beyond is cut
 * off by smoothing: for V ~ N(0, s²) independent of S, ε = 1e-14/c and s = ε/8, P(S > T) lies between
 * P(S + V > T ± ε) up to 1e-13 of the sum of the terms' sizes, and the terms for S + V are those for S times e^(s²z²/2).
 *
 * The enclosure holds aliasing, truncation, rounding and the errors that the law states; null at thresholds where the
 * sum does not converge. Below e^−800 only the upper bound is given (Chernoff's).
 */
export function contourTail(law: Cumulants, k: number): (threshold: number) => LogEnclosure | null {
  const contours = new Map<number, Contour | null>();
  const sharedTilt = sharedTilts(law, k, SHARED);
  return (T) => {
    if (T >= k * law.supremum) return { logLower: -Infinity, logUpper: -Infinity };
    const shared = sharedTilt(T);
    if (shared === null) return { logLower: -Infinity, logUpper: chernoffBound(law, k, T, saddle(law, k, T)) };
    const known = contours.get(shared.index);
    const contour = known === undefined ? contourFor(law, k, shared.tilt) : known;
    contours.set(shared.index, contour);
    return contour && evaluate(contour, T);
  };
}
