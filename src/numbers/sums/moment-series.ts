import { gaussianExpectation } from "../gaussian-expectation.js";
import { power } from "../integrand.js";
import { kronrodError, RULE_ORDER } from "../kronrod-error.js";
import { exponentialBounds, productBounds, relativeDensityBounds } from "../majorants/taylor-bounds.js";
import { pow } from "../pow.js";
import type { Line } from "./cumulants.js";
import { centred, type GaussianVariable, integrandOfVariable, reach } from "./gaussian-variable.js";
import { type QuadratureNodes, quadratureNodes } from "./quadrature-nodes.js";

/** Moments up to here make the series. */
const ORDERS = 60;
/** The series serves up to this many standard deviations' reciprocal, if its remainder allows. */
const RADIUS = 2;
/** What is left out, relative to M − 1. */
const REMAINDER = 1e-17;
/** Ranges of |z|, each half the one before, over which the effect of values is bounded. */
const STEPS = 8;
/** log of what may be left out beyond the last panel, which counts relative to M − 1. */
const LOG_LEFT_OUT = 48;

/** M(z) − 1 = Σ_{q≥2} E X^q z^q/q! near 0, for a law of mean 0. */
export interface MomentSeries {
  readonly deviation: number;
  /** The |z| up to which the series serves. */
  readonly radius: number;
  /** K(c), rounded up by its error, and K'(c). */
  real(c: number): { readonly value: number; readonly slope: number };
  line(c: number, spacing: number, count: number, meanError: number): Line;
}

/**
 * Nodes for e^(zX) − 1 − zX, |z| ≤ top, whose coefficients A² · e^(top·A) · top²/2 bounds where A bounds X: relative to M − 1,
 * which is at least |z|²E X²/2 up to a factor that the rest of the series takes up, the error is the same for every z.
 */
function nodesNear0(variable: GaussianVariable, top: number, deviation: number): QuadratureNodes {
  return quadratureNodes(variable, reach(variable, top, LOG_LEFT_OUT), (a, { low, high, logDensity }) => {
    const f = productBounds(productBounds(a, a), exponentialBounds(a, top));
    const left = kronrodError(f, relativeDensityBounds(low, high, RULE_ORDER), (high - low) / 2);
    const logLeft = left === 0 ? -Infinity : Math.log(left) + top * a[0] + logDensity - 2 * Math.log(deviation);
    return { logLeft, error: Math.exp(logLeft) };
  });
}

/** The series for X − mean: all its terms come from one quadrature, to full relative accuracy. */
export function momentSeries(variable: GaussianVariable, mean: number): MomentSeries {
  const shifted = centred(variable, mean);
  const deviation = Math.sqrt(gaussianExpectation(power(integrandOfVariable(shifted), 2)).value);
  const nodes = nodesNear0(shifted, RADIUS / deviation, deviation);
  const standard = nodes.y.map((y) => y / deviation);
  const weights = nodes.logWeight.map(Math.exp);
  /** E (X/deviation)^q/q! and the same of |X|, by q. */
  const signedTerms = new Float64Array(ORDERS + 1);
  const absoluteTerms = new Float64Array(ORDERS + 1);
  const powers = weights.slice();
  for (let q = 1; q <= ORDERS; q++) {
    powers.forEach((p, j) => {
      powers[j] = (p * standard[j]) / q;
    });
    if (q === 1) continue;
    signedTerms[q] = variable.signed && q % 2 === 1 ? 0 : powers.reduce((sum, p) => sum + p, 0);
    absoluteTerms[q] = powers.reduce((sum, p) => sum + Math.abs(p), 0);
  }
  const excess = (r: number) => absoluteTerms.reduceRight((sum, t) => sum * r + t, 0);
  const remainder = (r: number) => {
    const last = powers.reduce((sum, p, j) => {
      const x = Math.abs(standard[j]);
      return sum + ((Math.abs(p) * x * r) / (ORDERS + 1)) * pow(r, ORDERS) * Math.exp(r * x);
    }, 0);
    return last / excess(r);
  };
  let radius = RADIUS;
  while (radius > 1e-3 && !(remainder(radius) <= REMAINDER)) radius /= 2;
  const left = nodes.panels.reduce((sum, { error }) => sum + error, 0);
  const relative = 2 * (left + nodes.noise) + 1e-15;
  // |d(e^(zy) − 1 − zy)/dy| ≤ |z|²|y|e^(|zy|), for |z| up to each of these.
  const steps = Array.from({ length: STEPS }, (_, i) => {
    const top = RADIUS / pow(2, i);
    const ofValues = weights.reduce((sum, w, j) => {
      const x = Math.abs(standard[j]);
      return sum + w * x * Math.exp(top * x) * (nodes.yError[j] / deviation);
    }, 0);
    return { top, ofValues: ofValues * (1 + 1e-9) };
  });
  /** What M − 1 may be off by, at |z|·deviation = r. */
  const errorAt = (r: number) => {
    const { ofValues } = steps.findLast(({ top }) => r <= top) ?? steps[0];
    return relative * excess(r) + r * r * ofValues;
  };

  const exact = (c: number) => {
    const t = c * deviation;
    const m = signedTerms.reduceRight((sum, term) => sum * t + term, 0);
    const derivative = signedTerms.reduceRight((sum, term, q) => (q === 0 ? sum : sum * t + q * term), 0);
    return { value: Math.log1p(m), slope: (deviation * derivative) / (1 + m) };
  };
  const real = (c: number) => {
    const { value, slope } = exact(c);
    return { value: value + errorAt(c * deviation), slope };
  };

  const line = (c: number, spacing: number, count: number, meanError: number): Line => {
    const realError = errorAt(c * deviation) + c * meanError;
    const { value } = exact(c);
    const logModulus = new Float64Array(count);
    const argument = new Float64Array(count);
    const relativeError = new Float64Array(count);
    for (let n = 0; n < count; n++) {
      const [x, y] = [c * deviation, n * spacing * deviation];
      let [re, im] = [0, 0];
      for (let q = ORDERS; q >= 0; q--) [re, im] = [re * x - im * y + signedTerms[q], re * y + im * x];
      logModulus[n] = 0.5 * Math.log1p(2 * re + re * re + im * im) - value;
      argument[n] = Math.atan2(im, 1 + re);
      const r = Math.hypot(x, y);
      relativeError[n] = (errorAt(r) + (r / deviation) * meanError) / Math.hypot(1 + re, im);
    }
    return { real: value, realError, logModulus, argument, relativeError };
  };

  return { deviation, radius: radius / deviation, real, line };
}
