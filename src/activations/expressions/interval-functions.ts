import * as elementary from "../../numbers/intervals/elementary.js";
import { add, divide, type Interval, interval, ONE, squareRoot, subtract } from "../../numbers/intervals/interval.js";
import type { FormFunction } from "./form.js";

/** √(1 + x) − 1 over a ⊂ [−1, ∞], as x/(1 + √(1 + x)), increasing. */
function sqrt1pm1(a: Interval): Interval {
  const at = (x: number) => {
    const root = squareRoot(add(ONE, interval(x, x)));
    return x > 1e100 ? subtract(root, ONE) : divide(interval(x, x), add(ONE, root));
  };
  return interval(Math.max(-1, at(a.lo).lo), at(a.hi).hi);
}

/** The range over an interval inside the function's domain. */
export const INTERVAL_FUNCTIONS: Readonly<Record<FormFunction, (a: Interval) => Interval>> = {
  exp: elementary.exp,
  log: elementary.log,
  log1p: elementary.log1p,
  expm1: elementary.expm1,
  sqrt: squareRoot,
  sqrt1pm1,
  sin: elementary.sin,
  cos: elementary.cos,
  tanh: elementary.tanh,
  sech2: elementary.sech2,
  sinh: elementary.sinh,
  cosh: elementary.cosh,
  asinh: elementary.asinh,
  atan: elementary.atan,
  erf: elementary.erf,
  erfc: elementary.erfc,
  sigmoid: elementary.sigmoid,
  softplus: elementary.softplus,
  logCosh: elementary.logCosh,
};

/** The left end of a function's domain, whether it belongs to it, or null where it is all of ℝ. */
export const DOMAIN: Partial<Readonly<Record<FormFunction, { readonly least: number; readonly closed: boolean }>>> = {
  log: { least: 0, closed: false },
  log1p: { least: -1, closed: false },
  sqrt: { least: 0, closed: true },
  sqrt1pm1: { least: -1, closed: true },
};
