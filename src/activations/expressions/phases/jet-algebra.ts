import { type Interval, ONE, point, ZERO } from "../../../numbers/intervals/interval.js";
import type { Algebra } from "../algebra.js";
import type { Exponent, FormFunction } from "../form.js";
import { powerCoefficients } from "../power-coefficients.js";
import { taylorCoefficients } from "../taylor-coefficients.js";

/** An enclosure with those of its first and second derivatives in m phases; null where it depends on none of them. */
export interface Jet<S> {
  readonly v: S;
  readonly d: { readonly g: readonly S[]; readonly h: readonly (readonly S[])[] } | null;
}

/** Enclosures with their derivatives in m phases, over an algebra. h[i][j] is there for j ≤ i. */
export function jetAlgebra<S>(
  A: Algebra<S>,
  m: number,
): Algebra<Jet<S>> & { readonly phase: (at: Interval, i: number) => Jet<S> } {
  const zero = A.constant(ZERO);
  const slow = (v: S): Jet<S> => ({ v, d: null });
  const add = (a: S, b: S) => (A.isZero(a) ? b : A.isZero(b) ? a : A.add(a, b));
  const times = (a: S, b: S) => (A.isZero(a) || A.isZero(b) ? zero : A.multiply(a, b));
  const all = Array.from({ length: m }, (_, i) => i);

  const made = (v: S, g: (i: number) => S, h: (i: number, j: number) => S): Jet<S> => ({
    v,
    d: { g: all.map(g), h: all.map((i) => all.slice(0, i + 1).map((j) => h(i, j))) },
  });

  /** F(u) from F, F', F''/2 over u. */
  function composed(u: Jet<S>, c: () => readonly S[]): Jet<S> {
    const [f, f1, f2] = c();
    const { d } = u;
    if (d === null) return slow(f);
    const twice = A.multiply(A.constant(point(2)), f2);
    return made(
      f,
      (i) => times(f1, d.g[i]),
      (i, j) => add(times(twice, i === j ? A.square(d.g[i]) : times(d.g[i], d.g[j])), times(f1, d.h[i][j])),
    );
  }

  function linear(a: Jet<S>, b: Jet<S>, f: (x: S, y: S) => S): Jet<S> {
    const v = f(a.v, b.v);
    const [x, y] = [a.d, b.d];
    if (x === null && y === null) return slow(v);
    const at = (p: S | undefined, q: S | undefined) => f(p ?? zero, q ?? zero);
    return made(
      v,
      (i) => at(x?.g[i], y?.g[i]),
      (i, j) => at(x?.h[i][j], y?.h[i][j]),
    );
  }

  function multiply(a: Jet<S>, b: Jet<S>): Jet<S> {
    const v = A.multiply(a.v, b.v);
    const [x, y] = [a.d, b.d];
    if (x === null || y === null) {
      const [factor, d] = x === null ? [a.v, y] : [b.v, x];
      if (d === null) return slow(v);
      return made(
        v,
        (i) => times(factor, d.g[i]),
        (i, j) => times(factor, d.h[i][j]),
      );
    }
    return made(
      v,
      (i) => add(times(a.v, y.g[i]), times(x.g[i], b.v)),
      (i, j) =>
        add(add(times(a.v, y.h[i][j]), times(x.h[i][j], b.v)), add(times(x.g[i], y.g[j]), times(x.g[j], y.g[i]))),
    );
  }

  const square = (a: Jet<S>) =>
    composed(a, () => [A.square(a.v), A.multiply(A.constant(point(2)), a.v), A.constant(ONE)]);

  function divide(a: Jet<S>, b: Jet<S>): Jet<S> {
    if (a.d === null && b.d === null) return slow(A.divide(a.v, b.v));
    const one = A.constant(ONE);
    const inverse = composed(b, () => {
      const first = A.divide(one, b.v);
      const second = A.square(first);
      return [first, A.negate(second), A.multiply(first, second)];
    });
    return { v: A.divide(a.v, b.v), d: multiply(a, inverse).d };
  }

  function series(name: FormFunction | "erfSlope", u: S, order: number): readonly S[] {
    if (name !== "erfSlope") return taylorCoefficients(A, name, u, order);
    const c = taylorCoefficients(A, "erf", u, order + 1);
    return c.slice(1).map((a, k) => (k === 0 ? a : A.multiply(A.constant(point(k + 1)), a)));
  }

  return {
    phase: (at, index) =>
      made(
        A.constant(at),
        (i) => A.constant(i === index ? ONE : ZERO),
        () => zero,
      ),
    constant: (a, nearest, exact) => slow(A.constant(a, nearest, exact)),
    add: (a, b) => linear(a, b, A.add),
    subtract: (a, b) => linear(a, b, A.subtract),
    negate: (a) =>
      a.d === null
        ? slow(A.negate(a.v))
        : made(
            A.negate(a.v),
            (i) => A.negate(a.d!.g[i]),
            (i, j) => A.negate(a.d!.h[i][j]),
          ),
    multiply,
    square,
    divide,
    power: (a, r: Exponent) =>
      a.d === null ? slow(A.power(a.v, r)) : composed(a, () => powerCoefficients(A, a.v, r, 2)),
    apply: (name, a) => (a.d === null ? slow(A.apply(name, a.v)) : composed(a, () => series(name, a.v, 2))),
    ratio: (name, u, order) => {
      const c = A.ratio(name, u.v, order + (u.d === null ? 0 : 2));
      if (c === null) return null;
      const whole = (n: number, a: S) => A.multiply(A.constant(point(n)), a);
      return Array.from({ length: order + 1 }, (_, k) =>
        composed(u, () =>
          u.d === null ? [c[k]] : [c[k], whole(k + 1, c[k + 1]), whole(((k + 1) * (k + 2)) / 2, c[k + 2])],
        ),
      );
    },
    hull: (a, b) => linear(a, b, A.hull),
    isZero: (a) => a.d === null && A.isZero(a.v),
    range: (a) => A.range(a.v),
  };
}
