import { shownValue } from "../numbers/shown-value.js";

/**
 * How precisely sides must be known that are to be equal, as a claim gives it.
 *
 * @throws RangeError if it is no finite number ≥ 0.
 */
export function checkedResolution(resolution: unknown): number {
  if (typeof resolution === "number" && resolution >= 0 && resolution < Infinity) return resolution;
  throw new RangeError(`it is ${shownValue(resolution)}; it must be a finite number ≥ 0`);
}
