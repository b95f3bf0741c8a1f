import { divide, type Interval, isPoint, multiply, ONE, point, subtract } from "../../numbers/intervals/interval.js";
import type { Algebra } from "./algebra.js";
import type { FormFunction } from "./form.js";

/**
 * F(u), F'(u), F''(u)/2, F'''(u)/6, F''''(u)/24 for a function F, up to `order` ≤ 4, as closed forms: with w = 1/cosh²,
 * tanh' = w, w' = −2·tanh·w; for the logistic σ, w = σ(1 − σ), w' = w(1 − 2σ); erf' = g, g' = −2ug.
 */
export function taylorCoefficients<S>(A: Algebra<S>, name: FormFunction, u: S, order: number): S[] {
  const c = (top: number, bottom = 1) => A.constant(divide(point(top), point(bottom)));
  const { add, subtract: less, multiply: times, negate, square, divide: over, apply } = A;
  const value = apply(name, u);
  if (order === 0) return [value];
  /** a·top/bottom */
  const part = (a: S, top: number, bottom: number) => times(c(top, bottom), a);
  const lazily = (parts: readonly (() => S)[]) => [value, ...parts.slice(0, order).map((make) => make())];

  switch (name) {
    case "exp":
    case "expm1": {
      const e = name === "exp" ? value : apply("exp", u);
      return lazily([() => e, () => part(e, 1, 2), () => part(e, 1, 6), () => part(e, 1, 24)]);
    }
    case "log":
    case "log1p": {
      const r = over(c(1), name === "log" ? u : add(c(1), u));
      return lazily([
        () => r,
        () => part(square(r), -1, 2),
        () => part(times(r, square(r)), 1, 3),
        () => part(square(square(r)), -1, 4),
      ]);
    }
    case "sqrt":
    case "sqrt1pm1": {
      const root = name === "sqrt" ? value : apply("sqrt", add(c(1), u));
      const r = over(c(1), root);
      const cube = times(r, square(r));
      return lazily([
        () => part(r, 1, 2),
        () => part(cube, -1, 8),
        () => part(times(cube, square(r)), 1, 16),
        () => part(times(cube, square(square(r))), -5, 128),
      ]);
    }
    case "sin":
    case "cos": {
      const slope = name === "sin" ? apply("cos", u) : negate(apply("sin", u));
      return lazily([() => slope, () => part(value, -1, 2), () => part(slope, -1, 6), () => part(value, 1, 24)]);
    }
    case "sinh":
    case "cosh": {
      const slope = apply(name === "sinh" ? "cosh" : "sinh", u);
      return lazily([() => slope, () => part(value, 1, 2), () => part(slope, 1, 6), () => part(value, 1, 24)]);
    }
    case "tanh": {
      const w = apply("sech2", u);
      const v2 = square(value);
      return lazily([
        () => w,
        () => negate(times(value, w)),
        () => times(w, less(v2, c(1, 3))),
        () => times(times(value, w), less(c(2, 3), v2)),
      ]);
    }
    case "logCosh": {
      const [v, w] = [apply("tanh", u), apply("sech2", u)];
      return lazily([
        () => v,
        () => part(w, 1, 2),
        () => part(times(v, w), -1, 3),
        () => part(times(w, less(square(v), c(1, 3))), 1, 4),
      ]);
    }
    case "sech2": {
      const v = apply("tanh", u);
      const v2 = square(v);
      return lazily([
        () => part(times(v, value), -2, 1),
        () => times(value, less(part(v2, 3, 1), c(1))),
        () => times(times(v, value), less(c(8, 3), part(v2, 4, 1))),
        () => times(value, add(c(2, 3), part(less(square(v2), v2), 5, 1))),
      ]);
    }
    case "sigmoid":
    case "softplus": {
      const [s, rest] = [apply("sigmoid", u), apply("sigmoid", negate(u))];
      const w = times(s, rest);
      const skew = less(rest, s);
      const higher = [
        () => part(times(w, skew), 1, 2),
        () => part(times(w, less(c(1), part(w, 6, 1))), 1, 6),
        () => part(times(times(w, skew), less(c(1), part(w, 12, 1))), 1, 24),
      ];
      if (name === "sigmoid") return lazily([() => w, ...higher]);
      return lazily([() => s, () => part(w, 1, 2), () => part(higher[0](), 1, 3), () => part(higher[1](), 1, 4)]);
    }
    case "atan": {
      const w = over(c(1), add(c(1), square(u)));
      const u2 = square(u);
      return lazily([
        () => w,
        () => negate(times(u, square(w))),
        () => times(times(w, square(w)), less(u2, c(1, 3))),
        () => times(times(u, square(square(w))), less(c(1), u2)),
      ]);
    }
    case "asinh": {
      const u2 = square(u);
      const w = over(c(1), apply("sqrt", add(c(1), u2)));
      const cube = times(w, square(w));
      return lazily([
        () => w,
        () => part(times(u, cube), -1, 2),
        () => part(times(times(cube, square(w)), less(part(u2, 2, 1), c(1))), 1, 6),
        () => part(times(times(u, times(cube, square(square(w)))), less(c(3), part(u2, 2, 1))), 1, 8),
      ]);
    }
    case "erf":
    case "erfc": {
      const g = name === "erf" ? apply("erfSlope", u) : negate(apply("erfSlope", u));
      const u2 = square(u);
      return lazily([
        () => g,
        () => negate(times(u, g)),
        () => part(times(g, less(part(u2, 2, 1), c(1))), 1, 3),
        () => part(times(times(u, g), less(c(3), part(u2, 2, 1))), 1, 6),
      ]);
    }
  }
  return name;
}

/** u^r, r·u^(r−1), … over k!, for r > 0. */
export function powerCoefficients<S>(A: Algebra<S>, u: S, r: Interval, order: number): S[] {
  let factor = ONE;
  /** u^(r − k); as a quotient where r − k is inexact, since exact powers say more of tails. */
  const powered = (left: Interval, k: number) => {
    if (left.lo > 0 && (isPoint(left) || A.range(u).lo <= 0)) return A.power(u, left);
    if (isPoint(left)) return A.divide(A.constant(ONE), A.power(u, point(-left.lo)));
    return A.divide(A.power(u, r), A.power(u, point(k)));
  };
  return Array.from({ length: order + 1 }, (_, k) => {
    if (k > 0) factor = divide(multiply(factor, subtract(r, point(k - 1))), point(k));
    const left = subtract(r, point(k));
    if (left.lo === 0 && left.hi === 0) return A.constant(factor);
    if (isPoint(r) && Number.isInteger(r.lo) && r.lo < k) return A.constant(point(0));
    return A.multiply(A.constant(factor), powered(left, k));
  });
}
