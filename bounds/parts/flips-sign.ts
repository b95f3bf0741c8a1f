import type { Enclosure } from "lemmacheck";
import type { OneStepDraw } from "lemmacheck/networks";

/** A network seen from x along one direction g of steps. */
export interface StepDraw {
  /** f(x) */
  readonly value: number;
  /** ‖g‖ */
  readonly stepNorm: number;
  /** f(x + ηg) */
  readonly valueAfter: (eta: number) => number;
  /** A bound on the rounding error of `valueAfter(eta)`. */
  readonly roundingAfter: (eta: number) => number;
}

/** What a draw along the gradient shows, as a step along it. */
export function alongGradient(draw: OneStepDraw): StepDraw {
  const { value, gradientNorm, valueAfter, roundingAfter } = draw;
  return { value, stepNorm: gradientNorm, valueAfter, roundingAfter };
}

/** A step |η| along g, and how far it may lead. */
export interface Step {
  /** |η|; negative for a mutant that steps the wrong way. */
  readonly eta: number;
  /** What ‖ηg‖ must not exceed; equality within 2^-40 does not. */
  readonly limit: number;
}

/**
 * 1 if the step, η of the opposite sign to f(x), changes the sign of f and is no longer than it may be, 0 if not; both
 * where rounding leaves the sign open. A dead network has no step to take, and f = 0 no sign to change.
 */
export function flipsSign({ value, stepNorm, valueAfter, roundingAfter }: StepDraw, { eta, limit }: Step): Enclosure {
  if (stepNorm === 0 || value === 0) return 0;
  if (Math.abs(eta) * stepNorm > limit * (1 + 2 ** -40)) return 0;
  const signed = -Math.sign(value) * eta;
  const after = valueAfter(signed);
  if (Math.abs(after) <= roundingAfter(signed)) return { lower: 0, upper: 1 };
  return after * value < 0 ? 1 : 0;
}
