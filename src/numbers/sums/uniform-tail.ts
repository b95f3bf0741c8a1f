import erf from "@stdlib/math-base-special-erf";
import { filled } from "../filled.js";
import { logGamma } from "../log-gamma.js";
import { log1mexp } from "../log-space.js";
import { densityBounds, type TaylorBounds } from "../majorants/taylor-bounds.js";
import { pow } from "../pow.js";
import { type LogEnclosure, logEnclosure } from "./log-enclosure.js";
import { sumTail } from "./sum-tail.js";

/** Up to here the alternating sum keeps most of its digits. */
const CLOSED_FORM = 20;

const slope = Math.sqrt(2 / Math.PI);
/** Majorants of 2Φ − 1, whose derivative is 2φ. */
const distributionBounds: TaylorBounds = (low, high, order) => {
  const a = filled(order + 1);
  const density = densityBounds(low, high, order);
  a[0] = Math.min(1, slope * Math.max(Math.abs(low), Math.abs(high)) * (1 + 1e-14));
  for (let j = 1; j <= order; j++) a[j] = ((2 * density[j - 1]) / j) * (1 + 1e-14);
  return a;
};

/**
 * Irwin and Hall's P(X_1 + … + X_k > t) = Σ_{j<y} (−1)^j C(k, j)·(y − j)^k/k!, y = (k − t)/2, with rounding of every term:
 * y is right to an ulp of k, and its power to k times that.
 */
function closedForm(k: number, t: number): LogEnclosure {
  const y = (k - t) / 2;
  if (y <= 0) return { logLower: -Infinity, logUpper: -Infinity };
  const unit = k * Math.log(y) - logGamma(k + 1);
  let [sum, size, binomial] = [0, 0, 1];
  for (let j = 0; j < y && j <= k; j++) {
    const term = binomial * pow((y - j) / y, k);
    sum += j % 2 === 0 ? term : -term;
    size += term * (1 + k / (y - j));
    binomial *= (k - j) / (j + 1);
  }
  // log Γ is right to 2e-14, and the parts of `unit` are below 60.
  const error = 2 ** -50 * (k * size + 256 * Math.abs(sum));
  return logEnclosure(unit, sum - error, sum + error);
}

/**
 * log P(X_1 + … + X_k > t) for independent X uniform on (−1, 1): Irwin and Hall's law for small k; beyond, by
 * X = 2Φ(Z) − 1 and sum-tail.ts.
 *
 * @param k an integer from 1 to 2^53.
 */
export function uniformTail(k: number, t: number): LogEnclosure {
  if (t < 0) {
    const { logLower, logUpper } = uniformTail(k, -t);
    return { logLower: log1mexp(logUpper), logUpper: log1mexp(logLower) };
  }
  if (k <= CLOSED_FORM) return closedForm(k, t);
  const tail = sumTail(
    {
      value: (z) => erf(z * Math.SQRT1_2),
      error: (z) => 2 ** -50 * (Math.abs(erf(z * Math.SQRT1_2)) + slope * Math.abs(z) * Math.exp(-0.5 * z * z)),
      slope: (z) => slope * Math.exp(-0.5 * z * z),
      slopeError: (z) => slope * Math.exp(-0.5 * z * z) * 2 ** -50 * (2 + z * z),
      bounds: distributionBounds,
      kinks: [],
      signed: true,
      lipschitz: slope,
      supremum: 1,
    },
    k,
  );
  return tail?.(t) ?? { logLower: -Infinity, logUpper: 0 };
}
