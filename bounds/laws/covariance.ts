import type { Enclosure } from "lemmacheck";
import { type Activation, hermiteCoefficients, integrandOf } from "lemmacheck/activations";
import { type Grown, gaussianPairExpectation, polynomial, power } from "lemmacheck/probability";

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

/** ψ^q for q ≥ 1, or 1, with |ψ| ≤ sup|ψ| or |ψ(0)| + Lip(ψ)|t|. */
function powerOf(psi: Activation, q: number): Grown {
  const growth =
    psi.supremum < Infinity
      ? { constant: psi.supremum, slope: 0, power: q }
      : { constant: Math.abs(psi.value(0)), slope: psi.lipschitz, power: q };
  return { f: q === 0 ? polynomial([1]) : power(integrandOf(psi, 0), q), growth };
}

/** E (ψ(X) + wψ(Y))^q by its binomials, each by two integrals. */
export function expectationOfPower(psi: Activation, rho: number, w: number, q: number): number {
  let [total, binomial] = [0, 1];
  for (let i = 0; i <= q; i++) {
    total += binomial * w ** i * gaussianPairExpectation(powerOf(psi, q - i), powerOf(psi, i), rho).value;
    binomial = (binomial * (q - i)) / (i + 1);
  }
  return total;
}

/** E ψ(X)ψ(Y) by two integrals, one in the other. */
export function covarianceByIntegrals(psi: Activation, rho: number): number {
  return gaussianPairExpectation(powerOf(psi, 1), powerOf(psi, 1), rho).value;
}
