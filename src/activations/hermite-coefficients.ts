import type { Estimate } from "../numbers/adaptive-quadrature.js";
import { filled } from "../numbers/filled.js";
import { gaussianExpectation } from "../numbers/gaussian-expectation.js";
import { type Integrand, power, REACH, product as timesIntegrand } from "../numbers/integrand.js";
import { dd, difference, product, quotient, root } from "../numbers/intervals/double-double.js";
import { pow } from "../numbers/pow.js";
import { remembered, rememberedAt } from "../numbers/remembered.js";
import type { Activation } from "./activation.js";
import { integrandOf } from "./activation-integrand.js";

const HIGHEST = 20;

/**
 * h_0(t), …, h_n(t), h_n = He_n/√n!, orthonormal under N(0, 1): √(n+1)·h_{n+1} = t·h_n − √n·h_{n−1}. In double-double, since
 * the recurrence in doubles loses digits near the zeros and for small t at high n.
 */
function hermitesUpTo(n: number): (t: number) => readonly number[] {
  const roots = Array.from({ length: n + 1 }, (_, k) => root(dd(k)));
  return rememberedAt((t) => {
    const values = [1];
    let [before, current] = [dd(0), dd(1)];
    for (let k = 0; k < n; k++) {
      const next = difference(product(dd(t), current), product(roots[k], before));
      [before, current] = [current, quotient(next, roots[k + 1])];
      values.push(current.high);
    }
    return values;
  });
}

/** √(n!/m!) */
function rootOfFactorials(n: number, m: number): number {
  let ratio = 1;
  for (let i = m + 1; i <= n; i++) ratio *= i;
  return Math.sqrt(ratio);
}

const binomial = (n: number, k: number) => rootOfFactorials(n, n - k) ** 2 / rootOfFactorials(k, 0) ** 2;

/**
 * h_n as an integrand, expanded in the middle of an interval: h_n' = √n·h_(n−1), so h_n^(i)/i! = √(C(n, i)/i!)·h_(n−i).
 *
 * @param hermites those of all orders up to n at least.
 */
function hermiteIntegrand(n: number, hermites: (t: number) => readonly number[]): Integrand {
  const factors = Array.from({ length: n + 1 }, (_, i) => Math.sqrt(binomial(n, i)) / rootOfFactorials(i, 0));
  return {
    value: (t) => hermites(t)[n],
    // Two roundings, and those of the double-doubles where h_n vanishes.
    error: (t) => 2 ** -52 * Math.abs(hermites(t)[n]) + 1e-28 * pow(1 + Math.abs(t), n),
    bounds(low, high, order) {
      const middle = (low + high) / 2;
      const half = Math.max(high - middle, middle - low);
      const values = hermites(middle);
      const around = factors.map((factor, i) => factor * (Math.abs(values[n - i]) * (1 + 1e-12) + 1e-20));
      const a = filled(order + 1);
      for (let j = 0; j <= Math.min(n, order); j++)
        for (let i = n; i >= j; i--) a[j] = (a[j] * half * (i + 1)) / (i + 1 - j) + around[i] * (1 + 1e-14);
      return a;
    },
    kinks: [],
    // |He_n(t)| ≤ |t|^n beyond its zeros.
    far: { most: pow(REACH, n) / rootOfFactorials(n, 0), degree: n },
    scale: 1,
  };
}

/**
 * The Hermite coefficients E ψ(X)h_m(X), X ~ N(0, 1), for m = 0, …, n, with h_m = He_m/√m!: ψ = Σ c_m·h_m in L²(N(0, 1)),
 * and Σ c_m² = E ψ(X)². Their errors are those of gaussianExpectation: proved where ψ has a proof.
 *
 * @param n an integer from 0 to 20.
 * @param q an integer ≥ 1: those of ψ^q.
 * @param enough what their errors may be where they are proved; 0 for what doubles allow.
 * @throws RangeError for any other n.
 */
export function hermiteCoefficients(psi: Activation, n: number, q = 1, enough = 0): readonly Estimate[] {
  if (!(Number.isInteger(n) && n >= 0 && n <= HIGHEST))
    throw new RangeError(`n is ${n}; it must be an integer from 0 to ${HIGHEST}`);
  // All of them are integrals over nearly the same panels.
  const integrand = remembered(power(integrandOf(psi, 0), q));
  const hermites = hermitesUpTo(n);
  const secondMoment = q === 1 ? psi.gaussian.secondMoment : gaussianExpectation(power(integrand, 2));
  return Array.from({ length: n + 1 }, (_, m) => {
    const found = gaussianExpectation(timesIntegrand(integrand, hermiteIntegrand(m, hermites)), [], {
      relativeError: 2 ** -49,
      enough,
    });
    if (found.proven) return found;
    // Abscissas off by an ulp move h_m·φ by up to ulp(t)·√(m+1)·|h_{m+1}|·φ, and the rounding of t² moves φ by t²/2 ulp;
    // E t²h_m² = 2m + 1 and E t⁴h_m² = 6m² + 6m + 3.
    const growing = Math.sqrt((m + 1) * (2 * m + 3)) + Math.sqrt(6 * m * m + 6 * m + 3);
    return { ...found, error: found.error + 2 ** -53 * growing * Math.sqrt(secondMoment.value) };
  });
}
