import { binomialMass } from "../binomial-mass.js";
import { logChiSquareTails } from "../chi-square-tail.js";
import { log1mexp } from "../log-space.js";
import { pow } from "../pow.js";
import { tailEnclosure } from "../tail-error.js";
import { contourTail } from "./contour-tail.js";
import type { Cumulants } from "./cumulants.js";
import { type LogEnclosure, logEnclosure } from "./log-enclosure.js";

/** Up to here the closed form is summed; beyond, the contour converges fast. */
const CLOSED_FORM = 200;
const ROUNDING = 2 ** -40;
/** Beyond, twice t may be above the largest double. */
const FAR = 1e307;

/** M(z) = 1/(1 − z²) for the density e^(−|x|)/2. */
export const laplace: Cumulants = {
  deviation: Math.SQRT2,
  supremum: Infinity,
  edge: 1,
  real: (c) =>
    c < 1 ? { value: -Math.log1p(-c * c), slope: (2 * c) / (1 - c * c) } : { value: Infinity, slope: Infinity },
  line: (c, spacing, count) => {
    const rest = (1 - c) * (1 + c);
    const logModulus = new Float64Array(count);
    const argument = new Float64Array(count);
    for (let n = 0; n < count; n++) {
      // (1 − z²)/(1 − c²) = 1 + (ω² − 2icω)/(1 − c²)
      const omega = n * spacing;
      const [x, y] = [(omega * omega) / rest, (-2 * c * omega) / rest];
      logModulus[n] = -0.5 * Math.log1p(2 * x + x * x + y * y);
      argument[n] = -Math.atan2(y, 1 + x);
    }
    const real = -Math.log(rest);
    const relativeError = logModulus.map((log, n) => 2 ** -50 * (Math.abs(log) + Math.abs(argument[n])));
    return {
      real: c < 0.5 ? -Math.log1p(-c * c) : real,
      realError: 2 ** -50 * Math.abs(real),
      logModulus,
      argument,
      relativeError,
    };
  },
  // It falls as ω grows.
  logEnvelope: (c) => (omega) => {
    const rest = (1 - c) * (1 + c);
    return -0.5 * Math.log1p((2 * omega * omega + pow(omega, 4) / rest + (4 * c * c * omega * omega) / rest) / rest);
  },
};

/**
 * P(X_1 + … + X_k > t) = Σ_{j<k} C(k−1+j, j)·2^(−k−j)·Q(k−j, t) for t ≥ 0, Q(a, t) = P(χ²_{2a} > 2t): the density of the
 * sum is a mixture of gamma densities on either side of 0 (Kotz, Kozubowski and Podgórski 2001, (2.3.25)).
 */
function closedForm(k: number, t: number): LogEnclosure {
  const terms = Array.from({ length: k }, (_, j) => {
    const mass = binomialMass(j, k - 1 + j, 0.5);
    const tail = tailEnclosure(logChiSquareTails(2 * (k - j), 2 * t - 2 * (k - j)).logUpper);
    return { logLower: mass.logLower + tail.logLower, logUpper: mass.logUpper + tail.logUpper };
  });
  const most = Math.max(...terms.map(({ logUpper }) => logUpper));
  const sum = (end: "logLower" | "logUpper") =>
    terms.reduce((total, term) => total + Math.exp(term[end] - most) / 2, 0);
  return logEnclosure(most, sum("logLower") * (1 - ROUNDING), sum("logUpper") * (1 + ROUNDING));
}

/**
 * log P(X_1 + … + X_k > t) for independent X of density e^(−|x|)/2.
 *
 * @param k an integer from 1 to 2^53.
 */
export function laplaceTail(k: number, t: number): LogEnclosure {
  if (t < 0) {
    const { logLower, logUpper } = laplaceTail(k, -t);
    return { logLower: log1mexp(logUpper), logUpper: log1mexp(logLower) };
  }
  if (t > FAR) return { logLower: -Infinity, logUpper: laplaceTail(k, FAR).logUpper };
  if (k <= CLOSED_FORM) return closedForm(k, t);
  return contourTail(laplace, k)(t) ?? { logLower: -Infinity, logUpper: 0 };
}
