import { messageOf } from "../numbers/message-of.js";
import { shownValue } from "../numbers/shown-value.js";
import type { ActivationDefinition } from "./activation-definition.js";
import { ActivationValueError } from "./activation-value-error.js";
import { DeclaredConstantError } from "./declared-constant-error.js";

const isOurs = (error: unknown) => error instanceof ActivationValueError || error instanceof DeclaredConstantError;

/** A function of an activation that says which it is, and where, when it throws or gives NaN or no number at all. */
function guardedFunction(id: string, what: string, f: (t: number) => number) {
  return (t: number): number => {
    let x: unknown;
    try {
      x = f(t);
    } catch (error) {
      if (isOurs(error)) throw error;
      throw new ActivationValueError(id, what, t, `throws ${shownValue(messageOf(error))}`, error);
    }
    if (typeof x === "number" && !Number.isNaN(x)) return x;
    if (Number.isNaN(t) && typeof x === "number") return x;
    throw new ActivationValueError(id, what, t, `is ${typeof x === "bigint" ? `${x}n` : String(x)}`);
  };
}

/** A definition whose functions name the activation and the point wherever they throw, or give no number. */
export function guarded(definition: ActivationDefinition): ActivationDefinition {
  const { id, value, derivative, secondDerivative } = definition;
  return {
    ...definition,
    value: guardedFunction(id, "ψ", value),
    derivative: guardedFunction(id, "ψ'", derivative),
    ...(secondDerivative ? { secondDerivative: guardedFunction(id, "ψ''", secondDerivative) } : {}),
  };
}
