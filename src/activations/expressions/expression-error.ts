/** `text` in quotes, cut to 60 characters, control characters escaped. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}

/** A one-line error that names psi, what it was, what it must be and where it fails that. */
export function expressionError(text: string, problem: string): RangeError {
  return new RangeError(
    `psi is ${quoted(text)}; it must be an expression in one variable, such as t/(1+exp(-t)): ${problem}`,
  );
}
