import { sidesBounds } from "../numbers/majorants/affine-bounds.js";
import { defineActivation } from "./define-activation.js";

const SLOPE = 0.01;

/** ψ(t) = t for t > 0 and 0.01·t for t ≤ 0; ψ(0) = 0, with ψ'(0) = 0.01, the slope on the left. sup|ψ'| = 1. */
export const leakyRelu = defineActivation({
  id: "leaky-relu",
  latex: String.raw`\max(t, 0.01\,t)`,
  expression: "max(t, 0.01*t)",
  value: (t) => (t > 0 ? t : SLOPE * t),
  derivative: (t) => (t > 0 ? 1 : SLOPE),
  lipschitz: 1,
  kinks: [0],
  sides: { left: { value: 0, slope: SLOPE }, right: { value: 0, slope: 1 } },
  taylorBounds: sidesBounds({ value: 0, slope: SLOPE }, { value: 0, slope: 1 }),
  provenance: "certified",
});
