import { checkCell } from "./check-cell.js";
import { checkHypotheses } from "./check-hypotheses.js";
import { checkFunction, checkMembers, checkText, type Loose, objectOf, refuse } from "./members.js";
import type { AnyParameter } from "./parameter.js";

const ALLOWANCE = ["allows", "logAllows"];
const FORM_MEMBERS = ["bound", "observed", "hypotheses", "refutedAt", "latex", "reason", ...ALLOWANCE];
const MUTANT_MEMBERS = ["at", "of", "bound", "observed", ...ALLOWANCE];
const WRONG = "wrong versions by name, which the audit must refute, one at least";

/** Refuses a cell of a form, a mutant or the claim itself. */
type CheckCell = (place: string, cell: unknown) => void;

/** Refuses a failure probability of a form's or mutant's own where the claim has none, or `gamma` is it. */
function checkAllowance(id: string, place: string, own: Loose, { kind, allows, logAllows }: Loose): void {
  for (const member of ALLOWANCE) {
    if (own[member] === undefined) continue;
    checkFunction(id, `${place}${member}`, own[member], "a function of the cell");
    if (kind !== "whp") refuse(id, `${place}${member}`, own[member], `left out, since kind is ${String(kind)}`);
    if (!allows && !logAllows)
      refuse(id, `${place}${member}`, own[member], "left out, since the failure probability is gamma");
  }
  if (own.allows && own.logAllows)
    refuse(id, `${place}logAllows`, own.logAllows, `left out, since there is ${place}allows`);
}

function checkForm(id: string, name: string, claim: Loose, names: ReadonlySet<string>, cell: CheckCell): void {
  const { [name]: given } = objectOf(id, "forms", claim.forms);
  if (name !== "printed" && name !== "repaired")
    refuse(id, `forms.${name}`, given, "left out: there are printed, repaired");
  const place = `forms.${name}`;
  const form = objectOf(id, place, given, "a form, with a bound");
  checkMembers(id, `${place}.`, form, FORM_MEMBERS);
  checkFunction(id, `${place}.bound`, form.bound, "a function of the cell");
  checkAllowance(id, `${place}.`, form, claim);
  if (form.observed !== undefined) checkFunction(id, `${place}.observed`, form.observed, "a function of the draw");
  if (form.hypotheses !== undefined) checkHypotheses(id, `${place}.hypotheses`, form.hypotheses, names);
  if (form.refutedAt !== undefined) cell(`${place}.refutedAt`, form.refutedAt);
  if (name === "printed") return;
  checkText(id, `${place}.latex`, form.latex, "a text: the statement as repaired");
  checkText(id, `${place}.reason`, form.reason, "a text: why the printed form needs it");
}

function checkMutant(id: string, name: string, claim: Loose, cell: CheckCell): void {
  const place = `mutant ${name}`;
  const forms = objectOf(id, "forms", claim.forms);
  const { [name]: given } = objectOf(id, "mutants", claim.mutants);
  const mutant = objectOf(id, place, given, "{ at, bound } or { at, observed }");
  checkMembers(id, `${place} `, mutant, MUTANT_MEMBERS);
  if (["bound", "observed", ...ALLOWANCE].every((member) => mutant[member] === undefined))
    refuse(id, place, mutant, "with a bound, an observed quantity or a failure probability of its own");
  checkAllowance(id, `${place} `, mutant, claim);
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
  for (const name of Object.keys(forms)) checkForm(id, name, claim, names, cell);
  const mutants = Object.keys(objectOf(id, "mutants", claim.mutants, WRONG));
  if (mutants.length === 0) refuse(id, "mutants", claim.mutants, WRONG);
  for (const name of mutants) checkMutant(id, name, claim, cell);
  if (claim.witness !== undefined) cell("witness", claim.witness);
}
