import type { Activation } from "./activation.js";
import { catalogue } from "./catalogue.js";
import { defineActivation } from "./define-activation.js";
import type { ExpressionActivation } from "./expression-activation.js";
import { resolveActivation } from "./resolve-activation.js";
import { withChanges } from "./with-changes.js";

const CONSTANTS = ["supremum", "lipschitz", "smoothness"] as const;
/** The largest relative excess of a proved lower end over a declared constant that may be rounding. */
const ROUNDING = 2 ** -40;

/** An expression under a name of its own, with constants to declare where certification gives none as good. */
export interface NamedExpression {
  readonly id: string;
  readonly expression: string;
  /** sup|ψ| */
  readonly supremum?: number;
  /** sup|ψ'| */
  readonly lipschitz?: number;
  /** sup|ψ''| */
  readonly smoothness?: number;
}

const isCertified = (psi: Activation): psi is ExpressionActivation => "certificate" in psi;

/**
 * The activation that an expression describes, under a name. A declared constant is used where it is below the one that
 * is certified, if there is one; its provenance is then `declared`, and every value is held against it
 * (held-to-declared.ts).
 *
 * @throws RangeError naming what is wrong: the id, the expression, or a declared constant that certification contradicts,
 *   with the t at which it fails.
 */
export function namedExpression({ id, expression, ...declared }: NamedExpression): Activation {
  const base = resolveActivation(expression);
  const constants = { supremum: base.supremum, lipschitz: base.lipschitz, smoothness: base.smoothness };
  let provenance = base.provenance;
  for (const name of CONSTANTS) {
    const given = declared[name];
    if (given === undefined) continue;
    const proved = isCertified(base) ? base.certificate[name] : { low: base[name] * (1 - ROUNDING), at: null };
    if (!(given >= proved.low * (1 - ROUNDING)))
      throw new RangeError(
        `activation ${id}: ${name} is declared as ${given}; it must be at least ${proved.low}, ${proved.at === null ? "which is certified" : `which is reached ${Number.isFinite(proved.at) ? `at t = ${proved.at}` : `for t → ${proved.at > 0 ? "∞" : "−∞"}`}`}`,
      );
    if (given >= constants[name]) continue;
    constants[name] = given;
    provenance = "declared";
  }
  const { latex, value, derivative, secondDerivative, kinks, proof } = base;
  const named = defineActivation({
    id,
    latex,
    expression: base.expression ?? expression,
    value,
    derivative,
    ...(secondDerivative ? { secondDerivative } : {}),
    ...constants,
    kinks,
    ...(proof ? { proof } : {}),
    provenance,
  });
  return withChanges(named, {
    same: base.same ?? (catalogue.includes(base) ? base : null),
    get sides() {
      return base.sides;
    },
  });
}
