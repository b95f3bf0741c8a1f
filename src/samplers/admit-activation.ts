import type { Activation } from "../activations/activation.js";
import { type NamedExpression, namedExpression } from "../activations/named-expression.js";
import { resolveActivation } from "../activations/resolve-activation.js";
import { shownValue } from "../numbers/shown-value.js";

/** A name, which no expression is: `t` alone would be one. */
const NAME = /^(?!t$)[A-Za-z][\w.-]*$/;

type Loose = Readonly<Record<string, unknown>>;

const isObject = (x: unknown): x is Loose => typeof x === "object" && x !== null;

function isActivation(x: Loose): boolean {
  return typeof x.value === "function" && typeof x.derivative === "function" && "gaussian" in x && "provenance" in x;
}

function isNamedExpression(x: Loose): boolean {
  const { id, expression, ...rest } = x;
  return (
    typeof id === "string" &&
    typeof expression === "string" &&
    Object.entries(rest).every(
      ([name, constant]) =>
        ["supremum", "lipschitz", "smoothness"].includes(name) &&
        (constant === undefined || (typeof constant === "number" && constant >= 0)),
    )
  );
}

/**
 * An activation of somebody's own: an expression, one under a name, or what `defineActivation` gives.
 *
 * @throws RangeError in one line that says what it was and what it must be.
 */
export function admitActivation(entry: unknown): Activation {
  if (typeof entry === "string") return resolveActivation(entry);
  const [isOwn, isNamed] = isObject(entry) ? [isActivation(entry), isNamedExpression(entry)] : [false, false];
  if (!isObject(entry) || !(isOwn || isNamed))
    throw new RangeError(
      `it is ${shownValue(entry)}; it must be an expression, { id, expression } with or without supremum, lipschitz and smoothness, or what defineActivation gives`,
    );
  if (!NAME.test(String(entry.id)))
    throw new RangeError(
      `its id is ${shownValue(entry.id)}; it must be a letter, then letters, digits, _ . or -, and not t alone`,
    );
  // Checked above.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return isOwn ? (entry as unknown as Activation) : namedExpression(entry as unknown as NamedExpression);
}
