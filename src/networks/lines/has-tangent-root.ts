/** The least normal double: relative steps need it. */
const LEAST = 2 ** -1022;

/**
 * Whether a search from where the tangent of f at x meets 0, at |η| = |f(x)|/‖∇f(x)‖², can begin: f(x) and ‖∇f(x)‖² are not
 * 0, nor beyond doubles, and that |η| is not below them. Of a ψ that grows faster than linearly deep networks may be beyond.
 */
export const hasTangentRoot = (value: number, steepness: number) =>
  Math.abs(value) < Infinity && steepness > 0 && steepness < Infinity && Math.abs(value) / steepness >= LEAST;
