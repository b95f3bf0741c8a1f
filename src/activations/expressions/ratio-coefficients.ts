import {
  add,
  hull,
  type Interval,
  integerPower,
  magnitude,
  mignitude,
  multiply,
  point,
  ZERO,
} from "../../numbers/intervals/interval.js";
import type { Algebra } from "./algebra.js";
import type { RatioName } from "./form.js";
import { taylorCoefficients } from "./taylor-coefficients.js";

type Series = readonly Interval[];

/** Terms of the series around 0. */
const TERMS = 24;
/** Up to this |u| the series is used, and beyond NEAR quotients. */
const [SMALL, NEAR] = [0.5, 0.25];

const BINOMIAL = Array.from({ length: TERMS + 1 }, (_, n) => {
  const row = [1];
  for (let k = 1; k <= n; k++) row.push((row[k - 1] * (n - k + 1)) / k);
  return row;
});

const maclaurin = new Map<RatioName, Series>();

/** The coefficients of F at 0, up to `TERMS` + 1. */
function atZero(A: Algebra<Interval>, name: RatioName): Series {
  const known = maclaurin.get(name) ?? taylorCoefficients(A, name, ZERO, TERMS + 1);
  maclaurin.set(name, known);
  return known;
}

/**
 * Taylor coefficients of G(u) = F(u)/u over a box that comes near 0; null for one that does not, where quotients do. As
 * G(u) = ∫₀¹ F'(su) ds, G_k(u) ∈ F_{k+1}([0, u]) with F_n = F^(n)/n!; and for small u, F^(k+1) by its series around 0 up to
 * u^N with Lagrange's remainder, integrated:
 *
 *   G_k(u) ∈ Σ_{n=k}^{N−1} F_{n+1}(0)·C(n, k)·u^{n−k} + F_{N+1}([0, u])·C(N, k)·u^{N−k}.
 */
export function ratioCoefficients(A: Algebra<Interval>, name: RatioName, u: Interval, order: number): Series | null {
  if (mignitude(u) >= NEAR) return null;
  const toZero = hull(ZERO, u);
  if (magnitude(u) > SMALL) return taylorCoefficients(A, name, toZero, order + 1).slice(1);
  const here = atZero(A, name);
  const last = taylorCoefficients(A, name, toZero, TERMS + 1)[TERMS + 1];
  const term = (coefficient: Interval, n: number, k: number) =>
    multiply(multiply(coefficient, point(BINOMIAL[n][k])), integerPower(u, n - k));
  return Array.from({ length: order + 1 }, (_, k) => {
    let total = term(last, TERMS, k);
    for (let n = TERMS - 1; n >= k; n--) total = add(total, term(here[n + 1], n, k));
    return total;
  });
}
