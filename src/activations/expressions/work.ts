import type { Form } from "./form.js";

/**
 * Work left for what is proved of an expression, in operations on enclosures of 1 to 2 µs: counted and not timed, so that results
 * are the same anywhere. What is known when it ends is reported as it is.
 */
export interface WorkLeft {
  operations: number;
}

/** For the three constants of an expression: seconds. */
export const ALL_WORK = 1_600_000;

/** How much longer functions take. */
const [FUNCTION, ERROR_FUNCTION] = [3, 10];
const ERROR_FUNCTIONS: readonly string[] = ["erf", "erfc"];

const weights = new WeakMap<Form, number>();

/** Operations that a form takes. */
export function weightOf(form: Form): number {
  const known = weights.get(form);
  if (known !== undefined) return known;
  let sum = 0;
  for (const step of form) {
    const takes = step.kind === "function" || step.kind === "ratio" || step.kind === "power";
    sum += takes && "name" in step && ERROR_FUNCTIONS.includes(step.name) ? ERROR_FUNCTION : takes ? FUNCTION : 1;
  }
  weights.set(form, sum);
  return sum;
}

/** Functions whose expansions are as short as those of their arguments. */
const SHORT: readonly string[] = ["sin", "cos", "sqrt", "sqrt1pm1"];
/** How much longer expansions take, and operations for each function of one. */
const [EXPANDED, FUNCTION_EXPANDED] = [60, 2000];

/** Operations that expansions of a form in a tail take, for each derivative. */
export function expandedWeightOf(form: Form): number {
  const long = form.filter(
    (step) =>
      step.kind === "ratio" ||
      (step.kind === "function" && !SHORT.includes(step.name)) ||
      (step.kind === "power" && !Number.isInteger(step.exponent)),
  );
  return EXPANDED * weightOf(form) + FUNCTION_EXPANDED * long.length;
}
