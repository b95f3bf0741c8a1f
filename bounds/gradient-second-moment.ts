import { defineClaim, type Enclosure, nothing } from "lemmacheck";
import { integrandOf, radialSecondMoment } from "lemmacheck/activations";
import { d, psi } from "lemmacheck/networks";
import { gaussianExpectation, polynomial, power, product } from "lemmacheck/probability";
import { integralsAreProven, slopeMomentIsKnown } from "./hypotheses/hypotheses.js";
import { between } from "./laws/between.js";
import type { Given } from "./parameters.js";

type Setting = Given<"psi" | "d">;

/** (E[X²ψ'(X)²] + (d − 1)E ψ'(X)²)/d: no difference of numbers that may be alike. */
function repairedSide({ psi, d }: Setting): { readonly value: number; readonly error: number } {
  const [radial, second] = [radialSecondMoment(psi), psi.gaussian.derivativeSecondMoment];
  const value = radial.value / d + second.value * ((d - 1) / d);
  return { value, error: radial.error / d + second.error * ((d - 1) / d) + 2 ** -50 * value };
}

/**
 * E‖∇f(x)‖² = E[ψ'(w·x)²‖w‖²], since the signs a_ℓ are independent. With u = w·x ~ N(0, 1) and ‖x‖ = √d, w is
 * u·x/d plus an independent N(0, 1/d) vector on x^⊥: E[‖w‖² | u] = (u² + d − 1)/d. The errors of both right sides are added.
 */
function secondMomentOfGradient(given: Setting, freedom: number): Enclosure {
  const { psi, d } = given;
  const size = polynomial([freedom / d, 0, 1 / d]);
  const left = gaussianExpectation(product(power(integrandOf(psi, 1), 2), size));
  return between(left, Math.max(psi.gaussian.derivativeSecondMoment.error, repairedSide(given).error));
}

/** E‖∇f(x)‖² = E ψ'(X)², which Section 1.2 notices on the way to (3). */
export const gradientSecondMoment = defineClaim({
  id: "gradient-second-moment",
  label: "Second moment of the gradient (Section 1.2)",
  kind: "identity",
  quote: "noticing that E[‖∇f(x)‖²] = E_{X∼N(0,1)}[ψ'(X)²]",
  latex: String.raw`\mathbb{E}\|\nabla f(x)\|^2 = \mathbb{E}_{X \sim \mathcal{N}(0,1)}[\psi'(X)^2]`,
  nonClaims: ["that ‖∇f(x)‖ concentrates"],
  parameters: [psi, d],
  hypotheses: [integralsAreProven, slopeMomentIsKnown],
  draw: nothing,
  observed: (_, given) => secondMomentOfGradient(given, given.d - 1),
  relation: "=",
  // The statement speaks of every order in 1/d; the first is of size E ψ'²/d.
  resolution: ({ psi, d }) => psi.gaussian.derivativeSecondMoment.value / (100 * d),
  forms: {
    printed: {
      bound: ({ psi }) => psi.gaussian.derivativeSecondMoment.value,
      refutedAt: { psi: "tanh", d: 1 },
    },
    repaired: {
      latex: String.raw`\mathbb{E}\|\nabla f(x)\|^2 = \mathbb{E}[\psi'(X)^2] + \frac{\mathbb{E}[X^2 \psi'(X)^2] - \mathbb{E}[\psi'(X)^2]}{d}`,
      reason:
        "‖w_ℓ‖² and w_ℓ·x are not independent: the part of w_ℓ along x has (w_ℓ·x)²/d in place of its mean 1/d. The printed identity is right to leading order, and exact where E[X²ψ'(X)²] = E[ψ'(X)²], as for the identity and the ReLU.",
      bound: (given) => repairedSide(given).value,
    },
  },
  cells: [{ psi: ["tanh", "softplus", "relu", "identity"], d: [1, 100, 1e6, 1e15] }],
  witness: { psi: "tanh", d: 100 },
  mutants: {
    "d degrees of freedom across x": {
      of: "repaired",
      observed: (_, given) => secondMomentOfGradient(given, given.d),
      at: { psi: "relu", d: 100 },
    },
    "the correction with the wrong sign": {
      of: "repaired",
      bound: ({ psi, d }, right) => {
        const second = psi.gaussian.derivativeSecondMoment.value;
        return d > 0 ? 2 * second - (right() ?? 0) : null;
      },
      at: { psi: "tanh", d: 100 },
    },
    "E ψ'(X) for E ψ'(X)²": {
      bound: ({ psi }) => gaussianExpectation(integrandOf(psi, 1)).value,
      at: { psi: "tanh", d: 100 },
    },
  },
});
