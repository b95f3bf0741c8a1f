import { logIncompleteGamma } from "./log-incomplete-gamma.js";
import type { LogTails } from "./tail-error.js";

/**
 * log P(X < x) and log P(X > x) for X of the Gamma law with density x^(shape−1)·e^(−x)/Γ(shape), any real shape from
 * 1e-300 to 2^53 and any finite x; −∞ stands for zero. For another scale divide x by it.
 *
 * The tail that leads away from the centre is computed directly and never underflows; the other is its complement. Errors as
 * `tailEnclosure` says.
 *
 * @throws RangeError if shape is outside [1e-300, 2^53] or x is not finite.
 */
export function logGammaTails(shape: number, x: number): LogTails {
  if (!(shape >= 1e-300 && shape <= 2 ** 53)) throw new RangeError(`shape is ${shape}; it must be in [1e-300, 2^53]`);
  if (!Number.isFinite(x)) throw new RangeError(`x is ${x}; it must be finite`);
  return logIncompleteGamma(shape, x, x - shape);
}
