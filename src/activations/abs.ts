import { sidesBounds } from "../numbers/majorants/affine-bounds.js";
import { defineActivation } from "./define-activation.js";

/** ψ(t) = |t|, even; ψ(0) = 0, with ψ'(0) = 0, the mean of the slopes on both sides. sup|ψ'| = 1. */
export const abs = defineActivation({
  id: "abs",
  latex: String.raw`\lvert t \rvert`,
  expression: "abs(t)",
  value: Math.abs,
  derivative: Math.sign,
  lipschitz: 1,
  kinks: [0],
  sides: { left: { value: 0, slope: -1 }, right: { value: 0, slope: 1 } },
  taylorBounds: sidesBounds({ value: 0, slope: -1 }, { value: 0, slope: 1 }),
  provenance: "certified",
});
