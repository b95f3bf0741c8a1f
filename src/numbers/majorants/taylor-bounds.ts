import { filled } from "../filled.js";
/**
 * Majorants: A_j ≥ sup|f^(j)|/j! over an interval, j = 0, 1, …, for as many j as f is smooth there and bounds are known.
 * Where f is only Lipschitz there are two of them, where it is only bounded one. None is negative; Infinity says nothing.
 */
export type Majorant = number[];

/** Majorants of one function over [low, high], with at most order + 1 entries. */
export type TaylorBounds = (low: number, high: number, order: number) => Majorant;

/** Below, products lose digits. */
const LEAST = 1e-300;

/** Rounds a sum of up to 100 products of two factors up. */
const UP = 1 + 1e-13;

/** What is not a number says nothing. */
const up = (x: number) => (x >= 0 ? x * UP : Infinity);

/** Of f·g: Leibniz' rule. */
export function productBounds(f: Majorant, g: Majorant): Majorant {
  const product: Majorant = [];
  const length = Math.min(f.length, g.length);
  for (let n = 0; n < length; n++) product.push(productBound(f, g, n));
  return product;
}

/** Of f·g, the last entry alone that `order` asks for. What underflows is not 0. */
export function productBound(f: Majorant, g: Majorant, order: number): number {
  let sum = 0;
  for (let i = 0; i <= order; i++) sum += f[i] * g[order - i];
  if (sum < LEAST) for (let i = 0; i <= order; i++) if (f[i] > 0 && g[order - i] > 0) return LEAST;
  return up(sum);
}

/** Of f + g. */
export function sumBounds(f: Majorant, g: Majorant): Majorant {
  const sum: Majorant = [];
  const length = Math.min(f.length, g.length);
  for (let n = 0; n < length; n++) sum.push(up(f[n] + g[n]));
  return sum;
}

/** Of f − c: what f itself is at most says little of it. */
export function lessBounds(f: TaylorBounds, c: number): TaylorBounds {
  return (low, high, order) => {
    const a = f(low, high, order);
    a[0] = up(a[0] + Math.abs(c));
    return a;
  };
}

/** Of c·f. */
export function scaledBounds(f: Majorant, c: number): Majorant {
  return f.map((a) => up(a * Math.abs(c)));
}

/** Of f^q for an integer q ≥ 1. */
export function powerBounds(f: Majorant, q: number): Majorant {
  let [result, base]: [Majorant | null, Majorant] = [null, f];
  for (let rest = q; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result ? productBounds(result, base) : base;
    if (rest > 1) base = productBounds(base, base);
  }
  return result ?? f;
}

/** Of the m-th derivative: m entries fewer. */
export function derivativeBounds(f: Majorant, m = 1): Majorant {
  if (m === 0) return f;
  const derivative: Majorant = [];
  for (let n = 1; n < f.length; n++) derivative.push(up(n * f[n]));
  return derivativeBounds(derivative, m - 1);
}

/** Of e^(zf) in units of sup|e^(zf)|, for complex z of modulus `size`: from e' = zf'·e. */
export function exponentialBounds(f: Majorant, size: number): Majorant {
  const e: Majorant = [1];
  for (let n = 1; n < f.length; n++) {
    let sum = 0;
    for (let i = 1; i <= n; i++) sum += i * f[i] * e[n - i];
    e.push(up((size * sum) / n));
  }
  return e;
}

/** Of F(f), where c is a majorant of F over the range of f: Σ c_k·(f − f_0)^k. */
export function composedBounds(c: Majorant, f: Majorant): Majorant {
  const length = Math.min(c.length, f.length);
  const result: Majorant = filled(length);
  if (f.every((a, n) => n < 2 || a === 0)) {
    for (let n = 0, power = 1; n < length; n++, power = up(power * f[1])) result[n] = up(c[n] * power);
    return result;
  }
  // Horner's rule; what is multiplied by f − f_0 begins an order higher.
  for (let k = length - 1; k >= 0; k--) {
    for (let n = length - 1; n > 0; n--) {
      let sum = 0;
      for (let i = 1; i <= n; i++) sum += f[i] * result[n - i];
      result[n] = up(sum);
    }
    result[0] = c[k];
  }
  return result;
}

const INVERSE_SQRT_TWO_PI = 0.3989422804014328;

/** Of the normal density φ in units of its largest value there: φ' = −tφ, so that n·a_n ≤ |t|·a_(n−1) + a_(n−2). */
export function relativeDensityBounds(low: number, high: number, order: number): Majorant {
  const farthest = Math.max(Math.abs(low), Math.abs(high));
  const a: Majorant = [1];
  for (let n = 1; n <= order; n++) a.push(up((farthest * a[n - 1] + (n > 1 ? a[n - 2] : 0)) / n));
  return a;
}

/** The least |t| in [low, high]. */
export const nearestTo0 = (low: number, high: number) => (low > 0 ? low : high < 0 ? -high : 0);

/** Of the normal density. */
export function densityBounds(low: number, high: number, order: number): Majorant {
  const most = INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * nearestTo0(low, high) ** 2);
  return scaledBounds(relativeDensityBounds(low, high, order), most);
}
