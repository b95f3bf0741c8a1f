import { sidesBounds } from "../numbers/majorants/affine-bounds.js";
import { defineActivation } from "./define-activation.js";

/** ψ(t) = max(0, t); ψ(0) = 0, with ψ'(0) = 0, the slope on the left. sup|ψ'| = 1. */
export const relu = defineActivation({
  id: "relu",
  latex: String.raw`\max(0, t)`,
  expression: "max(0, t)",
  value: (t) => Math.max(t, 0),
  derivative: (t) => (t > 0 ? 1 : 0),
  lipschitz: 1,
  kinks: [0],
  sides: { left: { value: 0, slope: 0 }, right: { value: 0, slope: 1 } },
  taylorBounds: sidesBounds({ value: 0, slope: 0 }, { value: 0, slope: 1 }),
  provenance: "certified",
});
