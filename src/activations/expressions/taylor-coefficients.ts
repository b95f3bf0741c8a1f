import { divide, type Interval, ONE, point } from "../../numbers/intervals/interval.js";
import type { Algebra } from "./algebra.js";
import { derivativeCoefficients, overFactorial, type PolynomialFamily } from "./derivative-polynomials.js";
import type { FormFunction } from "./form.js";
import { binomial } from "./power-coefficients.js";

/**
 * F(u), F'(u), F''(u)/2, …, F^(n)(u)/n! for a function F, by closed forms (derivative-polynomials.ts): they say more of
 * wide enclosures than recurrences do.
 */
export function taylorCoefficients<S>(A: Algebra<S>, name: FormFunction, u: S, order: number): readonly S[] {
  const value = A.apply(name, u);
  if (order === 0) return [value];
  const at = (f: FormFunction) => (f === name ? value : A.apply(f, u));
  const one = A.constant(ONE);

  const raised = (a: S, n: number): S =>
    n === 1 ? a : n % 2 === 0 ? A.square(raised(a, n / 2)) : A.multiply(a, raised(a, n - 1));

  /** P_n(v)/k! by Horner's rule in v². */
  function polynomial(family: PolynomialFamily, n: number, v: S, k: number): S {
    const coefficients = derivativeCoefficients(family, n, k);
    const odd = n % 2 === 0;
    let total = A.constant(coefficients[coefficients.length - 1]);
    if (coefficients.length === 1) return odd ? A.multiply(total, v) : total;
    const square = A.square(v);
    for (let i = coefficients.length - 2; i >= 0; i--)
      total = A.add(A.multiply(total, square), A.constant(coefficients[i]));
    return odd ? A.multiply(v, total) : total;
  }

  /** What follows F(u): the k-th derivative over k! for k from 1. */
  function rest(make: (k: number) => S): readonly S[] {
    const all = [value];
    for (let k = 1; k <= order; k++) all.push(make(k));
    return all;
  }

  const overK = (a: S, k: number) => (k === 1 ? a : A.multiply(A.constant(overFactorial(k)), a));

  /** Derivatives of tanh, the first of them the `first`-th derivative of F. */
  function hyperbolic(first: number) {
    const [v, w] = [at("tanh"), at("sech2")];
    return (k: number) => {
      const n = k - first + 1;
      return n === 0 ? v : A.multiply(w, polynomial("tanh", n, v, k));
    };
  }
  function logistic(first: number) {
    const [s, complement] = [at("sigmoid"), A.apply("sigmoid", A.negate(u))];
    const [w, z] = [A.multiply(s, complement), A.subtract(complement, s)];
    return (k: number) => {
      const n = k - first + 1;
      return n === 0 ? s : A.multiply(w, polynomial("logistic", n, z, k));
    };
  }
  function inversePowers(of: S, factor: (k: number) => Interval, exponent: (k: number) => number) {
    const inverse = A.divide(one, of);
    return rest((k) => A.multiply(A.constant(factor(k)), raised(inverse, exponent(k))));
  }
  const alternating = (k: number) => divide(point(k % 2 === 1 ? 1 : -1), point(k));
  const halfBinomial = (k: number) => binomial(point(1 / 2), k);
  /** Derivatives that are ±F or ±G in turn, over 4 or 2 of them. */
  function turning(other: FormFunction, signs: readonly (1 | -1)[]) {
    const pair = [value, at(other)];
    return rest((k) => {
      const signed = signs[k % signs.length] < 0 ? A.negate(pair[k % 2]) : pair[k % 2];
      return overK(signed, k);
    });
  }

  switch (name) {
    case "exp":
    case "expm1": {
      const e = at("exp");
      return rest((k) => overK(e, k));
    }
    case "log":
      return inversePowers(u, alternating, (k) => k);
    case "log1p":
      return inversePowers(A.add(one, u), alternating, (k) => k);
    case "sqrt":
      return inversePowers(at("sqrt"), halfBinomial, (k) => 2 * k - 1);
    case "sqrt1pm1":
      return inversePowers(A.apply("sqrt", A.add(one, u)), halfBinomial, (k) => 2 * k - 1);
    case "sin":
      return turning("cos", [1, 1, -1, -1]);
    case "cos":
      return turning("sin", [1, -1, -1, 1]);
    case "sinh":
      return turning("cosh", [1]);
    case "cosh":
      return turning("sinh", [1]);
    case "tanh":
      return rest(hyperbolic(1));
    case "logCosh":
      return rest(hyperbolic(2));
    case "sech2":
      return rest(hyperbolic(0));
    case "sigmoid":
      return rest(logistic(1));
    case "softplus":
      return rest(logistic(2));
    case "atan": {
      const w = A.divide(one, A.add(one, A.square(u)));
      return rest((k) => A.multiply(raised(w, k), polynomial("atan", k, u, k)));
    }
    case "asinh": {
      const w = A.divide(one, A.apply("sqrt", A.add(one, A.square(u))));
      return rest((k) => A.multiply(raised(w, 2 * k - 1), polynomial("asinh", k, u, k)));
    }
    case "erf":
    case "erfc": {
      const slope = A.apply("erfSlope", u);
      const g = name === "erf" ? slope : A.negate(slope);
      return rest((k) => A.multiply(g, polynomial("erf", k, u, k)));
    }
  }
  return name;
}
