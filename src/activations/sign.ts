import { sidesBounds } from "../numbers/majorants/affine-bounds.js";
import { defineActivation } from "./define-activation.js";

/** ψ(t) = sign(t), odd; ψ(0) = 0. It jumps at 0, so it has no Lipschitz constant; ψ' = 0 almost everywhere, and ψ'(0) = 0. */
export const sign = defineActivation({
  id: "sign",
  latex: String.raw`\operatorname{sign} t`,
  expression: "sign(t)",
  value: Math.sign,
  derivative: () => 0,
  supremum: 1,
  kinks: [0],
  sides: { left: { value: -1, slope: 0 }, right: { value: 1, slope: 0 } },
  taylorBounds: sidesBounds({ value: -1, slope: 0 }, { value: 1, slope: 0 }),
  provenance: "certified",
});
