import { checkCell } from "./check-cell.js";
import { checkHypotheses } from "./check-hypotheses.js";
import { checkFunction, checkMembers, checkText, type Loose, objectOf, refuse } from "./members.js";
import type { AnyParameter } from "./parameter.js";

const FORM_MEMBERS = ["bound", "observed", "hypotheses", "refutedAt", "latex", "reason"];
const MUTANT_MEMBERS = ["at", "of", "bound", "observed"];
const WRONG = "wrong versions by name, which the audit must refute, one at least";

/** Refuses a cell of a form, a mutant or the claim itself. */
type CheckCell = (place: string, cell: unknown) => void;

function checkForm(id: string, name: string, given: unknown, names: ReadonlySet<string>, cell: CheckCell): void {
  if (name !== "printed" && name !== "repaired")
    refuse(id, `forms.${name}`, given, "left out: there are printed, repaired");
  const place = `forms.${name}`;
  const form = objectOf(id, place, given, "a form, with a bound");
  checkMembers(id, `${place}.`, form, FORM_MEMBERS);
  checkFunction(id, `${place}.bound`, form.bound, "a function of the cell");
  if (form.observed !== undefined) checkFunction(id, `${place}.observed`, form.observed, "a function of the draw");
  if (form.hypotheses !== undefined) checkHypotheses(id, `${place}.hypotheses`, form.hypotheses, names);
  if (form.refutedAt !== undefined) cell(`${place}.refutedAt`, form.refutedAt);
  if (name === "printed") return;
  checkText(id, `${place}.latex`, form.latex, "a text: the statement as repaired");
  checkText(id, `${place}.reason`, form.reason, "a text: why the printed form needs it");
}

function checkMutant(id: string, name: string, given: unknown, forms: Loose, cell: CheckCell): void {
  const place = `mutant ${name}`;
  const mutant = objectOf(id, place, given, "{ at, bound } or { at, observed }");
  checkMembers(id, `${place} `, mutant, MUTANT_MEMBERS);
  if (mutant.bound === undefined && mutant.observed === undefined)
    refuse(id, place, mutant, "with a bound or an observed quantity of its own");
  for (const side of ["bound", "observed"])
    if (mutant[side] !== undefined) checkFunction(id, `${place} ${side}`, mutant[side], "a function");
  if (mutant.of !== undefined && !(typeof mutant.of === "string" && Object.hasOwn(forms, mutant.of)))
    refuse(id, `${place} of`, mutant.of, `one of ${Object.keys(forms).join(", ")}`);
  cell(`${place} at`, mutant.at);
}

/**
 * Refuses what are no forms and mutants of a claim, or no cells of theirs.
 *
 * @throws RangeError naming the claim, the member, what it was and what it must be.
 */
export function checkForms(id: string, claim: Loose, parameters: readonly AnyParameter[]): void {
  const names = new Set(parameters.map(({ name }) => name));
  const cell: CheckCell = (place, at) => checkCell(`claim ${id}: ${place}`, parameters, at);
  const forms = objectOf(id, "forms", claim.forms, "{ printed } or { printed, repaired }");
  if (forms.printed === undefined) refuse(id, "forms.printed", forms.printed, "the form as printed");
  for (const [name, form] of Object.entries(forms)) checkForm(id, name, form, names, cell);
  const mutants = Object.entries(objectOf(id, "mutants", claim.mutants, WRONG));
  if (mutants.length === 0) refuse(id, "mutants", claim.mutants, WRONG);
  for (const [name, mutant] of mutants) checkMutant(id, name, mutant, forms, cell);
  if (claim.witness !== undefined) cell("witness", claim.witness);
}
