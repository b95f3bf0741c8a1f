import type { Activation } from "./activation.js";
import { defineActivation } from "./define-activation.js";
import { type Certificate, certify } from "./expressions/certify.js";
import { domainProblem } from "./expressions/check-domain.js";
import { differentiate } from "./expressions/differentiate.js";
import { evaluator } from "./expressions/evaluator.js";
import { expressionError } from "./expressions/expression-error.js";
import { findKinks } from "./expressions/find-kinks.js";
import { formProof } from "./expressions/form-proof.js";
import { latexExpression } from "./expressions/latex-expression.js";
import { parseExpression } from "./expressions/parse-expression.js";
import { printExpression } from "./expressions/print-expression.js";
import { stableForm } from "./expressions/stable-form.js";
import { withChanges } from "./with-changes.js";

/** An activation given as an expression, with what only an expression can say. */
export interface ExpressionActivation extends Activation {
  /** ψ, ψ' and ψ'' as text in the variable t; derivatives hold wherever |u|, max, min and conditions keep their sides. */
  readonly formulas: { readonly value: string; readonly derivative: string; readonly secondDerivative: string };
  /** The enclosures behind supremum, lipschitz and smoothness, which are their upper ends. */
  readonly certificate: Certificate;
  /** Whether ψ has kinks beyond those listed. */
  readonly moreKinks: boolean;
  /** Writes ψ(t_i), and as many derivatives as there are more outputs (of three), for arrays of one length. */
  readonly fill: (t: Float64Array, outputs: readonly Float64Array[]) => void;
}

const MAX_ID = 200;
/** Where values must be computable, if only to be infinite: what overflows on the way may leave none. */
const NEAR = [0, 1, -1, 3, -3];

/**
 * The activation that an expression in one variable of any name describes (parse-expression.ts has the language). Its id
 * is the expression printed in the variable t. sup|ψ|, the Lipschitz constant and L are the upper ends of rigorous
 * enclosures over all of ℝ (certify.ts); Infinity where there is none, or none was found (certificate.*.reason).
 *
 * @throws RangeError naming psi, what it was and what it must be, if the text is no such expression or is not shown to be
 *   defined on all of ℝ.
 */
export function expressionActivation(text: string): ExpressionActivation {
  const expression = parseExpression(text);
  const id = printExpression(expression);
  if (id.length > MAX_ID) throw expressionError(text, `it takes ${id.length} characters to print, more than ${MAX_ID}`);
  const form = stableForm(expression);
  const problem = domainProblem(form);
  if (problem !== null) throw expressionError(text, problem);
  const { value, derivative, secondDerivative, fill } = evaluator(form);
  for (const t of NEAR)
    if (Number.isNaN(value(t))) throw expressionError(text, `its value at ${t} is beyond what doubles can compute`);
  const found = findKinks(form);
  const certificate = certify(form, found);
  const [first, second] = [differentiate(expression), differentiate(differentiate(expression))];
  const smooth = found.kinks.length === 0 && !found.more;
  const base = defineActivation({
    id,
    latex: latexExpression(expression),
    expression: id,
    value,
    derivative,
    ...(smooth ? { secondDerivative } : {}),
    supremum: certificate.supremum.high,
    lipschitz: certificate.lipschitz.high,
    smoothness: certificate.smoothness.high,
    kinks: found.kinks.map(({ at }) => at),
    proof: formProof(form, found, [value, derivative, secondDerivative]),
    provenance: "certified",
  });
  return withChanges(base, {
    formulas: { value: id, derivative: printExpression(first), secondDerivative: printExpression(second) },
    certificate,
    moreKinks: found.more,
    fill,
  });
}
