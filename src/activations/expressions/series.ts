import type { Interval } from "../../numbers/intervals/interval.js";
import type { Algebra } from "./algebra.js";
import { composeSeries } from "./compose-series.js";
import type { Exponent, FormFunction, RatioName } from "./form.js";
import type { Polynomial } from "./polynomial.js";
import { powerCoefficients } from "./power-coefficients.js";
import { taylorCoefficients } from "./taylor-coefficients.js";

/** Enclosures of u(t), u'(t), u''(t)/2, …, u^(n)(t)/n!. */
export type Series<S> = readonly S[];

export type SeriesArithmetic<S> = ReturnType<typeof seriesArithmetic<S>>;

/** Arithmetic of truncated Taylor series (Moore 1966). */
export function seriesArithmetic<S>(A: Algebra<S>) {
  const zero = A.constant({ lo: 0, hi: 0 });
  const zip = (u: Series<S>, v: Series<S>, f: (a: S, b: S) => S): Series<S> => u.map((a, k) => f(a, v[k]));

  const multiply = (u: Series<S>, v: Series<S>): Series<S> =>
    u.map((_, k) => {
      let total = A.multiply(u[0], v[k]);
      for (let j = 1; j <= k; j++) total = A.add(total, A.multiply(u[j], v[k - j]));
      return total;
    });

  function divide(u: Series<S>, v: Series<S>): Series<S> {
    const q: S[] = [];
    for (let k = 0; k < u.length; k++) {
      let top = u[k];
      for (let j = 1; j <= k; j++) top = A.subtract(top, A.multiply(v[j], q[k - j]));
      q.push(A.divide(top, v[0]));
    }
    return q;
  }

  const apply = (name: FormFunction, u: Series<S>) =>
    composeSeries(A, taylorCoefficients(A, name, u[0], u.length - 1), u);

  /** F(u)/u */
  function ratio(name: RatioName, u: Series<S>): Series<S> {
    const near = A.ratio(name, u[0], u.length - 1);
    return near ? composeSeries(A, near, u) : divide(apply(name, u), u);
  }

  return {
    constant(a: Interval, order: number, nearest?: number, exact?: Polynomial | null): Series<S> {
      const series = [A.constant(a, nearest, exact)];
      for (let k = 1; k <= order; k++) series.push(zero);
      return series;
    },
    add: (u: Series<S>, v: Series<S>) => zip(u, v, A.add),
    subtract: (u: Series<S>, v: Series<S>) => zip(u, v, A.subtract),
    negate: (u: Series<S>): Series<S> => u.map(A.negate),
    hull: (u: Series<S>, v: Series<S>) => zip(u, v, A.hull),
    multiply,
    divide,
    apply,
    ratio,
    power: (u: Series<S>, r: Exponent) => composeSeries(A, powerCoefficients(A, u[0], r, u.length - 1), u),
  };
}
