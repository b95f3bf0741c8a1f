import type { Estimate } from "../numbers/adaptive-quadrature.js";
import { gaussianExpectation } from "../numbers/gaussian-expectation.js";
import { dd, difference, product, quotient, root } from "../numbers/intervals/double-double.js";
import type { Activation } from "./activation.js";

const HIGHEST = 20;

/**
 * h_n(t) = He_n(t)/√n!, orthonormal under N(0, 1): √(n+1)·h_{n+1} = t·h_n − √n·h_{n−1}. In double-double, since the
 * recurrence in doubles loses digits near the zeros and for small t at high n.
 */
function hermite(n: number, t: number): number {
  let [before, current] = [dd(0), dd(1)];
  for (let k = 0; k < n; k++) {
    const next = difference(product(dd(t), current), product(root(dd(k)), before));
    [before, current] = [current, quotient(next, root(dd(k + 1)))];
  }
  return current.high;
}

/**
 * The Hermite coefficients E ψ(X)h_m(X), X ~ N(0, 1), for m = 0, …, n, with h_m = He_m/√m!: ψ = Σ c_m·h_m in L²(N(0, 1)),
 * and Σ c_m² = E ψ(X)². Errors are those of the quadrature (gaussian-expectation.ts) with values of ψ off by 8 ulp, and
 * two that grow with m. Abscissas off by an ulp move h_m·φ, φ the density, by up to ulp(t)·√(m+1)·|h_{m+1}|·φ, and the
 * rounding of t² moves φ by t²/2 ulp. With E t²h_m² = 2m + 1 and E t⁴h_m² = 6m² + 6m + 3, Cauchy–Schwarz bounds them by
 * 2^−53·√(E ψ²) times √((m+1)(2m+3)) and √(6m² + 6m + 3).
 *
 * @param n an integer from 0 to 20.
 * @throws RangeError for any other n.
 */
export function hermiteCoefficients(psi: Activation, n: number): readonly Estimate[] {
  if (!(Number.isInteger(n) && n >= 0 && n <= HIGHEST))
    throw new RangeError(`n is ${n}; it must be an integer from 0 to ${HIGHEST}`);
  const { secondMoment } = psi.gaussian;
  return Array.from({ length: n + 1 }, (_, m) => {
    const integrand = (t: number) => psi.value(t) * hermite(m, t);
    const { value, error } = gaussianExpectation(integrand, psi.kinks, { relativeError: 2 ** -49 });
    const growing = Math.sqrt((m + 1) * (2 * m + 3)) + Math.sqrt(6 * m * m + 6 * m + 3);
    return { value, error: error + 2 ** -53 * growing * Math.sqrt(secondMoment.value) };
  });
}
