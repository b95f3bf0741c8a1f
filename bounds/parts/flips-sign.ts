import type { Enclosure } from "lemmacheck";
import type { Point, SlopedLine } from "lemmacheck/networks";

/** A network seen from x along one direction g of steps. */
export interface StepDraw {
  /** f(x) */
  readonly value: number;
  /** ‖g‖ */
  readonly stepNorm: number;
  /** f(x + ηg) for each η */
  readonly at: (etas: readonly number[]) => readonly Point[];
}

/** What a draw along the gradient shows, as a step along it. */
export function alongGradient(draw: SlopedLine): StepDraw {
  const { value, gradientNorm, at } = draw;
  return { value, stepNorm: gradientNorm, at };
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
export function flipsSign({ value, stepNorm, at }: StepDraw, { eta, limit }: Step): Enclosure {
  if (stepNorm === 0 || value === 0) return 0;
  if (Math.abs(eta) * stepNorm > limit * (1 + 2 ** -40)) return 0;
  const [after] = at([-Math.sign(value) * eta]);
  if (Math.abs(after.value) <= after.rounding) return { lower: 0, upper: 1 };
  return after.value * value < 0 ? 1 : 0;
}
