import type { Line } from "./cumulants.js";
import { centred, type GaussianVariable } from "./gaussian-variable.js";
import { quadratureNodes } from "./quadrature-nodes.js";

/** Moments up to here make the series. */
const ORDERS = 60;
/** The series serves up to this many standard deviations' reciprocal, if its remainder allows. */
const RADIUS = 2;
/** What is left out, relative to M − 1. */
const REMAINDER = 1e-17;
/** Relative error of the moments beside that of the quadrature: values off by 16 ulp, weighted as in M − 1. */
const MOMENT_ERROR = 3e-14;

/** M(z) − 1 = Σ_{q≥2} E X^q z^q/q! near 0, for a law of mean 0. */
export interface MomentSeries {
  readonly deviation: number;
  /** The |z| up to which the series serves. */
  readonly radius: number;
  real(c: number): { readonly value: number; readonly slope: number };
  line(c: number, spacing: number, count: number, meanError: number): Line;
}

/** The series for X − mean: all its terms come from one quadrature, to full relative accuracy. */
export function momentSeries(variable: GaussianVariable, mean: number): MomentSeries {
  const shifted = centred(variable, mean);
  const rough = quadratureNodes(shifted, 0, {
    count: 1,
    write: (y, logDensity, out) => {
      out[0] = y * y * Math.exp(logDensity);
    },
  });
  const deviation = Math.sqrt(rough.y.reduce((sum, y, j) => sum + y * y * Math.exp(rough.logWeight[j]), 0));
  const top = RADIUS / deviation;
  const nodes = quadratureNodes(shifted, top, {
    count: 4,
    write: (y, logDensity, out) => {
      const x = Math.abs(y) / deviation;
      const logX = Math.log(x);
      out[0] = x * x * Math.exp(logDensity);
      out[1] = Math.exp(10 * logX + logDensity);
      out[2] = Math.exp(RADIUS * x + logDensity);
      // Its integral bounds the remainder: Σ_{q>Q} t^q/q! ≤ t^(Q+1)/(Q+1)!·e^t.
      out[3] = Math.exp((ORDERS + 1) * logX + RADIUS * x + logDensity);
    },
  });
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
      return sum + ((Math.abs(p) * x * r) / (ORDERS + 1)) * r ** ORDERS * Math.exp(r * x);
    }, 0);
    return last / excess(r);
  };
  let radius = RADIUS;
  while (radius > 1e-3 && !(remainder(radius) <= REMAINDER)) radius /= 2;
  const relative = MOMENT_ERROR + nodes.error;

  const real = (c: number) => {
    const t = c * deviation;
    const m = signedTerms.reduceRight((sum, term) => sum * t + term, 0);
    const derivative = signedTerms.reduceRight((sum, term, q) => (q === 0 ? sum : sum * t + q * term), 0);
    return { value: Math.log1p(m), slope: (deviation * derivative) / (1 + m) };
  };

  const line = (c: number, spacing: number, count: number, meanError: number): Line => {
    const { value } = real(c);
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
      relativeError[n] = (relative * excess(r) + (r / deviation) * meanError) / Math.hypot(1 + re, im);
    }
    const realError = relative * excess(c * deviation) + c * meanError;
    return { real: value, realError, logModulus, argument, relativeError };
  };

  return { deviation, radius: radius / deviation, real, line };
}
