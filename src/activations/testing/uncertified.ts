import type { Activation } from "../activation.js";
import { defineActivation } from "../define-activation.js";
import { evaluator } from "../expressions/evaluator.js";
import { findKinks } from "../expressions/find-kinks.js";
import { formProof } from "../expressions/form-proof.js";
import { parseExpression } from "../expressions/parse-expression.js";
import { stableForm } from "../expressions/stable-form.js";

/** The activation of an expression without certified constants, which integrals do not need and which cost most. */
export function uncertified(expression: string): Activation {
  const form = stableForm(parseExpression(expression));
  const { value, derivative, secondDerivative } = evaluator(form);
  const found = findKinks(form);
  return defineActivation({
    id: "uncertified",
    value,
    derivative,
    kinks: found.kinks.map(({ at }) => at),
    proof: formProof(form, found, [value, derivative, secondDerivative]),
    provenance: "certified",
  });
}
