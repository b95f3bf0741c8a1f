import { shownValue } from "../../numbers/shown-value.js";

/** A one-line error that names psi, what it was, what it must be and where it fails that. */
export function expressionError(text: string, problem: string): RangeError {
  return new RangeError(
    `psi is ${shownValue(text)}; it must be an expression in one variable, such as t/(1+exp(-t)): ${problem}`,
  );
}
