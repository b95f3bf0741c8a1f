import { TWO_OVER_ROOT_PI } from "../../numbers/intervals/elementary.js";
import {
  add,
  contains,
  divide,
  hull,
  type Interval,
  integerPower,
  isPoint,
  magnitude,
  mignitude,
  multiply,
  negate,
  ONE,
  point,
  square,
  squareRoot,
  subtract,
  ZERO,
} from "../../numbers/intervals/interval.js";
import { realPower } from "../../numbers/intervals/real-power.js";
import type { Form, FormFunction, RatioName } from "./form.js";
import { DOMAIN, INTERVAL_FUNCTIONS } from "./interval-functions.js";

/** Enclosures of u(t), u'(t), u''(t)/2, …, u^(n)(t)/n! for all t of a box. */
type Series = readonly Interval[];

const isZero = ({ lo, hi }: Interval) => lo === 0 && hi === 0;
const scaled = (factor: Interval, u: Series): Series => u.map((a) => multiply(factor, a));
const zip = (u: Series, v: Series, f: (a: Interval, b: Interval) => Interval): Series => u.map((a, k) => f(a, v[k]));
/** The series of a constant, as long as another. */
const constant = (value: Interval, { length }: Series): Series =>
  Array.from({ length }, (_, k) => (k === 0 ? value : ZERO));

/** Σ u_j·v_{k−j} over from ≤ j ≤ to, zeros left out: most series of t itself are short. */
function convolution(u: Series, v: Series, k: number, from = 0, to = k): Interval {
  let total = ZERO;
  for (let j = from; j <= to; j++) if (!isZero(u[j]) && !isZero(v[k - j])) total = add(total, multiply(u[j], v[k - j]));
  return total;
}

const product = (u: Series, v: Series): Series => u.map((_, k) => convolution(u, v, k));
const squared = (u: Series): Series => u.map((a, k) => (k === 0 ? square(a) : convolution(u, u, k)));

function quotient(u: Series, v: Series): Series {
  const q: Interval[] = [];
  for (let k = 0; k < u.length; k++) q.push(divide(subtract(u[k], convolution(q, v, k, 0, k - 1)), v[0]));
  return q;
}

/** u' as a series. */
const slopeOf = (u: Series): Series => u.slice(1).map((a, j) => multiply(point(j + 1), a));

/** F(u) with F(u)' = g·u', g known. */
function integral(value: Interval, g: Series, u: Series): Series {
  const slope = slopeOf(u);
  return u.map((_, k) => (k === 0 ? value : divide(convolution(slope, g, k - 1), point(k))));
}

/** Solutions y_i of y_i' = g_i(y)·u' with y_i(0) given: coefficients of y up to k give those of g up to k. */
function solve(
  values: readonly Interval[],
  slopes: readonly ((y: readonly Series[], k: number) => Interval)[],
  u: Series,
): readonly Series[] {
  const slope = slopeOf(u);
  const y = values.map((value) => [value]);
  const g: Interval[][] = values.map(() => []);
  for (let k = 1; k < u.length; k++) {
    for (const [i, gi] of slopes.entries()) g[i].push(gi(y, k - 1));
    for (const [i, yi] of y.entries()) yi.push(divide(convolution(slope, g[i], k - 1), point(k)));
  }
  return y;
}

function root(u: Series): Series {
  const r = [squareRoot(u[0])];
  for (let k = 1; k < u.length; k++)
    r.push(divide(subtract(u[k], convolution(r, r, k, 1, k - 1)), multiply(point(2), r[0])));
  return r;
}

function power(u: Series, r: Interval): Series {
  if (isPoint(r) && Number.isInteger(r.lo)) {
    let [result, base]: [Series | null, Series] = [null, u];
    for (let rest = r.lo; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = result ? product(result, base) : base;
      if (rest > 1) base = squared(base);
    }
    return result ?? constant(ONE, u);
  }
  // u·p' = r·p·u', coefficient by coefficient.
  const p = [realPower(u[0], r)];
  for (let k = 1; k < u.length; k++) {
    let total = ZERO;
    for (let j = 1; j <= k; j++) {
      const factor = subtract(multiply(point(j), add(r, ONE)), point(k));
      if (!isZero(u[j])) total = add(total, multiply(factor, multiply(u[j], p[k - j])));
    }
    p.push(divide(divide(total, point(k)), u[0]));
  }
  return p;
}

const plusConstant = (u: Series, c: Interval): Series => u.map((a, k) => (k === 0 ? add(c, a) : a));
const plusOne = (u: Series) => plusConstant(u, ONE);

/** F(u) by the differential equation that F satisfies. */
function apply(name: FormFunction, u: Series): Series {
  const at = (f: FormFunction) => INTERVAL_FUNCTIONS[f](u[0]);
  const withValue = (value: Interval, rest: Series) => [value, ...rest.slice(1)];
  const exp = () => solve([at("exp")], [([e], k) => e[k]], u)[0];
  /** F and G with F' = G and G' = ±F. */
  const pair = (f: FormFunction, g: FormFunction, sign: (a: Interval) => Interval) =>
    solve([at(f), at(g)], [([, y], k) => y[k], ([y], k) => sign(y[k])], u);
  /** tanh and 1/cosh²: T' = w, w' = −2Tw. */
  const hyperbolic = () =>
    solve([at("tanh"), at("sech2")], [([, w], k) => w[k], ([t, w], k) => multiply(point(-2), convolution(t, w, k))], u);
  const sigmoid = () => solve([at("sigmoid")], [([s], k) => subtract(s[k], convolution(s, s, k))], u)[0];
  const gaussian = () => scaled(TWO_OVER_ROOT_PI, apply("exp", squared(u).map(negate)));
  const inverse = (v: Series) => quotient(constant(ONE, u), v);
  switch (name) {
    case "exp":
      return exp();
    case "expm1":
      return withValue(at(name), exp());
    case "log":
      return integral(at(name), inverse(u), u);
    case "log1p":
      return integral(at(name), inverse(plusOne(u)), u);
    case "sqrt":
      return root(u);
    case "sqrt1pm1":
      return withValue(at(name), root(plusOne(u)));
    case "sin":
      return pair("sin", "cos", negate)[0];
    case "cos":
      return pair("sin", "cos", negate)[1];
    case "sinh":
      return pair("sinh", "cosh", (a) => a)[0];
    case "cosh":
      return pair("sinh", "cosh", (a) => a)[1];
    case "tanh":
      return hyperbolic()[0];
    case "sech2":
      return hyperbolic()[1];
    case "logCosh":
      return integral(at(name), hyperbolic()[0], u);
    case "sigmoid":
      return sigmoid();
    case "softplus":
      return integral(at(name), sigmoid(), u);
    case "atan":
      return integral(at(name), inverse(plusOne(squared(u))), u);
    case "asinh":
      return integral(at(name), inverse(root(plusOne(squared(u)))), u);
    case "erf":
      return integral(at(name), gaussian(), u);
    case "erfc":
      return integral(at(name), gaussian().map(negate), u);
  }
  return name;
}

/** Taylor coefficients of a function up to `order` over a box inside its domain. */
export function functionSeries(name: FormFunction, box: Interval, order: number): Series {
  return apply(
    name,
    Array.from({ length: order + 1 }, (_, k) => (k === 0 ? box : k === 1 ? ONE : ZERO)),
  );
}

/** Σ g_k·(u − u_0)^k */
function composed(g: Series, u: Series): Series {
  const rise = u.map((a, k) => (k === 0 ? ZERO : a));
  return g.reduceRight<Series>((total, value) => plusConstant(product(total, rise), value), constant(ZERO, u));
}

/**
 * Enclosures of the Taylor coefficients of a form up to `order` over a box, by the recurrences of automatic
 * differentiation (Moore 1966; Griewank and Walther 2008, chapter 13); null where an operation may leave its domain.
 *
 * @param sides which of two each |u|, sign, max, min and choice is, as `encloseBox` gives them: the series is that of the
 *   function with these sides all over the box; null if one is not there.
 */
export function longSeries(
  form: Form,
  box: Interval,
  order: number,
  sides: ReadonlyMap<number, boolean> = new Map(),
): Series | null {
  const input = Array.from({ length: order + 1 }, (_, k) => (k === 0 ? box : k === 1 ? ONE : ZERO));
  const done: Series[] = [];
  for (const [i, step] of form.entries()) {
    const side = sides.get(i);
    switch (step.kind) {
      case "constant":
        done.push(constant(step.range, input));
        break;
      case "variable":
        done.push(input);
        break;
      case "negate":
        done.push(done[step.a].map(negate));
        break;
      case "add":
      case "subtract":
        done.push(zip(done[step.a], done[step.b], step.kind === "add" ? add : subtract));
        break;
      case "multiply":
        done.push(product(done[step.a], done[step.b]));
        break;
      case "divide":
        if (contains(done[step.b][0], 0)) return null;
        done.push(quotient(done[step.a], done[step.b]));
        break;
      case "power":
        if (!Number.isInteger(step.exponent) && !(done[step.a][0].lo > 0)) return null;
        done.push(power(done[step.a], step.range));
        break;
      case "function": {
        const u = done[step.a];
        const domain = DOMAIN[step.name];
        if (domain && !(u[0].lo > domain.least)) return null;
        done.push(apply(step.name, u));
        break;
      }
      case "ratio": {
        const u = done[step.a];
        if (step.name === "log1p" && !(u[0].lo > -1)) return null;
        const g = ratioCoefficients(step.name, u[0], order);
        done.push(g ? composed(g, u) : quotient(apply(step.name, u), u));
        break;
      }
      case "abs":
        if (side === undefined) return null;
        done.push(side ? done[step.a] : done[step.a].map(negate));
        break;
      case "sign":
        if (side === undefined) return null;
        done.push(constant(point(side ? 1 : -1), input));
        break;
      case "max":
      case "min":
        if (side === undefined) return null;
        done.push(done[side ? step.a : step.b]);
        break;
      case "choice":
        if (side === undefined) return null;
        done.push(done[side ? step.yes : step.no]);
        break;
    }
  }
  return done[form.length - 1];
}

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
function atZero(name: RatioName): Series {
  const known = maclaurin.get(name) ?? functionSeries(name, ZERO, TERMS + 1);
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
export function ratioCoefficients(name: RatioName, u: Interval, order: number): Series | null {
  if (mignitude(u) >= NEAR) return null;
  const toZero = hull(ZERO, u);
  if (magnitude(u) > SMALL) return functionSeries(name, toZero, order + 1).slice(1);
  const here = atZero(name);
  const last = functionSeries(name, toZero, TERMS + 1)[TERMS + 1];
  const term = (coefficient: Interval, n: number, k: number) =>
    multiply(multiply(coefficient, point(BINOMIAL[n][k])), integerPower(u, n - k));
  return Array.from({ length: order + 1 }, (_, k) => {
    let total = term(last, TERMS, k);
    for (let n = TERMS - 1; n >= k; n--) total = add(total, term(here[n + 1], n, k));
    return total;
  });
}
