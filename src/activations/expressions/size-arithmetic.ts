import { hull, type Interval, interval, magnitude, ONE, ZERO } from "../../numbers/intervals/interval.js";
import {
  asinhBounds,
  atanBounds,
  coshBounds,
  erfBounds,
  expBounds,
  logBounds,
  logCoshBounds,
  realPowerBounds,
  sechSquaredBounds,
  sigmoidBounds,
  sineBounds,
  softplusBounds,
  tanhBounds,
} from "../../numbers/majorants/elementary-bounds.js";
import {
  composedBounds,
  type Majorant,
  productBounds,
  sumBounds,
  type TaylorBounds,
} from "../../numbers/majorants/taylor-bounds.js";
import type { Algebra } from "./algebra.js";
import type { FormFunction } from "./form.js";
import type { Series, SeriesArithmetic } from "./series.js";

/** The shift of an argument by 1, rounded outwards. */
const onePlus = (low: number) => 1 + low - 1e-15 * (1 + Math.abs(low));
const shifted =
  (of: TaylorBounds): TaylorBounds =>
  (low, high, order) =>
    of(onePlus(low), 1 + high + 1e-15 * (1 + Math.abs(high)), order);
const squareRootBounds: TaylorBounds = (low, high, order) => realPowerBounds(low, high, 0.5, order);

/** Majorants of F; what they say of F itself is not used. */
const BOUNDS: Readonly<Record<FormFunction, TaylorBounds>> = {
  exp: expBounds,
  expm1: expBounds,
  log: logBounds,
  log1p: shifted(logBounds),
  sqrt: squareRootBounds,
  sqrt1pm1: shifted(squareRootBounds),
  sin: sineBounds,
  cos: sineBounds,
  sinh: coshBounds,
  cosh: coshBounds,
  tanh: tanhBounds,
  sech2: sechSquaredBounds,
  asinh: asinhBounds,
  atan: atanBounds,
  erf: erfBounds,
  erfc: erfBounds,
  sigmoid: sigmoidBounds,
  softplus: softplusBounds,
  logCosh: logCoshBounds,
};

const sizes = (u: Series<Interval>): Majorant => u.map(magnitude);
const around0 = (size: number): Interval => (size === 0 ? ZERO : interval(-size, size));

/**
 * Taylor series over a box whose value is an interval, and whose further coefficients are known by their sizes: a tenth
 * of the time that intervals take, and no worse where nothing cancels. F(u) takes Cauchy's estimates of F over the range of u.
 */
export function sizeArithmetic(A: Algebra<Interval>): SeriesArithmetic<Interval> {
  const series = (value: Interval, a: Majorant, order: number): Series<Interval> => {
    const all = [value];
    for (let j = 1; j <= order; j++) all.push(around0(a[j]));
    return all;
  };
  const first = (all: Series<Interval>, slope: Interval): Series<Interval> =>
    all.length > 1 ? [all[0], slope, ...all.slice(2)] : all;

  const joined = (value: (a: Interval, b: Interval) => Interval) => (u: Series<Interval>, v: Series<Interval>) => {
    const sum = u.length > 2 ? sumBounds(sizes(u), sizes(v)) : [0, 0];
    const all = series(value(u[0], v[0]), sum, u.length - 1);
    return u.length > 1 ? first(all, value(u[1], v[1])) : all;
  };

  function multiply(u: Series<Interval>, v: Series<Interval>): Series<Interval> {
    const all = series(A.multiply(u[0], v[0]), productBounds(sizes(u), sizes(v)), u.length - 1);
    return u.length > 1 ? first(all, A.add(A.multiply(u[0], v[1]), A.multiply(u[1], v[0]))) : all;
  }

  /** F(u), c a majorant of F over u. */
  const composed = (value: Interval, c: (order: number) => Majorant, u: Series<Interval>): Series<Interval> => {
    const order = u.length - 1;
    return order === 0 ? [value] : series(value, composedBounds(c(order), sizes(u)), order);
  };

  const apply = (name: FormFunction, u: Series<Interval>) =>
    composed(A.apply(name, u[0]), (order) => BOUNDS[name](u[0].lo, u[0].hi, order), u);

  function power(u: Series<Interval>, r: Interval): Series<Interval> {
    const { lo, hi } = u[0];
    const bounds = (order: number) => {
      const a = realPowerBounds(lo, hi, r.lo, order);
      // An exponent that is no double: between both ends of its enclosure, whose binomials differ by less than this.
      return r.lo === r.hi ? a : realPowerBounds(lo, hi, r.hi, order).map((x, j) => Math.max(x, a[j]) * (1 + 1e-9));
    };
    return composed(A.power(u[0], r), bounds, u);
  }

  function divide(u: Series<Interval>, v: Series<Interval>): Series<Interval> {
    const inverse = composed(A.divide(ONE, v[0]), (order) => realPowerBounds(v[0].lo, v[0].hi, -1, order), v);
    return [A.divide(u[0], v[0]), ...multiply(u, inverse).slice(1)];
  }

  return {
    constant(a: Interval, order: number): Series<Interval> {
      const all = [a];
      for (let j = 1; j <= order; j++) all.push(ZERO);
      return all;
    },
    add: joined(A.add),
    subtract: joined(A.subtract),
    negate: (u) => u.map(A.negate),
    hull: (u, v) => u.map((a, j) => hull(a, v[j])),
    multiply,
    divide,
    apply,
    // F(u)/u = ∫₀¹ F'(su) ds, so that its coefficient of order j is at most that of F of order j + 1 between 0 and u.
    ratio(name, u) {
      const near = A.ratio(name, u[0], 0);
      if (!near) return divide(apply(name, u), u);
      const { lo, hi } = hull(ZERO, u[0]);
      return composed(near[0], (order) => BOUNDS[name](lo, hi, order + 1).slice(1), u);
    },
    power,
  };
}
