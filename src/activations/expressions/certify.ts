import { boundDerivative, type CertifiedSupremum } from "./bound-derivative.js";
import { findKinks, type Kinks } from "./find-kinks.js";
import type { Form } from "./form.js";
import { ALL_WORK, type WorkLeft } from "./work.js";

/** What is proved of an expression's constants. */
export interface Certificate {
  /** sup|ψ| */
  readonly supremum: CertifiedSupremum;
  /** sup|ψ'|, the Lipschitz constant */
  readonly lipschitz: CertifiedSupremum;
  /** sup|ψ''|, the Lipschitz constant of ψ' */
  readonly smoothness: CertifiedSupremum;
}

/** What is known of the Lipschitz constant of the (k − 1)-th derivative where that jumps, or may. */
function unlessJumps(form: Form, k: 1 | 2, { kinks, more }: Kinks, left: WorkLeft): CertifiedSupremum {
  const what = k === 1 ? "ψ" : "ψ'";
  const certain =
    kinks.find(({ jumps }) => jumps === true) ??
    (k === 2 ? kinks.find(({ jumps, bends }) => jumps === false && bends) : undefined);
  if (certain) return { low: Infinity, high: Infinity, at: certain.at, reason: `${what} jumps at ${certain.at}` };
  const bound = boundDerivative(
    form,
    k,
    kinks.map(({ at }) => at),
    left,
  );
  const unsettled = kinks.find(({ jumps, bends }) => jumps === null || (k === 2 && bends === null));
  if (unsettled)
    return { ...bound, high: Infinity, reason: `${what} is not proved to be continuous at ${unsettled.at}` };
  const branches = form.some(({ kind }) => kind === "sign" || kind === "choice");
  if (more && (k === 2 || branches))
    return { ...bound, high: Infinity, reason: `${what} may jump at points not listed` };
  return bound;
}

/**
 * Rigorous enclosures of sup|ψ|, sup|ψ'| and sup|ψ''| over ℝ, for a form that is defined everywhere. An infinite upper
 * end with an infinite lower end is proved; with a finite one it means that no bound was found, for the reason given.
 */
export function certify(form: Form, found: Kinks = findKinks(form)): Certificate {
  const left = { operations: ALL_WORK };
  const breaks = found.kinks.map(({ at }) => at);
  return {
    supremum: boundDerivative(form, 0, breaks, left),
    lipschitz: unlessJumps(form, 1, found, left),
    smoothness: unlessJumps(form, 2, found, left),
  };
}
