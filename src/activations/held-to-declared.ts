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
 * over a short step. Values the draws take from a table are checked when that is made (psi-kernel.ts).
 *
 * @throws DeclaredConstantError from the functions, naming t, the value there and the constant.
 */
export function heldToDeclared(definition: ActivationDefinition): Functions {
  const { id, value, derivative, secondDerivative, kinks = [] } = definition;
  const { supremum = Infinity, lipschitz = Infinity, smoothness = Infinity } = definition;

  function hold(x: number, what: string, t: number, name: string, constant: number): number {
    if (Math.abs(x) > constant * (1 + ROUNDING) && Number.isFinite(t))
      throw new DeclaredConstantError(id, what, t, Math.abs(x), `${name} = ${constant}`);
    return x;
  }

  /** |ψ'(t + h) − ψ'(t)| ≤ L·h, unless a kink lies between, where L is Infinity anyway. */
  function holdDifference(slope: number, t: number): void {
    const h = 2 ** -13 * Math.max(1, Math.abs(t));
    const next = derivative(t + h);
    const rounding = SLOPE_ROUNDING * (Math.abs(slope) + Math.abs(next));
    const steepness = Math.max(0, Math.abs(next - slope) - rounding) / (t + h - t);
    hold(steepness, `|ψ'(t + h) − ψ'(t)|/h, h = ${h},`, t, "smoothness", smoothness);
  }

  const second = secondDerivative && ((t: number) => hold(secondDerivative(t), "|ψ''|", t, "smoothness", smoothness));
  return {
    value: (t) => hold(value(t), "|ψ|", t, "supremum", supremum),
    derivative(t) {
      const slope = hold(derivative(t), "|ψ'|", t, "lipschitz", lipschitz);
      if (smoothness < Infinity && Number.isFinite(t) && kinks.length === 0) {
        if (second) second(t);
        else holdDifference(slope, t);
      }
      return slope;
    },
    ...(second ? { secondDerivative: second } : {}),
  };
}
