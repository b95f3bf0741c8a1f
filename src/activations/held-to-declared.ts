import type { ActivationDefinition } from "./activation-definition.js";
import { DeclaredConstantError } from "./declared-constant-error.js";

/** Relative excess over a constant that counts as rounding, as in the audit's own comparisons. */
const ROUNDING = 2 ** -40;
/** Rounding of ψ' that a difference of two values of it allows for, relative to them. */
const SLOPE_ROUNDING = 2 ** -45;

type Functions = Pick<ActivationDefinition, "value" | "derivative" | "secondDerivative">;

/**
 * The functions of an activation whose constants are declared, not proved: each value that is computed is held against
 * them, at every t that a draw or a quadrature asks for. Where ψ'' is not given, L is held against the difference of ψ'
 * over a short step, and so is sup|ψ'''| against that of ψ''. Values the draws take from a table are checked when that is made (psi-kernel.ts).
 *
 * @throws DeclaredConstantError from the functions, naming t, the value there and the constant.
 */
export function heldToDeclared(definition: ActivationDefinition): Functions {
  const { id, value, derivative, secondDerivative, kinks = [] } = definition;
  const { supremum = Infinity, lipschitz = Infinity, smoothness = Infinity, curvature = Infinity } = definition;

  function hold(x: number, what: string, t: number, name: string, constant: number): number {
    if (Math.abs(x) > constant * (1 + ROUNDING) && Number.isFinite(t))
      throw new DeclaredConstantError(id, what, t, Math.abs(x), `${name} = ${constant}`);
    return x;
  }

  /** |g(t + h) − g(t)| ≤ constant·h for a derivative g of ψ. */
  function holdDifference(
    g: (t: number) => number,
    at: number,
    t: number,
    what: string,
    name: "smoothness" | "curvature",
  ) {
    const h = 2 ** -13 * Math.max(1, Math.abs(t));
    const next = g(t + h);
    const rounding = SLOPE_ROUNDING * (Math.abs(at) + Math.abs(next));
    const steepness = Math.max(0, Math.abs(next - at) - rounding) / (t + h - t);
    const constant = { smoothness, curvature }[name];
    hold(steepness, `|${what}(t + h) − ${what}(t)|/h, h = ${h},`, t, name, constant);
  }

  function second(t: number): number {
    const bend = hold(secondDerivative!(t), "|ψ''|", t, "smoothness", smoothness);
    if (curvature < Infinity && Number.isFinite(t) && kinks.length === 0)
      holdDifference(secondDerivative!, bend, t, "ψ''", "curvature");
    return bend;
  }
  return {
    value: (t) => hold(value(t), "|ψ|", t, "supremum", supremum),
    derivative(t) {
      const slope = hold(derivative(t), "|ψ'|", t, "lipschitz", lipschitz);
      if (smoothness < Infinity && Number.isFinite(t) && kinks.length === 0) {
        if (secondDerivative) second(t);
        // A kink between would leave L Infinity anyway.
        else holdDifference(derivative, slope, t, "ψ'", "smoothness");
      }
      return slope;
    },
    ...(secondDerivative ? { secondDerivative: second } : {}),
  };
}
