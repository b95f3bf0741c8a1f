import type { Enclosure } from "lemmacheck";
import { type Activation, hermiteCoefficients } from "lemmacheck/activations";
import { gaussianExpectation } from "lemmacheck/probability";

/** Terms of the series. */
const TERMS = 20;

/**
 * E ψ(X)ψ(Y) for standard normal X, Y with E XY = ρ, by Mehler's formula Σ c_n²ρ^n, c_n the coefficients of ψ in the
 * orthonormal Hermite polynomials. What is left after N terms is at most |ρ|^(N+1)(E ψ² − Σ c_n²) either way.
 */
export function covarianceBySeries(psi: Activation, rho: number): Exclude<Enclosure, number> {
  let [sum, error, mass] = [0, 0, 0];
  for (const [n, c] of hermiteCoefficients(psi, TERMS).entries()) {
    const power = rho ** n;
    sum += c.value ** 2 * power;
    error += Math.abs(power) * (2 * Math.abs(c.value) + c.error) * c.error;
    mass += Math.max(0, Math.abs(c.value) - c.error) ** 2;
  }
  const { secondMoment } = psi.gaussian;
  const left = Math.max(0, secondMoment.value + secondMoment.error - mass);
  const rest = Math.abs(rho) ** (TERMS + 1) * left + error;
  return { lower: sum - rest, upper: sum + rest };
}

/** Relative to the values of the integrands, what the quadrature of either integral may leave. */
const RELATIVE_ERROR = 1e-9;

/** E g(ψ(X), ψ(Y)) by two integrals, one in the other: Y = ρX + √(1 − ρ²)Z. */
export function expectationByIntegrals(psi: Activation, rho: number, g: (x: number, y: number) => number): number {
  const across = Math.sqrt((1 - rho) * (1 + rho));
  const inner = (s: number) => {
    const x = psi.value(s);
    if (across === 0) return g(x, psi.value(Math.sign(rho) * s));
    const kinks = psi.kinks.map((kink) => (kink - rho * s) / across);
    const integrand = (t: number) => g(x, psi.value(rho * s + across * t));
    return gaussianExpectation(integrand, kinks, { relativeError: RELATIVE_ERROR }).value;
  };
  return gaussianExpectation(inner, psi.kinks, { relativeError: RELATIVE_ERROR }).value;
}

/** E ψ(X)ψ(Y) by two integrals, one in the other. */
export function covarianceByIntegrals(psi: Activation, rho: number): number {
  return expectationByIntegrals(psi, rho, (x, y) => x * y);
}
