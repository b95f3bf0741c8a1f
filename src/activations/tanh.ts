import { defineActivation } from "./define-activation.js";

/** 1 − tanh²(t) = 1/cosh²(t), by e^(−2|t|) so that it neither cancels nor overflows. */
function sechSquared(t: number): number {
  const e = Math.exp(-2 * Math.abs(t));
  return (4 * e) / ((1 + e) * (1 + e));
}

/** ψ(t) = tanh(t). ψ'' = −2·tanh·(1 − tanh²) is largest where tanh² = ⅓: L = 4/(3√3). */
export const tanh = defineActivation({
  id: "tanh",
  latex: String.raw`\tanh t`,
  value: Math.tanh,
  derivative: sechSquared,
  secondDerivative: (t) => -2 * Math.tanh(t) * sechSquared(t),
  supremum: 1,
  lipschitz: 1,
  smoothness: 4 / (3 * Math.sqrt(3)),
  provenance: "certified",
});
