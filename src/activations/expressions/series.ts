import type { Interval } from "../../numbers/intervals/interval.js";
import type { Algebra } from "./algebra.js";
import type { FormFunction } from "./form.js";
import { powerCoefficients, taylorCoefficients } from "./taylor-coefficients.js";

/** Enclosures of u(t), u'(t), u''(t)/2, …, u^(n)(t)/n!. */
export type Series<S> = readonly S[];

/** Arithmetic of truncated Taylor series, up to order 4 (Moore 1966). */
export function seriesArithmetic<S>(A: Algebra<S>) {
  const zero = A.constant({ lo: 0, hi: 0 });
  const two = A.constant({ lo: 2, hi: 2 });
  const three = A.constant({ lo: 3, hi: 3 });
  const total = (parts: readonly S[]) => parts.reduce(A.add);
  const zip = (u: Series<S>, v: Series<S>, f: (a: S, b: S) => S) => u.map((a, k) => f(a, v[k]));

  /** Σ c_k·(u − u_0)^k */
  function compose(c: readonly S[], u: Series<S>): Series<S> {
    const { multiply, square, add } = A;
    const order = u.length - 1;
    const result = [c[0]];
    if (order >= 1) result.push(multiply(c[1], u[1]));
    if (order >= 2) result.push(add(multiply(c[1], u[2]), multiply(c[2], square(u[1]))));
    if (order >= 3) {
      const cube = multiply(u[1], square(u[1]));
      result.push(
        total([multiply(c[1], u[3]), multiply(multiply(two, c[2]), multiply(u[1], u[2])), multiply(c[3], cube)]),
      );
    }
    if (order >= 4)
      result.push(
        total([
          multiply(c[1], u[4]),
          multiply(c[2], add(multiply(two, multiply(u[1], u[3])), square(u[2]))),
          multiply(multiply(three, c[3]), multiply(square(u[1]), u[2])),
          multiply(c[4], square(square(u[1]))),
        ]),
      );
    return result;
  }

  const multiply = (u: Series<S>, v: Series<S>) =>
    u.map((_, k) => total(Array.from({ length: k + 1 }, (__, j) => A.multiply(u[j], v[k - j]))));

  function divide(u: Series<S>, v: Series<S>): Series<S> {
    const q: S[] = [];
    for (let k = 0; k < u.length; k++) {
      let top = u[k];
      for (let j = 1; j <= k; j++) top = A.subtract(top, A.multiply(v[j], q[k - j]));
      q.push(A.divide(top, v[0]));
    }
    return q;
  }

  return {
    compose,
    constant: (a: Interval, order: number): Series<S> => [A.constant(a), ...Array.from({ length: order }, () => zero)],
    add: (u: Series<S>, v: Series<S>) => zip(u, v, A.add),
    subtract: (u: Series<S>, v: Series<S>) => zip(u, v, A.subtract),
    negate: (u: Series<S>) => u.map(A.negate),
    hull: (u: Series<S>, v: Series<S>) => zip(u, v, A.hull),
    multiply,
    divide,
    apply: (name: FormFunction, u: Series<S>) => compose(taylorCoefficients(A, name, u[0], u.length - 1), u),
    power: (u: Series<S>, r: Interval) => compose(powerCoefficients(A, u[0], r, u.length - 1), u),
  };
}
