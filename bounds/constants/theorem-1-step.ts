import type { Enclosure } from "lemmacheck";
import type { Given } from "../parameters.js";
import { flipsSign, type StepDraw } from "../parts/flips-sign.js";
import { theoremOneConstants } from "./theorem-1-constants.js";
import type { SmoothActivation } from "./theorem-1-readings.js";

/** How a mutant's step and limit differ from the theorem's. */
export interface StepChanges {
  readonly step?: number;
  readonly limit?: number;
}

/** 1 if Theorem 1's step along g, |η| = C₃√log(1/γ)/‖g‖², flips the sign of f and is at most C₄√log(1/γ) long, 0 if not. */
export function theoremOneStep(
  draw: StepDraw,
  { psi, gamma }: { readonly psi: SmoothActivation } & Given<"gamma">,
  { step = 1, limit = 1 }: StepChanges = {},
): Enclosure {
  const { C3, C4 } = theoremOneConstants(psi, gamma);
  const root = Math.sqrt(-Math.log(gamma));
  return flipsSign(draw, { eta: (step * C3 * root) / draw.stepNorm ** 2, limit: limit * C4 * root });
}

/** The mutants of a claim that ends in such a step, at one cell. */
export function theoremOneMutants<D, G extends { readonly psi: SmoothActivation; readonly gamma: number }, const C>(
  concludes: (draw: D, given: G, changes: StepChanges) => Enclosure,
  at: C,
) {
  return {
    "the wrong sign": { observed: (draw: D, given: G) => concludes(draw, given, { step: -1 }), at },
    "a 64th of the step": { observed: (draw: D, given: G) => concludes(draw, given, { step: 1 / 64 }), at },
    "half of C_4": { observed: (draw: D, given: G) => concludes(draw, given, { limit: 1 / 2 }), at },
  };
}
