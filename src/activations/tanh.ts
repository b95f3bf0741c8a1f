import { tanhBounds } from "../numbers/majorants/elementary-bounds.js";
import { defineActivation } from "./define-activation.js";
import { timesSechSquared } from "./times-sech-squared.js";

/** ψ(t) = tanh(t), odd. ψ'' = −2·tanh/cosh² is largest in size where tanh² = ⅓: L = 4/(3√3). |ψ'''| ≤ 2, at 0. */
export const tanh = defineActivation({
  id: "tanh",
  latex: String.raw`\tanh t`,
  expression: "tanh(t)",
  value: Math.tanh,
  derivative: (t) => timesSechSquared(1, t),
  secondDerivative: (t) => timesSechSquared(-2 * Math.tanh(t), t),
  supremum: 1,
  lipschitz: 1,
  smoothness: 0.769800358919501,
  curvature: 2,
  taylorBounds: tanhBounds,
  provenance: "certified",
});
