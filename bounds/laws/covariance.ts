import type { Enclosure } from "lemmacheck";
import { pow } from "lemmacheck";
import { type Activation, hermiteCoefficients, integrandOf, linearSides } from "lemmacheck/activations";
import { type Estimate, gaussianExpectation, type Integrand, kept, power, product } from "lemmacheck/probability";
import { smoothed } from "./smoothed.js";

/** Terms of the series of ψ itself, and of its powers, of which less is asked. */
const [TERMS, FEW] = [20, 12];
/** What the error of a term of these may be, in units of √(E ψ^(2q)). */
const ROUGH = 1e-9;

/**
 * E F(X)G(Y) for standard normal X, Y with E XY = ρ and F = ψ^p, G = ψ^q, by Mehler's formula Σ a_n·b_n·ρ^n, a_n and b_n their
 * coefficients in the orthonormal Hermite polynomials. What is left after N terms is, by Cauchy and Schwarz, at most
 * |ρ|^(N+1)·√(E F² − Σ a_n²)·√(E G² − Σ b_n²) either way. Between proved ends where ψ has a proof.
 */
export function mixedMoment(
  psi: Activation,
  rho: number,
  [p, q]: readonly [number, number],
  terms = FEW,
): Exclude<Enclosure, number> {
  const [F, G] = [seriesOf(psi, p, terms), seriesOf(psi, q, terms)];
  let [sum, error] = [0, 0];
  for (const [n, a] of F.coefficients.entries()) {
    const [b, weight] = [G.coefficients[n], pow(rho, n)];
    sum += a.value * b.value * weight;
    const size = Math.abs(weight) * (1 + 1e-13);
    error += size * (Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error);
    // The rounding of the term, of the power and of the sum.
    error += size * 2 ** -46 * Math.abs(a.value * b.value);
  }
  if (!(F.left < Infinity && G.left < Infinity)) return { lower: -Infinity, upper: Infinity };
  const rest = pow(Math.abs(rho), terms + 1) * Math.sqrt(F.left * G.left) * (1 + 1e-13) + error;
  return { lower: sum - rest, upper: sum + rest };
}

/** Hermite coefficients of ψ^q, and what is left of E ψ^(2q) beyond them, at most. */
const seriesOf = kept((psi: Activation, q: number, terms: number) => {
  const whole = q === 1 ? psi.gaussian.secondMoment : gaussianExpectation(power(integrandOf(psi, 0), 2 * q));
  const enough = terms === TERMS ? 0 : ROUGH * Math.sqrt(Math.max(0, whole.value));
  const coefficients = hermiteCoefficients(psi, terms, q, enough);
  const mass = coefficients.reduce((sum, { value, error }) => sum + Math.max(0, Math.abs(value) - error) ** 2, 0);
  const left = Math.max(0, whole.value + whole.error - mass * (1 - 2 ** -46));
  const sure = whole.proven && coefficients.every(({ proven }) => proven);
  return { coefficients, left: sure ? left : Infinity };
});

/** E ψ(X)^q, between proved ends where ψ has a proof. */
export const powerMoment = kept((psi: Activation, q: number): Exclude<Enclosure, number> => {
  const { value, error, proven } = gaussianExpectation(power(integrandOf(psi, 0), q));
  return proven ? { lower: value - error, upper: value + error } : { lower: -Infinity, upper: Infinity };
});

/** E X₊Y₊ for E XY = ρ: the arc-cosine kernel (Cho and Saul 2009). */
const ofPositiveParts = (rho: number) =>
  (Math.sqrt((1 - rho) * (1 + rho)) + rho * (Math.PI - Math.acos(rho))) / (2 * Math.PI);

/**
 * E ψ(X)ψ(Y) by the series; in closed form for ψ(t) = r·t₊ − l·(−t)₊, since −Y has the correlation −ρ with X. Each kernel is
 * within 5 roundings of numbers up to 1, so that all are within 16 of r² + l².
 */
export function covarianceByFormula(psi: Activation, rho: number): Exclude<Enclosure, number> {
  const sides = linearSides(psi);
  if (!sides) return mixedMoment(psi, rho, [1, 1], TERMS);
  const { left, right } = sides;
  const squares = left * left + right * right;
  const value = squares * ofPositiveParts(rho) - 2 * left * right * ofPositiveParts(-rho);
  return { lower: value - 2 ** -49 * squares, upper: value + 2 ** -49 * squares };
}

/** ψ(−t). */
function reflected(f: Integrand): Integrand {
  const { bounds } = f;
  return {
    ...f,
    value: (t) => f.value(-t),
    error: (t) => f.error(-t),
    bounds: bounds && ((low, high, order) => bounds(-high, -low, order)),
    kinks: f.kinks.map((kink) => -kink).toReversed(),
  };
}

/** Where the inner integral is looked at before all others. */
const TRIED = [0, 1, -1];

/** What the error of the integrals may be, in units of E ψ². */
const ENOUGH = 1e-9;

/**
 * E ψ(X)ψ(Y) by two integrals, one in the other: X = rS + √(1 − r²)Z and Y = ±rS + √(1 − r²)Z' with r = √|ρ|, so that it is
 * E m(S)m(±S) for m(s) = E ψ(rs + √(1 − r²)Z), which is smooth whatever ψ is. Proved where ψ has majorants and is bounded or
 * Lipschitz; it has nothing in common with the series but ψ and the rule. That r² is |ρ| but for rounding costs, by Mehler's
 * series Σ a_n²ρ^n, at most E ψ²·max nρ^(n−1) ≤ E ψ²/(1 − |ρ|)² times it.
 */
export const covarianceByIntegrals = kept((psi: Activation, rho: number): Estimate => {
  const f = integrandOf(psi, 0);
  if (rho === 1) return psi.gaussian.secondMoment;
  if (rho === 0) {
    const { value, error, proven } = psi.gaussian.mean;
    return { value: value * value, error: (2 * Math.abs(value) + error) * error + 2 ** -52 * value * value, proven };
  }
  if (rho === -1) return gaussianExpectation(product(f, reflected(f)));
  const { secondMoment } = psi.gaussian;
  const unknown: Estimate = { value: secondMoment.value, error: Infinity, proven: false };
  const rounding = (2 ** -51 * Math.abs(rho) * secondMoment.value) / (1 - Math.abs(rho)) ** 2;
  const enough = ENOUGH * secondMoment.value;
  // Next to ±1 no integral would be worth its time.
  if (!(rounding <= 10 * enough)) return unknown;
  const mean = smoothed(psi, Math.sqrt(Math.abs(rho)), (enough / Math.sqrt(secondMoment.value)) * 0.1);
  // Nor where it is not known near the middle: each panel has fifteen of it.
  if (!mean || TRIED.some((s) => !(mean.error(s) * Math.sqrt(secondMoment.value) <= 10 * enough))) return unknown;
  const found = gaussianExpectation(rho > 0 ? power(mean, 2) : product(mean, reflected(mean)), [], { enough });
  return { ...found, error: found.error + rounding };
});
