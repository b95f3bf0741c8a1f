import { defineActivation } from "./define-activation.js";

/** 1/(1 + e^(−t)) without overflow. */
function logistic(t: number): number {
  const e = Math.exp(-Math.abs(t));
  return t >= 0 ? 1 / (1 + e) : e / (1 + e);
}

/** ψ(t) = log(1 + e^t) − log 2, so that ψ(0) = 0. ψ'' = s(1−s) with s the logistic function: L = ¼. */
export const softplus = defineActivation({
  id: "softplus",
  latex: String.raw`\log(1 + e^t) - \log 2`,
  // log((1 + e^t)/2) = t/2 + log cosh(t/2); log1p((e^t − 1)/2) keeps the digits near 0.
  value: (t) =>
    Math.abs(t) < 1 ? Math.log1p(Math.expm1(t) / 2) : Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t))) - Math.LN2,
  derivative: logistic,
  secondDerivative: (t) => logistic(t) * logistic(-t),
  lipschitz: 1,
  smoothness: 0.25,
  provenance: "certified",
});
