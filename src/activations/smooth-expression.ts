import type fc from "fast-check";

/** Functions of x that are smooth and Lipschitz with a Lipschitz derivative, the simplest first. */
const FUNCTIONS: readonly ((x: string) => string)[] = [
  (x) => `tanh(${x})`,
  (x) => `sin(${x})`,
  (x) => `atan(${x})`,
  (x) => `erf(${x})`,
  (x) => `log(1+exp(${x}))`,
  (x) => `sqrt(1+(${x})^2)`,
  (x) => `exp(-(${x})^2)`,
  (x) => `1/(1+(${x})^2)`,
  (x) => `(${x})*exp(-(${x})^2)`,
  (x) => `(${x})/(1+exp(-(${x})))`,
  // The last one is not put into others: logarithmic growth leaves certification without a bound far out.
  (x) => `asinh(${x})`,
];
const LINES = ["t", "2*t", "t/2", "-t", "3*t", "t-1", "t/2+1", "0.5-2*t"];
const WEIGHTS = [1, 0.5, 2, 0.25, -0.75];

/**
 * Expressions for random smooth activations: compositions and mixtures of two functions of a line in t, each Lipschitz
 * with a Lipschitz derivative and none constant. `resolveActivation` certifies their constants, in some tens of
 * milliseconds each. They shrink towards tanh(t).
 *
 * @param check fast-check, which whoever only audits need not load.
 */
export function smoothExpression(check: typeof fc): fc.Arbitrary<string> {
  const upTo = (max: number) => check.integer({ min: 0, max }).map((i) => FUNCTIONS[i]);
  const [functions, inner] = [upTo(FUNCTIONS.length - 1), upTo(FUNCTIONS.length - 2)];
  const lines = check.integer({ min: 0, max: LINES.length - 1 }).map((i) => LINES[i]);
  const weights = check.integer({ min: 0, max: WEIGHTS.length - 1 }).map((i) => WEIGHTS[i]);
  const one = check.tuple(functions, lines).map(([f, x]) => f(x));
  const composition = check.tuple(functions, inner, lines).map(([f, g, x]) => f(g(x)));
  const mixture = check.tuple(weights, one, weights, one).map(([a, f, b, g]) => `${a}*${f}+${b}*${g}`);
  return check.oneof({ withCrossShrink: true }, one, composition, mixture);
}
