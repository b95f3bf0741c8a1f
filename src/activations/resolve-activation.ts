import { shownValue } from "../numbers/shown-value.js";
import type { Activation } from "./activation.js";
import { catalogue } from "./catalogue.js";
import { catalogueMember } from "./catalogue-member.js";
import { expressionActivation } from "./expression-activation.js";
import { domainProblem } from "./expressions/check-domain.js";
import { latexExpression } from "./expressions/latex-expression.js";
import type { Node } from "./expressions/node.js";
import { parseExpression } from "./expressions/parse-expression.js";
import { printExpression } from "./expressions/print-expression.js";
import { stableForm } from "./expressions/stable-form.js";
import { normalised } from "./normalised.js";
import { scaledTanh } from "./scaled-tanh.js";
import { withChanges } from "./with-changes.js";

const NUMBER = String.raw`((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)`;
/** `B*tanh(t/B)`: any name for the variable, white space between the parts. */
const SCALED_TANH = new RegExp(String.raw`^\s*${NUMBER}\s*\*\s*tanh\s*\(\s*[A-Za-z_]\w*\s*/\s*${NUMBER}\s*\)\s*$`);

const NORMALISED = /^\s*normalize\s*\((.*)\)\s*$/s;

const BARE_WORD = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** Whether it was meant for a name, as leaky-rleu is; not t-1 or pi-t. */
const isName = (letters: string) =>
  BARE_WORD.test(letters) && letters.split("-").some((part) => part.length > 1 && part !== "pi" && !/^\d/.test(part));

/** What was made of a text: certifying takes some tenths of a second, so does a kernel's table, and the cells of a run name few. */
const made = new Map<string, Activation>();
const KEPT = 64;

function madeOnce(id: string, make: () => Activation): Activation {
  const known = made.get(id) ?? make();
  if (made.size >= KEPT) made.clear();
  made.set(id, known);
  return known;
}

function scaledTanhOf(psi: string): Activation | undefined {
  const [, outer, inner] = SCALED_TANH.exec(psi) ?? [];
  // With B = 1 it is tanh, which the catalogue has.
  if (outer === undefined || Number(outer) !== Number(inner) || Number(outer) === 1) return undefined;
  return madeOnce(`${Number(outer)}*tanh`, () => scaledTanh(Number(outer)));
}

/** The activation of the catalogue that an expression is proved to be, under the expression's name. */
function recognised(expression: Node, id: string): Activation | undefined {
  const same = catalogueMember(expression);
  // Identities hold where both sides are defined.
  if (!same || domainProblem(stableForm(expression)) !== null) return undefined;
  return withChanges(same, { id, latex: latexExpression(expression), expression: id, same });
}

function ofExpression(psi: string): Activation {
  const expression = parseExpression(psi);
  const id = printExpression(expression);
  return madeOnce(id, () => scaledTanhOf(id) ?? recognised(expression, id) ?? expressionActivation(psi));
}

/**
 * The activation that a cell's `psi` names, among the caller's own, then the catalogue, then `B*tanh(t/B)` with equal
 * numbers B, then expressions in one variable (expression-activation.ts); `normalize(P)` is `normalised` of any of these.
 * An expression that is proved to be a function of the catalogue is that function, under the expression's name
 * (proved-equal.ts).
 *
 * @throws RangeError naming psi, what it was and what it may be; or naming beta, if B is beyond what scaledTanh takes.
 */
export function resolveActivation(psi: string, own: readonly Activation[] = []): Activation {
  const known = [...own, ...catalogue];
  const found = known.find(({ id }) => id === psi) ?? scaledTanhOf(psi);
  if (found) return found;
  const [, inner] = NORMALISED.exec(psi) ?? [];
  if (inner !== undefined) return normalised(resolveActivation(inner, own));
  const letters = psi.trim();
  if (letters !== "" && !isName(letters)) return ofExpression(psi);
  throw new RangeError(
    `psi is ${shownValue(psi)}; it must be one of ${known.map(({ id }) => id).join(", ")}, or B*tanh(t/B) with equal numbers B, or an expression in one variable such as t/(1+exp(-t))`,
  );
}
