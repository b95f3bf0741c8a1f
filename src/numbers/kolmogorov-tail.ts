import { exactProduct } from "./exact-product.js";
import { pow } from "./pow.js";
import { smirnovTail } from "./smirnov-tail.js";
import { stirlingError } from "./stirling-error.js";
import type { LogEnclosure } from "./sums/log-enclosure.js";

/** Steps of the recursion times its states, at most: about 5 s. */
const MOST_WORK = 1e8;
/** Jumps of a Poisson process in unit time that are followed; more have probability below 1/(BAND+1)! */
const BAND = 24;
/** Below e^−30 the two one-sided events together have a share below 1e-13 of either. */
const NEGLIGIBLE = -30;

/** A probability p(1 ± relative) + [0, above]. */
interface Computed {
  readonly p: number;
  readonly relative: number;
  readonly above: number;
}

/**
 * P(D_n < t) = n!/n^n · (H^n)_{kk} for Durbin's matrix H of 2k − 1 rows, k = ⌊nt⌋ + 1, h = k − nt (Durbin 1973;
 * Marsaglia, Tsang and Wang 2003): one row vector goes through n steps of the band of H, all of it positive. Entries are
 * over e, so that the vector is a Poisson process between two walls; n!·(e/n)^n = √(2πn)·e^stirlingError(n).
 */
function between(n: number, t: number): Computed {
  const { product, rest } = exactProduct(n, t);
  const k = Math.floor(product) + 1;
  const m = 2 * k - 1;
  const logH = Math.log1p(-Math.min(1, Math.max(0, product - (k - 1) + rest)));
  const band = Math.min(BAND, m);
  const jump = new Float64Array(band + 1);
  const walled = new Float64Array(band + 1);
  for (let j = 0, factorial = 1; j <= band; factorial *= ++j) {
    jump[j] = 1 / Math.E / factorial;
    // The border has 1 − h^j in place of 1.
    walled[j] = j === 0 ? 0 : -Math.expm1(j * logH) * jump[j];
  }
  const h = Math.exp(logH);
  const corner = m <= band ? Math.max(0, 1 - 2 * pow(h, m) + pow(Math.max(0, 2 * h - 1), m)) * jump[m] : 0;
  let v = new Float64Array(m);
  let next = new Float64Array(m);
  v[k - 1] = 1;
  let logScale = 0;
  for (let step = 0; step < n; step++) {
    let most = 0;
    for (let to = 0; to < m; to++) {
      // From row i to column `to`: i − to + 1 jumps.
      const border = to === 0 ? walled : jump;
      const least = Math.max(0, 1 - to);
      const highest = Math.min(band, m - 1 - to);
      let sum = 0;
      if (m - to <= band) sum = v[m - 1] * (to === 0 ? corner : walled[m - to]);
      for (let j = highest; j >= least; j--) sum += v[to + j - 1] * border[j];
      next[to] = sum;
      if (sum > most) most = sum;
    }
    [v, next] = [next, v];
    if (most < 2 ** -300) {
      for (let i = 0; i < m; i++) v[i] *= 2 ** 300;
      logScale -= 300 * Math.LN2;
    }
  }
  const p = v[k - 1] * Math.exp(logScale + 0.5 * Math.log(2 * Math.PI * n) + stirlingError(n));
  // A step has at most band + 1 products and sums; some interval of length 1/n has more draws than the band follows with
  // probability at most n·C(n, 25)/n^25 < n/25!.
  return { p, relative: n * (band + 8) * 2 ** -53 + 1e-13, above: m <= band ? 0 : n * 6.5e-26 };
}

/**
 * log P(sup_x |F_n(x) − F(x)| > t), between bounds, for the empirical distribution function of n independent draws from a
 * continuous F: the exact law of Kolmogorov's statistic.
 *
 * With P the one-sided tail (`smirnovTail`) it is 2P for t ≥ ½, where both sides cannot be exceeded, and otherwise lies
 * in [2P − P², 2P]: D⁺ > t favours small draws and D⁻ > t large ones, so that both together have at most the product of
 * their probabilities (Harris's inequality). Where n(2nt + 1) ≤ 1e8, Durbin's recursion gives bounds at most
 * 4e-15·(n + 30)/P wide too, and the narrower bound on each side is returned: the logarithm is known to 1e-6 for n ≤ 1000,
 * to 1e-5 for n ≤ 1e5 while nt ≤ 500, and to P/2 always. The bounds allow for rounding as estimated, not proven.
 *
 * Takes 0.4 s for n = 1e4, at most about 5 s.
 *
 * @throws RangeError if n is no integer in [1, 1e7] or t is NaN.
 */
export function kolmogorovTail(n: number, t: number): LogEnclosure {
  const oneSided = smirnovTail(n, t);
  // D_n ≥ 1/(2n) always.
  if (2 * n * t <= 1) return { logLower: 0, logUpper: 0 };
  const twice = { logLower: oneSided.logLower + Math.LN2, logUpper: Math.min(0, oneSided.logUpper + Math.LN2) };
  if (t >= 0.5) return { logLower: Math.min(0, twice.logLower), logUpper: twice.logUpper };
  // 2P − P² rises with P.
  const logLower = twice.logLower + Math.log1p(-Math.exp(oneSided.logLower) / 2);
  if (oneSided.logUpper < NEGLIGIBLE || n * (2 * n * t + 1) > MOST_WORK)
    return { logLower: Math.min(0, logLower), logUpper: twice.logUpper };
  const { p, relative, above } = between(n, t);
  const [least, most] = [p * (1 - relative), p * (1 + relative) + above];
  return {
    logLower: Math.min(0, Math.max(logLower, most < 1 ? Math.log1p(-most) : -Infinity)),
    logUpper: Math.min(0, twice.logUpper, Math.log1p(-Math.min(1, Math.max(0, least)))),
  };
}
