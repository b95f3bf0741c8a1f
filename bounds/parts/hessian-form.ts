import type { Hypothesis, LogProbability } from "lemmacheck";
import { type Activation, integrandOf } from "lemmacheck/activations";
import {
  type Estimate,
  gaussianExpectation,
  gaussianMixture,
  kept,
  logNormalUpperTail,
  multiple,
  polynomial,
  power,
  product,
  tailEnclosure,
} from "lemmacheck/probability";
import { isToldClosely } from "../hypotheses/hypotheses.js";
import type { Given } from "../parameters.js";

/** E[W⁴(ψ''(Z)/L)²]: in units of L, as ψ''² alone may be beyond doubles. Kept, as every draw asks for the bound. */
const formMoment = kept((psi: Activation, correlation: number): Estimate => {
  const along = correlation ** 2;
  const across = 1 - along;
  const fourth = polynomial([3 * across ** 2, 0, 6 * along * across, 0, along ** 2]);
  // The hypothesis that ψ'' is known is checked before any bound is taken.
  return gaussianExpectation(product(power(multiple(1 / psi.smoothness, integrandOf(psi, 2)), 2), fourth));
});

/**
 * √E[W⁴ψ''(Z)²] with W = ρZ + √(1 − ρ²)ξ: given Z, W⁴ has mean ρ⁴Z⁴ + 6ρ²(1 − ρ²)Z² + 3(1 − ρ²)². As the a_ℓ are
 * independent signs, it is d times the deviation of uᵀ∇²f(x)u, at every k.
 */
export function formDeviation({ psi, correlation }: Given<"psi" | "correlation">): number {
  return psi.smoothness === 0 ? 0 : psi.smoothness * Math.sqrt(formMoment(psi, correlation).value);
}

/** The deviation of uᵀ∇²f(x)u is told to nine digits, for the ρ of a cell; where ψ'' is none, another hypothesis says so. */
export function formDeviationIsKnown<P extends "psi" | "correlation">(
  settingOf: (given: Given<P>) => Given<"psi" | "correlation">,
): Hypothesis<Given<P>> {
  const isKnown = ({ psi, correlation }: Given<"psi" | "correlation">) =>
    psi.smoothness < Infinity && psi.secondDerivative !== null && isToldClosely(formMoment(psi, correlation));
  return {
    latex: String.raw`\mathbb{E}[W^4 \psi''(Z)^2] < \infty`,
    holds: (given) => settingOf(given).psi.smoothness === 0 || isKnown(settingOf(given)) || null,
    because: (given) => `E[W⁴ψ''(Z)²] is not known closely enough for ${settingOf(given).psi.id}`,
  };
}

/** log P(ξ > x) for x between two bounds. */
const tailBetween = (least: number, most: number): LogProbability => ({
  logLower: most === Infinity ? -Infinity : tailEnclosure(logNormalUpperTail(most)).logLower,
  logUpper: least === Infinity ? -Infinity : tailEnclosure(logNormalUpperTail(least)).logUpper,
});
const logSum = (x: number, y: number) =>
  Math.max(x, y) === -Infinity ? -Infinity : Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));

/**
 * log P(W²|ψ''(Z)|/d > b) for |ρ| < 1, which is that of |uᵀ∇²f(x)u| > b where k = 1: |ρZ + √(1 − ρ²)ξ| exceeds
 * r = √(bd/|ψ''(Z)|). Enclosed by what |ψ''| is at least and at most over intervals of Z; null where that is not known.
 */
export function oneNeuronForm(
  { psi, d, correlation }: Given<"psi" | "d" | "correlation">,
  bound: number,
): LogProbability | null {
  if (Math.abs(correlation) === 1 || !psi.secondDerivative || !psi.proof) return null;
  const { value, error, bounds } = integrandOf(psi, 2);
  const across = Math.sqrt((1 - correlation) * (1 + correlation));
  const farOut = Math.min(
    0,
    Math.LN2 + tailEnclosure(logNormalUpperTail(Math.sqrt((bound * d) / psi.smoothness))).logUpper,
  );
  return gaussianMixture((low, high) => {
    // Far out |ψ''| is at most L; beside a ρ of its own Z has no bound there.
    if (low === -Infinity || high === Infinity)
      return { logLower: -Infinity, logUpper: correlation === 0 ? farOut : 0 };
    const middle = (low + high) / 2;
    const a = bounds?.(low, high, 1) ?? [];
    const size = Math.abs(value(middle));
    const off = error(middle) + (a.length > 1 ? a[1] * (high - low) * 0.5000001 : Infinity);
    const [nearest, farthest] = [Math.min(a[0] ?? Infinity, size + off), size - off].map((x) =>
      x > 0 ? Math.sqrt((bound * d) / x) : Infinity,
    );
    const sides = [correlation, -correlation].map((rho) => {
      const [least, most] = [Math.min(rho * low, rho * high), Math.max(rho * low, rho * high)];
      return tailBetween((nearest + least) / across, (farthest + most) / across);
    });
    return {
      logLower: logSum(sides[0].logLower, sides[1].logLower),
      logUpper: Math.min(0, logSum(sides[0].logUpper, sides[1].logUpper)),
    };
  });
}
