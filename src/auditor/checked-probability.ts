import { shownValue } from "../numbers/shown-value.js";
import type { LogProbability } from "./claim.js";
import { isObject } from "./members.js";

/**
 * What a claim's `exact` computed; an end that is a rounding above 0 is a certain failure.
 *
 * @throws RangeError if it is neither null nor the logarithms of two ends, the right way round.
 */
export function checkedProbability(computed: unknown): LogProbability | null {
  if (computed === null) return null;
  const { logLower, logUpper } = isObject(computed) ? computed : {};
  if (typeof logLower === "number" && typeof logUpper === "number") {
    if (logLower <= logUpper && logLower <= 0 && logUpper <= 1e-6) return { logLower, logUpper: Math.min(0, logUpper) };
    throw new RangeError(
      `its logarithms are [${logLower}, ${logUpper}]; they must be those of two ends of a probability, logLower ≤ logUpper ≤ 0`,
    );
  }
  throw new RangeError(
    `it is ${shownValue(computed)}; it must be { logLower, logUpper }, the logarithms of two ends of a probability, or null`,
  );
}
